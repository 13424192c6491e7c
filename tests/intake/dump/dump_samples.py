"""Invented page dumps, as messy as found ones, with the other stories each of them shows."""

from __future__ import annotations

from typing import NamedTuple


class Related(NamedTuple):
    headline: str
    teaser: str | None = None
    agency: str | None = None
    place: str | None = None
    outlet: str | None = None
    truncated: bool = False


class Dump(NamedTuple):
    text: str
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    related: tuple[Related, ...]
    subheads: tuple[str, ...] = ()


WIRE = Dump(
    text="""\
 date 2031-03-04 Ostrand’s Ferry Chief Quits After Harbour Fire

Mira Kolvenaar
·4 min read

(Kalvan Wire) -- The head of Ostrand’s state ferry company resigned on Tuesday, two days after a fire on a car deck killed 14 people in the port of Harvan and left the country’s busiest route closed.

Most Read from Kalvan

Lidia Tamm, 58, told reporters that she had “no moral right to stay” while investigators searched the wreck. Her deputy, Jon Aster, will lead the company until parliament meets in April.

“We sent eleven warnings about those doors,” said Peder Holm, who heads the union of deck workers.

Old Ships

The vessel was built in 1989 and had been due for scrapping in 2029. The transport ministry extended its licence twice, most recently in October, according to documents that opposition lawmakers published on Sunday.

About 62% of the fleet is older than 30 years, the audit office said in a report last year. It estimated that renewing it would cost 900 million kroner.

Most Read from Kalvan Weekend

©2031 Kalvan Media L.P.

Latest Stories

  • UPDATE 2-Ostrand ferry chief resigns over harbour fire

    HARVAN (Reuters) -The head of Ostrand's ferry company stepped down on Tuesday after a fire killed 14 people. Opposition parties said that the minister should follow her.

  • A Baker Sold Her Shop To Sail Around The World

    And she took the cat along…

  • Storm closes schools across northern Ostrand

    VELM, Ostrand (AP) — Schools in three provinces stayed shut on Monday after a storm brought down power lines and blocked the coastal road. Forecasters said that winds would ease by Wednesday, but warned that rivers were still rising and that more rain was on its wa

  • Divers search burnt ferry in Harvan

    Divers searched the lower decks of the ferry on Monday.Footage taken by a resident shows smoke above the harbour.Officials said that the search would go on for a week. Credit: Tove Lind via Clipfully

  • Minister defends licence for old ferry

    STORY: The transport minister said on Sunday that the ferry had passed every test.&nbsp;"We followed the rules," he told parliament.Lawmakers plan a vote of no confidence for Friday.&nbsp;
""",
    headline="Ostrand’s Ferry Chief Quits After Harbour Fire",
    authors=("Mira Kolvenaar",),
    published="2031-03-04",
    subheads=("Old Ships",),
    related=(
        Related(
            "UPDATE 2-Ostrand ferry chief resigns over harbour fire",
            "The head of Ostrand's ferry company",
            agency="Reuters",
            place="HARVAN",
        ),
        Related("A Baker Sold Her Shop To Sail Around The World", "And she took the cat along…"),
        Related(
            "Storm closes schools across northern Ostrand",
            "Schools in three provinces",
            agency="AP",
            place="VELM, Ostrand",
            truncated=True,
        ),
        Related(
            "Divers search burnt ferry in Harvan",
            "Divers searched the lower decks",
            outlet="Clipfully",
        ),
        Related("Minister defends licence for old ferry", "The transport minister said"),
    ),
)

