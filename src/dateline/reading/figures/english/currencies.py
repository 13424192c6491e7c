"""Currencies by sign, code and name (ISO 4217; withdrawn ones by their English name)."""

from __future__ import annotations

SIGNS: dict[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₪": "ILS", "₫": "VND", "₡": "CRC",
    "₿": "BTC", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₮": "MNT", "₵": "GHS", "₲": "PYG", "₭": "LAK",
    "៛": "KHR", "৳": "BDT", "¢": "cent",
}  # fmt: skip

PREFIXED_DOLLARS: dict[str, str] = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD",
    "c": "CAD", "ca": "CAD", "cad": "CAD", "cdn": "CAD", "can": "CAD", "hk": "HKD", "hkd": "HKD",
    "nz": "NZD", "nzd": "NZD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "nt": "TWD", "mx": "MXN",
    "mex": "MXN", "mxn": "MXN", "r": "BRL", "brl": "BRL", "z": "ZWL", "j": "JMD", "tt": "TTD",
    "bd": "BBD", "fj": "FJD", "n": "NAD",
}  # fmt: skip
"""Letters before (or after) a dollar sign."""

CODES: frozenset[str] = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BWP BYN CAD CDF CHF CLP CNY "
    "COP CRC CZK DKK DOP DZD EGP ETB EUR GBP GEL GHS GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD "
    "JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR LYD MAD MDL MGA MKD MMK MNT MUR MWK MXN MYR MZN "
    "NAD NGN NIO NOK NPR NZD OMR PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SOS "
    "SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XOF YER ZAR ZMW BTC "
    "RMB".split()
)

PREFIXES: dict[str, str] = {
    "RM": "MYR", "Rs": "INR", "Rs.": "INR", "Y=": "JPY", "PS": "GBP", "Rp": "IDR", "RMB": "CNY",
    "rmb": "CNY", "sen": "sen", "dollar": "USD", "NIS": "ILS", "Tk": "BDT", "Ksh": "KES",
    "Sh": "KES", "R": "ZAR", "N": "NGN", "Sfr": "CHF", "SFr": "CHF", "DM": "german mark",
    "MAUD": "AUD", "MUSD": "USD", "MEUR": "EUR", "MSEK": "SEK", "MNOK": "NOK", "MDKK": "DKK",
    "SEK": "SEK", "Ft": "HUF", "zl": "PLN", "Kc": "CZK", "PHP": "PHP", "P": "PHP",
}  # fmt: skip
"""Letters before an amount. Those with a leading M in capitals count in millions."""

NAMES: dict[str, str] = {
    "dollar": "USD", "u.s. dollar": "USD", "us dollar": "USD", "american dollar": "USD", "buck": "USD",
    "united states dollar": "USD", "australian dollar": "AUD", "aussie dollar": "AUD",
    "canadian dollar": "CAD", "new zealand dollar": "NZD", "kiwi dollar": "NZD",
    "hong kong dollar": "HKD", "singapore dollar": "SGD", "taiwan dollar": "TWD",
    "new taiwan dollar": "TWD", "jamaican dollar": "JMD", "fiji dollar": "FJD",
    "namibian dollar": "NAD", "zimbabwean dollar": "ZWL", "zimbabwe dollar": "ZWL",
    "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "british pound": "GBP", "quid": "GBP", "sterling": "GBP",
    "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP", "sudanese pound": "SDG",
    "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY",
    "rmb": "CNY", "ringgit": "MYR", "malaysian ringgit": "MYR", "swiss franc": "CHF",
    "french franc": "french franc", "belgian franc": "belgian franc", "franc": "CHF",
    "cfa franc": "XOF", "rupee": "rupee", "indian rupee": "INR", "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR", "nepalese rupee": "NPR", "rupiah": "IDR", "indonesian rupiah": "IDR",
    "lira": "TRY", "turkish lira": "TRY", "italian lira": "italian lira", "rand": "ZAR",
    "south african rand": "ZAR", "shekel": "ILS", "israeli shekel": "ILS", "new israeli shekel": "ILS",
    "danish krone": "DKK", "danish crown": "DKK", "norwegian krone": "NOK", "norwegian crown": "NOK",
    "swedish krona": "SEK", "swedish crown": "SEK", "czech crown": "CZK", "czech koruna": "CZK",
    "icelandic krona": "ISK", "rouble": "RUB", "ruble": "RUB", "russian ruble": "RUB",
    "russian rouble": "RUB", "hryvnia": "UAH", "hryvnya": "UAH", "tenge": "KZT", "kazakh tenge": "KZT",
    "som": "KGS", "soum": "UZS", "uzbek sum": "UZS", "real": "BRL", "reais": "BRL", "brazilian real": "BRL",
    "mexican peso": "MXN", "philippine peso": "PHP", "argentine peso": "ARS", "chilean peso": "CLP",
    "colombian peso": "COP", "cuban peso": "CUP", "peso": "peso", "won": "KRW", "south korean won": "KRW",
    "bitcoin": "BTC", "baht": "THB", "thai baht": "THB", "dong": "VND", "vietnamese dong": "VND",
    "forint": "HUF", "hungarian forint": "HUF", "zloty": "PLN", "zlotys": "PLN", "polish zloty": "PLN",
    "leu": "RON", "lei": "RON", "dirham": "AED", "uae dirham": "AED", "moroccan dirham": "MAD",
    "saudi riyal": "SAR", "riyal": "SAR", "qatari riyal": "QAR", "iranian rial": "IRR", "rial": "IRR",
    "kuwaiti dinar": "KWD", "iraqi dinar": "IQD", "jordanian dinar": "JOD", "tunisian dinar": "TND",
    "serbian dinar": "RSD", "naira": "NGN", "nigerian naira": "NGN", "kenyan shilling": "KES",
    "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "shilling": "KES", "cedi": "GHS",
    "ghanaian cedi": "GHS", "birr": "ETB", "kwacha": "ZMW", "kwanza": "AOA", "taka": "BDT",
    "lari": "GEL", "dram": "AMD", "manat": "AZN", "afghani": "AFN", "kyat": "MMK", "tugrik": "MNT",
    "colon": "CRC", "colón": "CRC", "lempira": "HNL", "quetzal": "GTQ", "bolivar": "VES", "sol": "PEN",
    "guarani": "PYG", "lev": "BGN", "leva": "BGN", "denar": "MKD", "kuna": "croatian kuna",
    "german mark": "german mark", "deutsche mark": "german mark", "deutschmark": "german mark",
    "mark": "german mark", "finnish markka": "finnish markka", "markka": "finnish markka",
    "peseta": "peseta", "guilder": "dutch guilder", "dutch guilder": "dutch guilder",
    "cent": "cent", "penny": "penny", "pence": "penny", "sen": "sen", "kopeck": "kopek", "kopek": "kopek",
    "p": "penny", "guinea": "guinea",
}  # fmt: skip
"""Names in the singular. A bare rupee, peso or krone names no one currency and stays a name."""

SHARED_NAMES: dict[str, str] = {
    "crown": "crown", "crowns": "crown", "krone": "krone", "kroner": "krone", "krona": "krona",
    "kronor": "krona", "peso": "peso", "pesos": "peso", "rupee": "rupee", "rupees": "rupee",
}  # fmt: skip
"""Names that several countries' money has, by how they are written."""

SUBUNITS: dict[str, float] = {"cent": 0.01, "penny": 0.01, "sen": 0.01, "kopek": 0.01}

AMBIGUOUS = frozenset(
    "real sol mark won dram lev som colon p lei leu guinea sterling dong buck".split()
)
"""Names that are common words too: money only after an amount in digits or a scale word."""
