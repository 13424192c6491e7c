"""More invented paragraphs, written after the rules and scored apart from the others.

They show what to expect of text the rules were not written beside; nothing is corrected for them.
"""

from __future__ import annotations

from paragraphs import P

UNSEEN: tuple[P, ...] = (
    P(
        "Hundreds marched in Nairobi after the High Court upheld the vote. “This is our verdict,” said "
        "Wanjiru Odera, 24, a law student. {She|Wanjiru Odera} carried a flag. Opposition leader Kamau "
        "Otieno urged calm. {Otieno|Kamau Otieno} said {he|Kamau Otieno} would speak on Thursday.",
        people=("Wanjiru Odera", "Kamau Otieno"),
        roles=(("Wanjiru Odera", "law student"), ("Kamau Otieno", "Opposition leader")),
        organisations=("High Court",),
        places=(("Nairobi", "KE"),),
        ages=(("Wanjiru Odera", 24),),
    ),
    P(
        "Brazil’s finance minister, Paulo Teles, resigned on Wednesday, days after President Lucia "
        "Amaral rejected {his|Paulo Teles} budget. {Teles|Paulo Teles} will be replaced by {his|Paulo "
        "Teles} deputy, Renata Fonso.",
        people=("Paulo Teles", "Lucia Amaral", "Renata Fonso"),
        roles=(
            ("Paulo Teles", "finance minister"),
            ("Lucia Amaral", "President"),
            ("Renata Fonso", "deputy"),
        ),
        places=(("Brazil", "BR"),),
        relations=(("Renata Fonso", "deputy", "Paulo Teles"),),
    ),
    P(
        "The International Fisheries Council (IFC) said stocks had recovered. “We were surprised,” said "
        "Dag Solheim, who heads the IFC’s office in Bergen. {Solheim|Dag Solheim}, a marine biologist, "
        "led the survey.",
        people=("Dag Solheim",),
        roles=(("Dag Solheim", "marine biologist"),),
        organisations=("International Fisheries Council",),
        places=(("Bergen", "NO"),),
    ),
    P(
        "Investigators believe the captain, Andreas Voss, fell asleep. {Voss|Andreas Voss} told police "
        "{he|Andreas Voss} remembered nothing. The ferry ran aground near Split, Croatia.",
        people=("Andreas Voss",),
        roles=(("Andreas Voss", "captain"),),
        places=(("Split", "HR"), ("Croatia", "HR")),
    ),
    P(
        "Shares in Tellus Energy fell 8 percent after Chief Executive Officer Maria Stein sold stock. "
        "{The company|Tellus Energy} declined to comment. Analysts at Harrow Securities cut their "
        "target.",
        people=("Maria Stein",),
        roles=(("Maria Stein", "Chief Executive Officer"),),
        organisations=("Tellus Energy", "Harrow Securities"),
    ),
    P(
        "Iran’s foreign ministry summoned the Swedish ambassador, Lena Ek, on Sunday. {Ek|Lena Ek} was "
        "handed a note, an official in Tehran said.",
        people=("Lena Ek",),
        roles=(("Lena Ek", "Swedish ambassador"),),
        places=(("Iran", "IR"), ("Tehran", "IR")),
    ),
    P(
        "“He lied to us,” said Gloria Banks, whose son died in the fire. {Banks|Gloria Banks} and "
        "{her|Gloria Banks} sister, Joyce Pell, have sued the landlord.",
        people=("Gloria Banks", "Joyce Pell"),
        roles=(("Joyce Pell", "sister"),),
        relations=(("Joyce Pell", "sister", "Gloria Banks"),),
    ),
    P(
        "Governor Rick Talbot, a Democrat, signed the bill in Albany, New York. {The governor|Rick "
        "Talbot} said {he|Rick Talbot} had waited years for it.",
        people=("Rick Talbot",),
        roles=(("Rick Talbot", "Governor"), ("Rick Talbot", "Democrat")),
        places=(("Albany", "US"), ("New York", "US")),
    ),
    P(
        "Moldovan police found the truck near Birmingham on the A38. British officers in Birmingham and "
        "London had followed it for a week.",
        places=(("Birmingham", "GB"), ("London", "GB")),
    ),
    P(
        "Author Salma Idris won the Corran Prize for “The Salt Year”. Born in Khartoum, {she|Salma "
        "Idris} moved to Manchester at nine. {Idris|Salma Idris} thanked {her|Salma Idris} editor, Ben "
        "Crane.",
        people=("Salma Idris", "Ben Crane"),
        roles=(("Salma Idris", "Author"), ("Ben Crane", "editor")),
        places=(("Khartoum", "SD"), ("Manchester", "GB")),
    ),
    P(
        "Former central bank governor Ivo Petrak warned of a recession. {Petrak|Ivo Petrak}, now a "
        "professor at the University of Zagreb, said rates must fall. {The former governor|Ivo Petrak} "
        "has criticised {his|Ivo Petrak} successors before.",
        people=("Ivo Petrak",),
        roles=(
            ("Ivo Petrak", "Former central bank governor"),
            ("Ivo Petrak", "professor at the University of Zagreb"),
        ),
        organisations=("University of Zagreb",),
    ),
    P(
        "Russia and Ukraine traded prisoners on Friday. Kyiv said 60 soldiers had come home; Moscow gave "
        "no figure. The exchange took place near Sumy.",
        places=(
            ("Russia", "RU"),
            ("Ukraine", "UA"),
            ("Kyiv", "UA"),
            ("Moscow", "RU"),
            ("Sumy", "UA"),
        ),
    ),
    P(
        "Goalkeeper Sami Rantanen saved two penalties. Coach Mikael Borg called {him|Sami Rantanen} the "
        "best in Finland. {Borg|Mikael Borg} will name {his|Mikael Borg} squad on Monday.",
        people=("Sami Rantanen", "Mikael Borg"),
        roles=(("Sami Rantanen", "Goalkeeper"), ("Mikael Borg", "Coach")),
        places=(("Finland", "FI"),),
    ),
    P(
        "Prince Leopold and his wife, Princess Amalia, visited the hospital. {The prince|Prince "
        "Leopold} spoke with nurses.",
        people=("Prince Leopold", "Princess Amalia"),
        roles=(
            ("Prince Leopold", "Prince"),
            ("Princess Amalia", "Princess"),
            ("Princess Amalia", "wife"),
        ),
        relations=(("Princess Amalia", "wife", "Prince Leopold"),),
    ),
    P(
        "The Pentagon said two drones were shot down over Syria. “Our forces are safe,” Maj. Gen. Carl "
        "Whitlock, a Pentagon spokesman, told reporters. {Whitlock|Carl Whitlock} gave no details.",
        people=("Carl Whitlock",),
        roles=(("Carl Whitlock", "Maj. Gen."), ("Carl Whitlock", "Pentagon spokesman")),
        organisations=("Pentagon",),
        places=(("Pentagon", "US"), ("Syria", "SY")),
    ),
    P(
        "Li Meihua, a retired teacher, has planted trees in Gansu for thirty years. “The sand was at our "
        "door,” {Li|Li Meihua} said. {She|Li Meihua} is 71.",
        people=("Li Meihua",),
        roles=(("Li Meihua", "retired teacher"),),
        places=(("Gansu", "CN"),),
    ),
    P(
        "Ministers in Luxembourg failed to agree. “We are close,” said Bettina Kraus, Austria’s interior "
        "minister. {Her|Bettina Kraus} Hungarian counterpart, Gabor Szel, disagreed. {Szel|Gabor Szel} "
        "called the plan dead.",
        people=("Bettina Kraus", "Gabor Szel"),
        roles=(("Bettina Kraus", "interior minister"), ("Gabor Szel", "Hungarian counterpart")),
        relations=(("Gabor Szel", "counterpart", "Bettina Kraus"),),
        places=(("Luxembourg", "LU"), ("Austria", "AT")),
    ),
    P(
        "The trial of Hector Ruiz and Manuel Ochoa begins in Seville on Monday. Prosecutors say {he|?} "
        "planned the theft. Ruiz’s lawyer, Marta Gil, denies it.",
        people=("Hector Ruiz", "Manuel Ochoa", "Marta Gil"),
        roles=(("Marta Gil", "lawyer"),),
        relations=(("Marta Gil", "lawyer", "Hector Ruiz"),),
        places=(("Seville", "ES"),),
    ),
    P(
        "Japan’s Prime Minister Kenji Morita will visit India next week, the Foreign Ministry said. "
        "{Morita|Kenji Morita} is to sign a rail deal in New Delhi. {The prime minister|Kenji Morita} "
        "last went there in 2019.",
        people=("Kenji Morita",),
        roles=(("Kenji Morita", "Prime Minister"),),
        organisations=("Foreign Ministry",),
        places=(("Japan", "JP"), ("India", "IN"), ("New Delhi", "IN")),
    ),
    P(
        "Hiker Found Alive After Six Days\nA hiker missing since Sunday was found alive in Snowdonia, "
        "rescuers said. Owen Pritchard, 46, had fallen into a ravine. {He|Owen Pritchard} was taken to "
        "hospital in Bangor.",
        people=("Owen Pritchard",),
        places=(("Snowdonia", None), ("Bangor", "GB")),
        ages=(("Owen Pritchard", 46),),
        headline=True,
    ),
    P(
        "The Greens chose Ella Brandt as leader. {Brandt|Ella Brandt} beat Uwe Karsten by nine votes. "
        "“I am humbled,” {she|Ella Brandt} said in Hamburg. {Karsten|Uwe Karsten} congratulated "
        "{her|Ella Brandt}.",
        people=("Ella Brandt", "Uwe Karsten"),
        organisations=("Greens",),
        places=(("Hamburg", "DE"),),
    ),
    P(
        "“Prices will not fall soon,” said Noor Haddad, chief economist at Levant Bank and a former "
        "adviser to the central bank. {Haddad|Noor Haddad} expects the central bank to raise "
        "rates in Amman.",
        people=("Noor Haddad",),
        roles=(
            (
                "Noor Haddad",
                "chief economist at Levant Bank and a former adviser to the central bank",
            ),
        ),
        organisations=("Levant Bank",),
        places=(("Amman", "JO"),),
    ),
)
