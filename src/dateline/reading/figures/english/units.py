"""Units of measure: canonical name, kind, the name pint knows it by, and the ways it is written.

``words`` are matched without regard to case and with an added ``s``; ``symbols`` as they stand.
"""

from __future__ import annotations

from dateline.records import Record


class Unit(Record, frozen=True, kw_only=True):
    """One unit: its name, what it measures, pint's name for it and how it is written."""

    name: str
    kind: str
    pint: str | None
    words: tuple[str, ...]
    symbols: tuple[str, ...]


def _unit(name: str, kind: str, pint: str, words: str, symbols: str = "") -> Unit:
    return Unit(
        name=name,
        kind=kind,
        pint=pint or None,
        words=tuple(word.strip() for word in words.split(",") if word.strip()),
        symbols=tuple(symbols.split("|")) if symbols else (),
    )


# fmt: off
UNITS: tuple[Unit, ...] = (
    _unit("percent", "percent", "percent", "percent, per cent, per-cent, pct, per centum, percentage", "%|％|pc"),
    _unit("percentage point", "percentage point", "", "percentage point, percent point, per cent point, %-point, pct point, % point", "pp|ppts|ppt|pps"),
    _unit("basis point", "basis point", "", "basis point, bps", "bp|bps"),
    _unit("point", "point", "", "point, index point", "pts|pts.|pt"),
    _unit("parts-per-million", "ratio", "ppm", "part per million, parts per million", "ppm"),
    _unit("parts-per-billion", "ratio", "", "part per billion, parts per billion", "ppb"),
    # length
    _unit("kilometre", "length", "kilometre", "kilometre, kilometer, kilometres, kms", "km|kms|KM|Km|-km"),
    _unit("metre", "length", "metre", "metre, meter, metres", "m"),
    _unit("centimetre", "length", "centimetre", "centimetre, centimeter", "cm"),
    _unit("millimetre", "length", "millimetre", "millimetre, millimeter", "mm"),
    _unit("micrometre", "length", "micrometre", "micrometre, micrometer, micron", "µm|μm"),
    _unit("nanometre", "length", "nanometre", "nanometre, nanometer", "nm"),
    _unit("picometre", "length", "picometre", "picometre, picometer", "pm"),
    _unit("decimetre", "length", "decimetre", "decimetre, decimeter", "dm"),
    _unit("mile", "length", "mile", "mile", "mi"),
    _unit("nautical mile", "length", "nautical_mile", "nautical mile", "nmi"),
    _unit("foot", "length", "foot", "foot, feet", "ft|ft.|′|'"),
    _unit("inch", "length", "inch", "inch, inches", "in.|″|″|\"|in"),
    _unit("yard", "length", "yard", "yard", "yd|yds|yd."),
    _unit("light year", "length", "light_year", "light year, light-year", ""),
    _unit("furlong", "length", "furlong", "furlong", ""),
    _unit("fathom", "length", "fathom", "fathom", ""),
    _unit("angstrom", "length", "angstrom", "angstrom, ångström", "Å"),
    # area
    _unit("square kilometre", "area", "kilometre ** 2", "square kilometre, square kilometer, sq kilometre, sq kilometer, sq km, sq. km, square km, sq kms", "km2|km²|km^2|sqkm"),
    _unit("square metre", "area", "metre ** 2", "square metre, square meter, sq metre, sq meter, sq m, sq. m, sq.m, sqm, square m", "m2|m²|m^2|sqm"),
    _unit("square centimetre", "area", "centimetre ** 2", "square centimetre, square centimeter, sq cm", "cm2|cm²"),
    _unit("square mile", "area", "mile ** 2", "square mile, sq mile, sq mi, sq. mi", "mi2|mi²"),
    _unit("square foot", "area", "foot ** 2", "square foot, square feet, sq ft, sq. ft, sq. ft., sq foot, sq feet, sqft, square-foot", "ft2|ft²"),
    _unit("square inch", "area", "inch ** 2", "square inch, sq in", "in2|in²"),
    _unit("square yard", "area", "yard ** 2", "square yard, sq yd", ""),
    _unit("hectare", "area", "hectare", "hectare", "ha"),
    _unit("acre", "area", "acre", "acre", ""),
    # volume
    _unit("cubic metre", "volume", "metre ** 3", "cubic metre, cubic meter, cu m", "m3|m³|m^3"),
    _unit("cubic foot", "volume", "foot ** 3", "cubic foot, cubic feet, cu ft, cu. ft.", "ft3|ft³"),
    _unit("cubic inch", "volume", "inch ** 3", "cubic inch, cubic inches, cu in", ""),
    _unit("cubic centimetre", "volume", "centimetre ** 3", "cubic centimetre, cubic centimeter", "cc|cm3|cm³"),
    _unit("cubic kilometre", "volume", "kilometre ** 3", "cubic kilometre, cubic kilometer", "km3"),
    _unit("cubic yard", "volume", "yard ** 3", "cubic yard", ""),
    _unit("litre", "volume", "litre", "litre, liter, ltr", "l|L"),
    _unit("millilitre", "volume", "millilitre", "millilitre, milliliter", "ml|mL"),
    _unit("centilitre", "volume", "centilitre", "centilitre, centiliter", "cl"),
    _unit("gallon", "volume", "gallon", "gallon", "gal"),
    _unit("quart", "volume", "quart", "quart, us quart", "qt"),
    _unit("pint", "volume", "pint", "pint, us pint", ""),
    _unit("cup", "volume", "cup", "cup", ""),
    _unit("teaspoon", "volume", "teaspoon", "teaspoon", "tsp"),
    _unit("tablespoon", "volume", "tablespoon", "tablespoon", "tbsp"),
    _unit("barrel", "volume", "oil_barrel", "barrel", "bbl|bbls"),
    _unit("bushel", "volume", "bushel", "bushel", ""),
    # mass
    _unit("kilogram", "weight", "kilogram", "kilogram, kilogramme, kilo, kgs", "kg|kgs|Kg|KG"),
    _unit("gram", "weight", "gram", "gram, gramme", "g|gm|gms"),
    _unit("milligram", "weight", "milligram", "milligram", "mg"),
    _unit("microgram", "weight", "microgram", "microgram", "µg|μg|mcg"),
    _unit("metric ton", "weight", "metric_ton", "tonne, metric ton, metric tonne", "mt"),
    _unit("ton", "weight", "ton", "ton, short ton", ""),
    _unit("long ton", "weight", "long_ton", "long ton", ""),
    _unit("pound-mass", "weight", "pound", "lb, lbs, pound-mass", "lb|lbs|lb.|lbs."),
    _unit("ounce", "weight", "ounce", "ounce, us ounce", "oz|oz."),
    _unit("fluid ounce", "volume", "fluid_ounce", "fluid ounce, fl oz, us fluid ounce", ""),
    _unit("stone", "weight", "stone", "stone", ""),
    _unit("carat", "weight", "carat", "carat", "ct"),
    # time
    _unit("second", "time", "second", "second, sec, secs", "s|sec"),
    _unit("millisecond", "time", "millisecond", "millisecond", "ms"),
    _unit("microsecond", "time", "microsecond", "microsecond", "µs|μs"),
    _unit("nanosecond", "time", "nanosecond", "nanosecond", "ns"),
    _unit("minute", "time", "minute", "minute, min, mins", "min|mins"),
    _unit("hour", "time", "hour", "hour, hr, hrs", "h|hr|hrs"),
    _unit("day", "time", "day", "day", ""),
    _unit("week", "time", "week", "week, wk, wks", "wk"),
    _unit("fortnight", "time", "fortnight", "fortnight", ""),
    _unit("month", "time", "month", "month, mos", ""),
    _unit("quarter", "time", "", "", ""),
    _unit("year", "time", "year", "year, yr, yrs, calendar year", "yr|yrs|a"),
    _unit("decade", "time", "ten_years", "decade", ""),
    _unit("century", "time", "century", "century, centuries", ""),
    # speed
    _unit("mile per hour", "speed", "mile_per_hour", "mph, m.p.h., mile an hour, miles an hour", "mph"),
    _unit("kilometre per hour", "speed", "kilometre / hour", "kph, kmph, km/h, km/hr, km per hour", "kph|km/h|kmh|kmph|km/hr"),
    _unit("metre per second", "speed", "metre / second", "m/s", "m/s"),
    _unit("knot", "speed", "knot", "knot", "kt|kts"),
    _unit("mile per gallon", "efficiency", "mile / gallon", "mpg", "mpg"),
    # temperature and angle
    _unit("celsius", "temperature", "degree_Celsius", "celsius, degree celsius, degrees celsius, degree centigrade, degrees centigrade, centigrade, deg c, deg celsius, degree c, degrees c", "°C|ºC|° C|C|℃|degC"),
    _unit("fahrenheit", "temperature", "degree_Fahrenheit", "fahrenheit, farenheit, degree fahrenheit, degrees fahrenheit, degrees farenheit, deg f, deg fahrenheit, degree f, degrees f", "°F|ºF|° F|F|℉|degF"),
    _unit("kelvin", "temperature", "kelvin", "kelvin, degrees kelvin", ""),
    _unit("degree", "angle", "degree", "degree, deg", "°|º"),
    # power, energy, electricity
    _unit("watt", "power", "watt", "watt", "W"),
    _unit("kilowatt", "power", "kilowatt", "kilowatt", "kW|KW|kw"),
    _unit("megawatt", "power", "megawatt", "megawatt", "MW"),
    _unit("gigawatt", "power", "gigawatt", "gigawatt", "GW"),
    _unit("terawatt", "power", "terawatt", "terawatt", "TW"),
    _unit("watt hour", "energy", "watt_hour", "watt hour, watt-hour", "Wh"),
    _unit("kilowatt hour", "energy", "kilowatt_hour", "kilowatt hour, kilowatt-hour", "kWh|KWh|kwh|KWH"),
    _unit("megawatt hour", "energy", "megawatt_hour", "megawatt hour, megawatt-hour", "MWh|mWh"),
    _unit("gigawatt hour", "energy", "gigawatt_hour", "gigawatt hour, gigawatt-hour", "GWh"),
    _unit("terawatt hour", "energy", "terawatt_hour", "terawatt hour, terawatt-hour", "TWh"),
    _unit("horsepower", "power", "horsepower", "horsepower, horse power, hp", "hp|HP"),
    _unit("brake horsepower", "power", "", "brake horsepower, bhp", "bhp"),
    _unit("joule", "energy", "joule", "joule", "J"),
    _unit("kilojoule", "energy", "kilojoule", "kilojoule", "kJ"),
    _unit("megajoule", "energy", "megajoule", "megajoule", "MJ"),
    _unit("calorie", "energy", "calorie", "calorie", "cal"),
    _unit("kilocalorie", "energy", "kilocalorie", "kilocalorie", "kcal"),
    _unit("newton", "force", "newton", "newton", "N"),
    _unit("newton-metre", "torque", "newton * metre", "newton metre, newton meter, newton-metre, newton-meter", "Nm"),
    _unit("pound-foot", "torque", "pound_force * foot", "pound-feet, pound-foot, pound foot, pound feet, foot-pound, ft-lb, lb-ft", "lb-ft|ft-lb|lb.-ft."),
    _unit("volt", "voltage", "volt", "volt", "V"),
    _unit("millivolt", "voltage", "millivolt", "millivolt", "mV"),
    _unit("kilovolt", "voltage", "kilovolt", "kilovolt", "kV|KV"),
    _unit("ampere", "current", "ampere", "amp, ampere", "A"),
    _unit("milliampere-hour", "charge", "milliampere_hour", "milliampere-hour, milliamp hour, milliamp-hour", "mAh|mah|MAH"),
    _unit("ohm", "resistance", "ohm", "ohm", "Ω"),
    _unit("farad", "capacitance", "farad", "farad", ""),
    _unit("tesla", "field", "tesla", "tesla", ""),
    _unit("hertz", "frequency", "hertz", "hertz, hz", "Hz|HZ|hz"),
    _unit("kilohertz", "frequency", "kilohertz", "kilohertz", "kHz|KHz|khz"),
    _unit("megahertz", "frequency", "megahertz", "megahertz", "MHz|Mhz|mhz"),
    _unit("gigahertz", "frequency", "gigahertz", "gigahertz", "GHz|Ghz|ghz"),
    _unit("decibel", "level", "", "decibel", "dB"),
    _unit("lumen", "light", "lumen", "lumen", "lm"),
    _unit("nit", "light", "", "nit", ""),
    _unit("revolution per minute", "frequency", "rpm", "rpm, revolution per minute", "rpm|RPM"),
    _unit("pascal", "pressure", "pascal", "pascal", "Pa"),
    _unit("hectopascal", "pressure", "hectopascal", "hectopascal", "hPa"),
    _unit("kilopascal", "pressure", "kilopascal", "kilopascal", "kPa"),
    _unit("megapascal", "pressure", "megapascal", "megapascal", "MPa"),
    _unit("millibar", "pressure", "millibar", "millibar", "mb"),
    _unit("bar", "pressure", "bar", "", "bar"),
    _unit("pound per square inch", "pressure", "psi", "psi, pound per square inch", "psi"),
    _unit("kilopound per square inch", "pressure", "ksi", "ksi", "ksi"),
    _unit("mole", "amount", "mole", "", "mol"),
    _unit("roentgen", "radiation", "roentgen", "roentgen, röntgen", "R"),
    _unit("sievert", "radiation", "sievert", "sievert", "Sv"),
    _unit("millisievert", "radiation", "millisievert", "millisievert", "mSv"),
    _unit("becquerel", "radiation", "becquerel", "becquerel", "Bq"),
    # data
    _unit("bit", "data", "bit", "bit", ""),
    _unit("byte", "data", "byte", "byte", ""),
    _unit("kilobyte", "data", "kilobyte", "kilobyte", "KB|kB|kb"),
    _unit("megabyte", "data", "megabyte", "megabyte", "MB"),
    _unit("gigabyte", "data", "gigabyte", "gigabyte, gig", "GB|gb|Gb"),
    _unit("terabyte", "data", "terabyte", "terabyte", "TB|tb"),
    _unit("petabyte", "data", "petabyte", "petabyte", "PB"),
    _unit("megabit", "data", "megabit", "megabit", "Mb"),
    _unit("gigabit", "data", "gigabit", "gigabit", "Gbit"),
    _unit("megabit per second", "rate", "megabit / second", "mbps", "Mbps|mbps|Mb/s|Mbit/s"),
    _unit("gigabit per second", "rate", "gigabit / second", "gbps", "Gbps|gbps|Gb/s"),
    _unit("megabyte per second", "rate", "megabyte / second", "", "MB/s"),
    _unit("gigabyte per second", "rate", "gigabyte / second", "", "GB/s"),
    _unit("megapixel", "count", "", "megapixel, mega pixel", "MP"),
    _unit("pixel per inch", "density", "", "ppi, pixel per inch", "ppi"),
    _unit("frame per second", "frequency", "", "fps, frame per second", "fps"),
    # agreed abbreviations of counts per time or game
    _unit("barrel per day", "rate", "", "barrels a day", "bpd|b/d"),
    _unit("point per game", "rate", "", "", "ppg"),
    _unit("rebound per game", "rate", "", "", "rpg"),
    _unit("assist per game", "rate", "", "", "apg"),
    _unit("win above replacement", "count", "", "", "WAR"),
    _unit("count", "multiple", "", "time, times, fold", "x|×"),
)
# fmt: on

