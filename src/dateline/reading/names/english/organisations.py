"""English words that names of organisations hold, and nouns that stand for them.

Every list is in lower case.
"""

from __future__ import annotations

from dateline.text import listed

ORGANISATION_HEADS = listed(
    "zoo library gallery orchestra images zeitung party ministry commission committee council "
    "bank university college institute agency department bureau office administration "
    "authority corporation corp corp. company co. inc inc. ltd ltd. llc plc group holdings "
    "association federation union league foundation fund trust society club academy school "
    "hospital court tribunal parliament congress senate assembly house army navy guard police "
    "force forces service services board organization organisation center centre network "
    "times post journal news press tribune herald gazette chronicle airlines airways motors "
    "ratings partners capital ventures management consulting industries systems technologies "
    "laboratories labs coalition alliance movement front brigade battalion command "
    "secretariat directorate cabinet embassy consulate museum church ministries studios "
    "pictures records entertainment media broadcasting television radio exchange chamber "
    "forum initiative project campaign caucus conference treasury reserve observatory "
    "register registry international associates & l.p. lp ag sa gmbh nv s.a. a.g. n.v. mining "
    "asa oyj spa s.p.a. pjsc ojsc oao sarl bhd tbk pty "
    "shipping lines securities railways shipyards petroleum rovers wanderers rangers athletic "
    "albion hotspur united fc afc cfc cf sc fk sk rfc"
)
"""Last words of the names of organisations."""

ORGANISATION_OPENERS = listed(
    "banque banco banca bank crédit credit société universidad université universität università "
    "instituto institut ministerio partido parti movimiento frente fundación fondation médecins "
    "medecins confederación federación"
)
"""First words of the names of organisations in other languages, folded or not."""

CLUB_HEADS = listed(
    "rovers wanderers rangers athletic albion hotspur united fc afc cfc cf sc fk sk rfc"
)
"""Last words of the names of sports clubs."""

CLUB_NOUNS = listed("club team side")
"""What a sports club is called after "the"."""

CLUB_PLACES = listed("city town county borough")
"""Last words of places that clubs are called by as well: they “have”, places “has”."""

NEVER_SURNAMES = listed(
    "ministry commission committee council university agency bureau corporation corp. company inc "
    "inc. ltd ltd. llc plc holdings association federation airlines airways motors industries "
    "systems technologies laboratories entertainment broadcasting mining shipping lines "
    "securities railways shipyards petroleum rovers wanderers athletic hotspur united fc afc asa "
    "oyj pjsc ojsc oao sarl bhd tbk pty"
)
"""Those of them that nobody is called by."""

COMPANY_NOUNS = listed(
    "company firm group bank ministry commission committee council agency department bureau "
    "office party union university institute court club foundation charity organization "
    "organisation association federation regulator watchdog broadcaster newspaper outlet "
    "app platform carrier airline automaker carmaker manufacturer retailer lender insurer startup start-up "
    "gang cartel militia mafia syndicate body authority movement board think-tank consultancy chain giant corporation team panel "
    "tribunal coalition alliance magazine daily weekly tabloid network service producer operator utility exchange"
)
"""Nouns that, after "the", can stand for an organisation named before."""

KINDS_OF_COMPANY = listed(
    "brokerage automaker carmaker retailer lender insurer chipmaker drugmaker planemaker "
    "conglomerate startup start-up watchdog broadcaster supermarket"
)
"""Nouns before a company's name that are no part of it, in capitals as well: “Lender X said”."""

PERIODICALS = listed("daily weekly monthly tabloid broadsheet newspaper magazine")
"""Those of them that stand before a paper's name, some of them also adjectives."""

COMPANY_SUFFIXES = listed(
    "inc ltd llc plc corp co company corporation group holdings ag gmbh nv sa asa oyj pjsc ojsc "
    "oao sarl bhd tbk pty"
)
"""Last words of a company's name that a report leaves out when it names it again, folded."""

SHORT_FOR = {"fed": "federal reserve"}
"""Short names that one body only goes by: the Fed is not every federal agency."""

KNOWN_ORGANISATIONS = frozenset(
    (
        "sinn fein",
        "khmer rouge",
        "twitter",
        "facebook",
        "google",
        "youtube",
        "instagram",
        "tiktok",
        "whatsapp",
        "telegram",
        "reddit",
        "linkedin",
        "politico",
        "reuters",
        "bloomberg",
        "interfax",
        "tass",
        "xinhua",
        "breitbart",
        "quora",
        "wikileaks",
        "wikipedia",
        "netflix",
        "amazon",
        "microsoft",
        "apple",
        "hamas",
        "hezbollah",
        "taliban",
        "al qaeda",
        "al shabab",
        "boko haram",
        "isis",
        "getty",
        "getty images",
        "associated press",
        "agence france presse",
        "huffington post",
        "al jazeera",
        "deutsche welle",
        "gazprom",
        "rosneft",
        "interpol",
        "europol",
        "opec",
        "nato",
        "unicef",
        "unesco",
        "fifa",
        "uefa",
        "nasa",
        "der spiegel",
        "le monde",
        "el pais",
        "die welt",
        "russia today",
        "buzzfeed",
        "axios",
        "vox",
        "gallup",
        "fitch",
        "harvard",
        "yale",
        "stanford",
        "medecins sans frontieres",
    )
)
"""Well-known organisations, folded, that a small model often takes for something else."""

AFFILIATED = listed("of at from with")
"""Between a name and the organisation somebody belongs to: “Professor X of the Y Institute”."""

WORDLIKE_ACRONYMS = frozenset({"WHO", "ICE", "CARE", "IT", "AID"})
"""Acronyms that are common words in small letters."""

PLURAL_VERBS = listed("have are were")