BLOCKS = Dump(
    text="""\
Skip to main content
Harvan Courier
• Home
• News
• Sport
• Opinion
• Weather
Sign in
Subscribe
News
Teachers in Velm call off strike after night of talks
Union members will vote on the deal next week
By Anna Brandt and Tomas Reyl
Published 12 May 2031, 9:15 am
Updated 12 May 2031, 11:40 am
Share
Facebook
Teachers march in Velm on Friday. (Photo: Ida Lorn/Courier)
Teachers in the city of Velm have called off a strike that had closed 240 schools since last week, their union said on Monday after talks that lasted until dawn.
The agreement gives them a raise of 4.5 percent this year and smaller classes from 2033, the union's leader, Greta Holm, said.
"We did not get everything we wanted, but we got what children need most," she told a crowd outside the town hall.
READ MORE: Parents in Velm open classrooms in their living rooms
The mayor, Ruben Dahl, said that the city would pay for the deal by delaying a new tram line, which had been planned for 2032.
Schools will open again on Wednesday, and lost lessons will be made up in the first week of the summer holidays.
Related Stories
Tram line in Velm delayed for the third time
The city council says that the tunnel is to blame.
2 hours ago
Why Ostrand has too few teachers
A third of those who start leave within five years, a study has found.
5 hours ago
Most Popular
Ten walks along the Harvan coast
Courier wins prize for report on ferry fire
Old lighthouse in Sund is for sale again
Comments
About us
Privacy policy
Terms of use
© 2031 Harvan Courier Ltd. All rights reserved.
""",
    headline="Teachers in Velm call off strike after night of talks",
    authors=("Anna Brandt", "Tomas Reyl"),
    published="2031-05-12T09:15",
    related=(
        Related("Parents in Velm open classrooms in their living rooms"),
        Related("Tram line in Velm delayed for the third time", "The city council says"),
        Related("Why Ostrand has too few teachers", "A third of those who start"),
        Related("Ten walks along the Harvan coast"),
        Related("Courier wins prize for report on ferry fire"),
        Related("Old lighthouse in Sund is for sale again"),
    ),
)

INDENTED = Dump(
    text="""\
  Skip to content

      * World
      * Business
      * Culture

    World

  Fishing talks between Ostrand and Belmarch break down

    By Henrik Solm

    7 June 2031

  BELMARCH CITY, June 7 (AFP) – Talks on fishing rights between Ostrand and Belmarch broke down on Saturday when delegates could not agree on how much herring may be caught in the Sund strait.

  Belmarch's foreign minister, Olena Brask, said that her country would "not sign away its sea". She gave no date for another round.

  Ostrand's delegation left without a statement. Both countries lowered their quotas last year after stocks fell by a third, according to the strait's joint research council.

  Trending

    * Whale swims up river and stops ferries for a day

    * Herring prices double at the market in Harvan

    * Belmarch opens its first night train in forty years

  Copyright 2031 Belmarch Post. All rights reserved.
""",
    headline="Fishing talks between Ostrand and Belmarch break down",
    authors=("Henrik Solm",),
    published="2031-06-07",
    related=(
        Related("Whale swims up river and stops ferries for a day"),
        Related("Herring prices double at the market in Harvan"),
        Related("Belmarch opens its first night train in forty years"),
    ),
)

GLUED = Dump(
    text="""\
 date 2031-09-19 Court frees editor of Sund daily

• Home• Politics• Courts

By Nils Verhagen

A court in Sund freed the editor of the town's only daily on Friday, saying that the state had shown no proof that she had paid for stolen papers.Karin Ost had spent 41 days in custody.She walked out to applause and said she would be back at her desk on Monday.

"They wanted to know who talked to us," she said. "They still do not know."Prosecutors said that they would appeal.

&nbsp;

The case began in August, when the daily printed letters that showed how the harbour authority had given contracts to the brother of its director. Police searched the newsroom two days later.

More Stories

• Harbour director steps aside during inquiryHe denies any wrongdoing and says that he will cooperate with the police.

• Readers hold vigil outside Sund jailSome brought soup, and others brought copies of the paper's first edition.

• EXCLUSIVE-How the harbour papers were foundTwo clerks say that they found them in a skip behind the office in July.

Advertisement
""",
    headline="Court frees editor of Sund daily",
    authors=("Nils Verhagen",),
    published="2031-09-19",
    related=(
        Related("Harbour director steps aside during inquiry", "He denies any wrongdoing"),
        Related("Readers hold vigil outside Sund jail", "Some brought soup"),
        Related("EXCLUSIVE-How the harbour papers were found", "Two clerks say"),
    ),
)