AGE_TAILS = ("old", "of age", "olds", "yo")
"""What follows a stretch of time when it is an age (``67-year-old``, ``three years of age``)."""

PER = ("per", "a", "an", "every", "each")
"""Words that join a unit to what it is counted by."""

RATE_NOUNS = frozenset(
    "share person capita head household family unit night game ticket seat passenger pupil student "
    "vote voter child worker employee room bottle pack packet item trade transaction play carry "
    "visit visitor bushel barrel shareholder member customer user stock test dose day site plate "
    "ride trip meal bag box piece pop episode issue copy mile vehicle car home house point round "
    "innings match session season race play touch attempt shot minute acre unit tonne ton".split()
)
"""Counted things that come after ``a`` or ``per`` in a rate (``12 cents a share``)."""

AMBIGUOUS_WORDS = frozenset(
    "second stone min point quarter sec bit cup bar gig hp sol nit time".split()
)
"""Units that are common words too; as a unit they follow the number directly."""

MASS_CUES = frozenset(
    "weigh weighs weighed weighing weight heavy heavier lighter lose lost losing gain gained shed "
    "drop pack packs meat food beef flour chocolate sugar butter cocaine heroin drugs explosive "
    "explosives baby overweight thrust fish cheese powder ammonium copper gold carbon dioxide waste "
    "garbage trash pressure plutonium uranium marijuana methamphetamine fentanyl rice coffee tea "
    "potatoes bomb bombs pounder muscle bodyweight".split()
)
"""Words that make a pound a weight; without one a pound is a pound sterling."""

MONEY_CUES = frozenset(
    "cost costs costing price prices priced pay paid paying worth fine fined spend spent profit "
    "loss revenue sales budget fund funding aid grant bill wage wages salary bid offer deal raise "
    "raised invest invested investment debt loan loans tax earn earned earning earnings bought buy "
    "sold sell value valued fee fees reward assistance compensation rent donation donated income "
    "cash save saved savings charge charged bonus".split()
)

MONEY_THINGS = frozenset(
    "money cash aid debt debts damages compensation fines penalties funding funds investment "
    "investments spending savings revenue revenues income profit profits sales tax taxes taxpayers "
    "taxpayer benefits support subsidies subsidy grants loans credit cuts costs losses loss damage "
    "earnings wages pay fees rent arrears donations compensation payments payouts bonuses orders "
    "contracts business trade exports imports assets shares stock bonds budget relief capital "
    "pensions dividends winnings public state government council lottery".split()
)
"""What pounds are money of (``900,000 pounds in damages``); of anything else they are weight."""

MEANS_OF_PAYMENT = frozenset("money cash shares stock bonds assets".split())
"""Of those, what is paid in, not for: ``$2 billion in cash``."""
