"""Invented paragraphs with their people, roles, organisations, places and references.

In the text ``{words|Name}`` marks words that stand for a person or an organisation, ``{words|?}``
words that the text leaves open. Everybody and everything is invented, only places on the map are
real.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


class Paragraph(NamedTuple):
    """A paragraph (or several) with what a careful reader finds in it."""

    marked: str
    people: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[tuple[str, str | None], ...] = ()
    ages: tuple[tuple[str, int], ...] = ()
    relations: tuple[tuple[str, str, str], ...] = ()
    headline: bool = False

    @property
    def text(self) -> str:
        """The paragraph without marks."""
        return _MARK.sub(lambda m: m.group(1), self.marked)

    def references(self) -> list[tuple[int, int, str]]:
        """Return start, end and name of every marked stretch, in the text without marks."""
        out: list[tuple[int, int, str]] = []
        removed = 0
        for match in _MARK.finditer(self.marked):
            start = match.start() - removed
            out.append((start, start + len(match.group(1)), match.group(2)))
            removed += len(match.group()) - len(match.group(1))
        return out


P = Paragraph
PARAGRAPHS: tuple[Paragraph, ...] = (
    P(
        "Varnish President Oleg Darvin won a second term on Sunday. {Darvin|Oleg Darvin}, 58, "
        "promised lower fuel prices. “We will rebuild,” {the president|Oleg Darvin} said. "
        "{He|Oleg Darvin} thanked voters in Tallinn.",
        people=("Oleg Darvin",),
        roles=(("Oleg Darvin", "Varnish President"),),
        places=(("Tallinn", "EE"),),
        ages=(("Oleg Darvin", 58),),
    ),
    P(
        "“The count was slow,” said Mira Tolland, founder of Greycoat Risk Advisors in Dublin. "
        "{Tolland|Mira Tolland} said {she|Mira Tolland} expected appeals.",
        people=("Mira Tolland",),
        roles=(("Mira Tolland", "founder of Greycoat Risk Advisors in Dublin"),),
        organisations=("Greycoat Risk Advisors",),
        places=(("Dublin", "IE"),),
    ),
    P(
        "Inflation will ease by spring, said Pavel Hruska, a Prague-based economist at Moravin "
        "Bank, a mid-sized lender. {The bank|Moravin Bank} raised its forecast on Monday.",
        people=("Pavel Hruska",),
        roles=(("Pavel Hruska", "Prague-based economist at Moravin Bank"),),
        organisations=("Moravin Bank",),
        places=(("Prague", "CZ"),),
    ),
    P(
        "Former Prime Minister Ingrid Halvorsen attacked her successor, Tor Lindqvist, on "
        "Friday. {Halvorsen|Ingrid Halvorsen}, 71, said {she|Ingrid Halvorsen} regretted "
        "endorsing {Lindqvist|Tor Lindqvist}.",
        people=("Ingrid Halvorsen", "Tor Lindqvist"),
        roles=(
            ("Ingrid Halvorsen", "Former Prime Minister"),
            ("Tor Lindqvist", "successor"),
        ),
        ages=(("Ingrid Halvorsen", 71),),
        relations=(("Tor Lindqvist", "successor", "Ingrid Halvorsen"),),
    ),
    P(
        "Police arrested Dario Venn, 34, a bus driver from Leeds, on Tuesday. {Venn|Dario Venn}"
        " was released on bail. {He|Dario Venn} denied all charges, {his|Dario Venn} lawyer, "
        "Amy Stroud, said.",
        people=("Dario Venn", "Amy Stroud"),
        roles=(("Dario Venn", "bus driver from Leeds"), ("Amy Stroud", "lawyer")),
        places=(("Leeds", "GB"),),
        ages=(("Dario Venn", 34),),
        relations=(("Amy Stroud", "lawyer", "Dario Venn"),),
    ),
    P(
        "The National Grain Board (NGB) cut its estimate. The NGB said drought had hurt wheat "
        "in the south. “Rain came late,” said Lena Marsh, director of forecasting at {the "
        "NGB|National Grain Board}.",
        people=("Lena Marsh",),
        roles=(("Lena Marsh", "director of forecasting at the NGB"),),
        organisations=("National Grain Board",),
    ),
    P(
        "Emil Tarkov handed the company to his son, Ravil Tarkov, in 2019. The younger Tarkov "
        "has since sold most of it. “My father built it,” Ravil Tarkov said.",
        people=("Emil Tarkov", "Ravil Tarkov"),
        roles=(("Ravil Tarkov", "son"),),
        relations=(("Ravil Tarkov", "son", "Emil Tarkov"),),
    ),
    P(
        "The mayor of Paris, Texas, Dale Whitcomb, said the tornado destroyed forty homes. "
        "{Whitcomb|Dale Whitcomb} toured the town on Monday.",
        people=("Dale Whitcomb",),
        roles=(("Dale Whitcomb", "mayor of Paris, Texas"),),
        places=(("Paris", "US"), ("Texas", "US")),
    ),
    P(
        "Georgia reopened its border with Armenia on Thursday, officials in Tbilisi said. "
        "Traffic from Yerevan resumed within hours.",
        places=(("Georgia", "GE"), ("Armenia", "AM"), ("Tbilisi", "GE"), ("Yerevan", "AM")),
    ),
    P(
        "Voters in Georgia and Alabama face long lines, officials in Atlanta said. Florida has "
        "opened extra polling places.",
        places=(("Georgia", "US"), ("Alabama", "US"), ("Atlanta", "US"), ("Florida", "US")),
    ),
    P(
        "Spokeswoman Petra Olin told reporters that the ministry had no comment. {She|Petra "
        "Olin} declined to give a date.",
        people=("Petra Olin",),
        roles=(("Petra Olin", "Spokeswoman"),),
    ),
    P(
        "Carla Monti beat Jonas Reuter in straight sets. {Monti|Carla Monti}, a 19-year-old "
        "qualifier, needed only an hour. {Reuter|Jonas Reuter} had beaten {her|Carla Monti} "
        "twice.",
        people=("Carla Monti", "Jonas Reuter"),
        roles=(("Carla Monti", "19-year-old qualifier"),),
        ages=(("Carla Monti", 19),),
    ),
    P(
        "Victor Sand met Paul Irving on Monday. {He|?} said the talks were useful.",
        people=("Victor Sand", "Paul Irving"),
    ),
    P(
        "Turnout was 61 percent. Inflation stood at 9 percent. May brought relief. Monday was "
        "quiet in Lisbon.",
        places=(("Lisbon", "PT"),),
    ),
    P(
        "Defense Secretary Howard Blaine flew to Seoul on Saturday. {Blaine|Howard Blaine} is "
        "to meet South Korean officials before {he|Howard Blaine} travels to Tokyo.",
        people=("Howard Blaine",),
        roles=(("Howard Blaine", "Defense Secretary"),),
        places=(("Seoul", "KR"), ("Tokyo", "JP")),
    ),
    P(
        "The Kremlin denied the report. Kremlin spokesman Anton Veshkin called it absurd. "
        "{Veshkin|Anton Veshkin} spoke in Moscow.",
        people=("Anton Veshkin",),
        roles=(("Anton Veshkin", "Kremlin spokesman"),),
        organisations=("Kremlin",),
        places=(("Kremlin", "RU"), ("Moscow", "RU")),
    ),
    P(
        "Sen. Martha Quill (D-Ohio) opposed the bill. “It is a giveaway,” {Quill|Martha Quill} "
        "said. {She|Martha Quill} will vote no.",
        people=("Martha Quill",),
        roles=(("Martha Quill", "Sen."),),
        places=(("Ohio", "US"),),
    ),
    P(
        "Mr. Aldous Finch and Mrs. Vera Finch were honoured on Friday. Mrs. {Finch|Vera Finch} "
        "gave a short speech. {She|Vera Finch} thanked the volunteers.",
        people=("Aldous Finch", "Vera Finch"),
    ),
    P(
        "Researchers at the University of Tartu found traces of lead. The university’s chief "
        "chemist, Maarja Kask, led the study. “The levels are low,” {Kask|Maarja Kask} said.",
        people=("Maarja Kask",),
        roles=(("Maarja Kask", "chief chemist"),),
        organisations=("University of Tartu",),
        places=(),
    ),
    P(
        "Lindholm Holdings, a shipping company, reported a loss. {The company|Lindholm "
        "Holdings} blamed fuel costs. Chief executive Sven Abel resigned.",
        people=("Sven Abel",),
        roles=(("Sven Abel", "Chief executive"),),
        organisations=("Lindholm Holdings",),
    ),
    P(
        "Kim Tae-won, the country’s foreign minister, arrived in Geneva. {Kim|Kim Tae-won} said"
        " {he|Kim Tae-won} was hopeful.",
        people=("Kim Tae-won",),
        roles=(("Kim Tae-won", "foreign minister"),),
        places=(("Geneva", "CH"),),
    ),
    P(
        "Ukrainian forces shelled depots east of Kherson, a spokesman said. Trains to Kyiv were"
        " halted.",
        places=(("Kherson", "UA"), ("Kyiv", "UA")),
    ),
    P(
        "The Civic Union won 42 seats and the Farmers’ Party 17. Farmers’ Party leader Osric "
        "Bohn conceded. {Bohn|Osric Bohn} blamed low turnout.",
        people=("Osric Bohn",),
        roles=(("Osric Bohn", "Farmers’ Party leader"),),
        organisations=("Civic Union", "Farmers’ Party"),
    ),
    P(
        "Nurse Adaeze Obi, 29, has worked in Lagos since 2016. “We lack beds,” {she|Adaeze Obi}"
        " said. {Her|Adaeze Obi} ward treats 60 patients.",
        people=("Adaeze Obi",),
        roles=(("Adaeze Obi", "Nurse"),),
        places=(("Lagos", "NG"),),
        ages=(("Adaeze Obi", 29),),
    ),
    P(
        "“Nobody told us,” said Tomas Brandt, a 67-year-old retired miner. {He|Tomas Brandt} "
        "has lived in Ostrava all {his|Tomas Brandt} life.",
        people=("Tomas Brandt",),
        roles=(("Tomas Brandt", "67-year-old retired miner"),),
        places=(("Ostrava", "CZ"),),
        ages=(("Tomas Brandt", 67),),
    ),
    P(
        "French President Luc Marchetti will meet German Chancellor Hanna Vogel in Brussels. "
        "{The French president|Luc Marchetti} wants a deal. {The chancellor|Hanna Vogel} is "
        "sceptical.",
        people=("Luc Marchetti", "Hanna Vogel"),
        roles=(("Luc Marchetti", "French President"), ("Hanna Vogel", "German Chancellor")),
        places=(("Brussels", "BE"),),
    ),
    P(
        "Judge Ellen Corso sentenced the trader to six years. {Corso|Ellen Corso} said "
        "{she|Ellen Corso} saw no remorse. {The judge|Ellen Corso} refused bail.",
        people=("Ellen Corso",),
        roles=(("Ellen Corso", "Judge"),),
    ),
    P(
        "Bram Kuyper, who was the head of the port authority until 2018, faces trial in "
        "Rotterdam. {Kuyper|Bram Kuyper} denies taking bribes.",
        people=("Bram Kuyper",),
        roles=(("Bram Kuyper", "head of the port authority until 2018"),),
        places=(("Rotterdam", "NL"),),
    ),
    P(
        "Striker Nico Alvar scored twice for Valencia. {Alvar|Nico Alvar}, a close friend of "
        "coach Ivo Maric, had been injured. {Maric|Ivo Maric} praised {him|Nico Alvar}.",
        people=("Nico Alvar", "Ivo Maric"),
        roles=(
            ("Nico Alvar", "Striker"),
            ("Nico Alvar", "close friend of coach Ivo Maric"),
            ("Ivo Maric", "coach"),
        ),
        relations=(("Nico Alvar", "friend", "Ivo Maric"),),
        organisations=("Valencia",),
    ),
    P(
        "The White House condemned the attack. A White House official said aid would flow "
        "through Poland to Lviv.",
        organisations=("White House",),
        places=(("White House", "US"), ("Poland", "PL"), ("Lviv", "UA")),
    ),
    P(
        "Election chief Yusuf Demir announced the results in Ankara. {Demir|Yusuf Demir} said "
        "the Supreme Electoral Council would hear complaints until Friday.",
        people=("Yusuf Demir",),
        roles=(("Yusuf Demir", "Election chief"),),
        organisations=("Supreme Electoral Council",),
        places=(("Ankara", "TR"),),
    ),
    P(
        "Anna Weiss, spokeswoman for Clara Dorn, rejected the claim. {Weiss|Anna Weiss} said "
        "the senator had paid every bill.",
        people=("Anna Weiss", "Clara Dorn"),
        roles=(("Anna Weiss", "spokeswoman for Clara Dorn"),),
        relations=(("Anna Weiss", "spokeswoman", "Clara Dorn"),),
    ),
    P(
        "Kazakhstan’s central bank kept rates at 14.5 percent. Its governor, Dana Serik, said "
        "prices in Almaty and Astana were slowing. {Serik|Dana Serik} took over in 2021.",
        people=("Dana Serik",),
        roles=(("Dana Serik", "governor"),),
        places=(("Kazakhstan", "KZ"), ("Almaty", "KZ"), ("Astana", "KZ")),
    ),
    P(
        "Pope Clement met King Harald in Rome. {The pope|Pope Clement} spoke for an hour.",
        people=("Pope Clement", "King Harald"),
        roles=(("Pope Clement", "Pope"), ("King Harald", "King")),
        places=(("Rome", "IT"),),
    ),
    P(
        "U.S. Rep. Curtis Lowell, a Republican from Ohio, will retire. {Lowell|Curtis Lowell} "
        "said {he|Curtis Lowell} wants time with {his|Curtis Lowell} family.",
        people=("Curtis Lowell",),
        roles=(
            ("Curtis Lowell", "U.S. Rep."),
            ("Curtis Lowell", "Republican from Ohio"),
        ),
        places=(("U.S.", "US"), ("Ohio", "US")),
    ),
    P(
        "“It was chaos,” said Farid Nasser. The shopkeeper from Beirut lost everything. "
        "{Nasser|Farid Nasser} hopes to reopen.",
        people=("Farid Nasser",),
        places=(("Beirut", "LB"),),
    ),
    P(
        "Ex-minister Lars Holt was fined. {Holt|Lars Holt} resigned as energy minister in "
        "March. {The former minister|Lars Holt} said {he|Lars Holt} would appeal.",
        people=("Lars Holt",),
        roles=(("Lars Holt", "Ex-minister"),),
    ),
    P(
        "Storm Warning Lifted as Winds Ease\n"
        "Forecasters lifted the warning for the Black Sea coast on Sunday. “The worst is over,”"
        " said Ilie Radu, chief forecaster at the Marine Weather Service in Constanta.",
        people=("Ilie Radu",),
        roles=(("Ilie Radu", "chief forecaster at the Marine Weather Service in Constanta"),),
        organisations=("Marine Weather Service",),
        places=(("Black Sea", None), ("Constanta", "RO")),
        headline=True,
    ),
    P(
        "Marchetti’s Risky Bet Splits Cabinet\n"
        "Prime Minister Aldo Marchetti dismissed two ministers. {Marchetti|Aldo Marchetti} told"
        " the Senate that {he|Aldo Marchetti} had no choice.",
        people=("Aldo Marchetti",),
        roles=(("Aldo Marchetti", "Prime Minister"),),
        organisations=("Senate",),
        headline=True,
    ),
    P(
        "Rosa Del Vecchio runs the shelter with her husband, Gianni. {Del Vecchio|Rosa Del "
        "Vecchio} said donations had doubled.",
        people=("Rosa Del Vecchio", "Gianni"),
        roles=(("Gianni", "husband"),),
        relations=(("Gianni", "husband", "Rosa Del Vecchio"),),
    ),
    P(
        "Washington and Beijing resumed trade talks. U.S. officials hope for a deal by June; "
        "China wants tariffs lifted.",
        places=(("Washington", "US"), ("Beijing", "CN"), ("U.S.", "US"), ("China", "CN")),
    ),
    P(
        "When Nadia Ferro took over, {she|Nadia Ferro} cut prices. Rival grocer Otto Lanz "
        "followed. {Lanz|Otto Lanz} says {his|Otto Lanz} margins have shrunk.",
        people=("Nadia Ferro", "Otto Lanz"),
        roles=(("Otto Lanz", "Rival grocer"),),
    ),
    P(
        "Jan Novotny congratulated Petr Sykora on {his|?} victory. {Sykora|Petr Sykora} thanked"
        " {him|Jan Novotny}.",
        people=("Jan Novotny", "Petr Sykora"),
    ),
    P(
        "Alicia Romero, president of Banco Austral, and Hugo Prat, its chief economist, will "
        "speak in Montevideo on Monday.",
        people=("Alicia Romero", "Hugo Prat"),
        roles=(("Alicia Romero", "president of Banco Austral"), ("Hugo Prat", "chief economist")),
        organisations=("Banco Austral",),
        places=(("Montevideo", "UY"),),
    ),
    P(
        "KYIV, Ukraine — President Taras Moroz visited the front on Friday. {Moroz|Taras Moroz}"
        " awarded medals near Kharkiv, {his|Taras Moroz} office said.",
        people=("Taras Moroz",),
        roles=(("Taras Moroz", "President"),),
        places=(("KYIV", "UA"), ("Ukraine", "UA"), ("Kharkiv", "UA")),
    ),
)