TEASERS_ONLY = Dump(
    text="""\
Top Stories

• Ostrand central bank keeps rates on hold
HARVAN (dpa) - Ostrand's central bank left its main rate at 3.25 percent on Thursday and said that inflation was easing.

• Wolves return to the Velm hills
Rangers have counted three packs, the first since 1954.

• Belmarch goalkeeper retires at 41
BELMARCH CITY, Belmarch (AP) — Belmarch's goalkeeper said on Thursday that he would stop playing after 22 years.

• Two hurt as bus hits bridge in Sund
Police said the driver had followed a route meant for cars.
""",
    headline=None,
    authors=(),
    published=None,
    related=(
        Related(
            "Ostrand central bank keeps rates on hold",
            "Ostrand's central bank left",
            agency="dpa",
            place="HARVAN",
        ),
        Related("Wolves return to the Velm hills", "Rangers have counted"),
        Related(
            "Belmarch goalkeeper retires at 41",
            "Belmarch's goalkeeper said",
            agency="AP",
            place="BELMARCH CITY, Belmarch",
        ),
        Related("Two hurt as bus hits bridge in Sund", "Police said the driver"),
    ),
)

SOURCED = Dump(
    text="""\
Ostrand Today | News from every province
Menu
Search
Power cut leaves half of Harvan in the dark
Lena Marsk, energy reporter
3 November 2031
Half of the homes in Harvan were without power on Monday evening after a fire in a substation on the northern edge of the city, the grid operator said.
The cut began at about six o'clock and also stopped trams and the pumps of the waterworks. Hospitals switched to generators, and no one was hurt, according to the fire brigade.
The operator, Nordnet, said that it expected to restore power to most districts by midnight. It did not say what had caused the fire.
Correction: An earlier version of this story gave the wrong name for the substation.
From our partners
Candle makers cannot keep up with orders - Belmarch Post
Grid operator fined over late repairs - The Sund Daily
Trams in Harvan to run all night this winter - Harvan Courier
Sign up for our newsletter
Copyright © 2031 Ostrand Today Ltd.
""",
    headline="Power cut leaves half of Harvan in the dark",
    authors=("Lena Marsk",),
    published="2031-11-03",
    related=(
        Related("Candle makers cannot keep up with orders", outlet="Belmarch Post"),
        Related("Grid operator fined over late repairs", outlet="The Sund Daily"),
        Related("Trams in Harvan to run all night this winter", outlet="Harvan Courier"),
    ),
)

TIMED = Dump(
    text="""\
Belmarch parliament passes law on river dams
Olga Renn
Published: January 21, 2032 4:05 pm GMT
Belmarch's parliament passed a law on Wednesday that will let the state remove more than 300 small dams from its rivers over the next decade.
Supporters say that salmon will return to streams from which they vanished a century ago. Farmers in the south voted against the plan and said that they would lose water in dry summers.
The law passed by 96 votes to 71. It still needs the signature of the president, who has said that she will study it.
Read next
14:32 Farmers block the road to Belmarch City
The protest is the third this month.
13:05 Salmon seen in the Orla for the first time since 1921
Children from a village school spotted the fish.
11:47 President names new judge to top court
She has taught law in Sund for twenty years.
""",
    headline="Belmarch parliament passes law on river dams",
    authors=("Olga Renn",),
    published="2032-01-21T16:05+00:00",
    related=(
        Related("Farmers block the road to Belmarch City", "The protest is the third"),
        Related("Salmon seen in the Orla for the first time since 1921", "Children from a village"),
        Related("President names new judge to top court", "She has taught law"),
    ),
)

PLAIN = Dump(
    text="""\
RPT-Ostrand buys grain from Belmarch as harvest fails

HARVAN, Aug 2 (Xinhua) -- Ostrand has agreed to buy 400,000 tonnes of wheat from Belmarch after a drought cut its own harvest by almost half, the farm ministry said on Saturday.

The grain will arrive in four shipments between September and December, the ministry said. It did not disclose the price.

Farmers' groups said that the deal would keep mills running, but asked the government for help with seed.

(Reporting by Wei Tan; Editing by Sofia Kell)

You may also like:

* Drought empties reservoir above Velm

* Bread prices rise for the fifth month in a row

* Belmarch expects record wheat harvest
""",
    headline="RPT-Ostrand buys grain from Belmarch as harvest fails",
    authors=("Wei Tan", "Sofia Kell"),
    published=None,
    related=(
        Related("Drought empties reservoir above Velm"),
        Related("Bread prices rise for the fifth month in a row"),
        Related("Belmarch expects record wheat harvest"),
    ),
)

DUMPS: dict[str, Dump] = {
    "wire": WIRE,
    "blocks": BLOCKS,
    "indented": INDENTED,
    "glued": GLUED,
    "teasers only": TEASERS_ONLY,
    "sourced": SOURCED,
    "timed": TIMED,
    "plain": PLAIN,
}
