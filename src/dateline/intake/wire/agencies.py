"""News agencies: a table of the known ones, and how an unknown one is told by its form."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dateline.intake.wire.english import NOT_AN_AGENCY


class Agency(msgspec.Struct, frozen=True):
    """An agency under the name reports are filed by, with the other ways it is written."""

    name: str
    forms: tuple[str, ...] = ()
    example: str = ""
    """A wire mark that names it; the test suite reads it."""


AGENCIES: tuple[Agency, ...] = (
    Agency(
        "Reuters",
        ("Thomson Reuters", "Thomson Reuters Foundation", "Reuters Breakingviews",
         "Reuters Health", "Reuters Life!"),
        "(Reuters)",
    ),
    Agency("AP", ("Associated Press", "The Associated Press", "A.P."), "(AP)"),
    Agency("AFP", ("Agence France-Presse", "Agence France Presse"), "(AFP)"),
    Agency(
        "Bloomberg",
        ("Bloomberg News", "Bloomberg Opinion", "Bloomberg Businessweek", "Bloomberg Law",
         "Bloomberg Government", "Bloomberg Wire", "Bloomberg View"),
        "(Bloomberg)",
    ),
    Agency("Xinhua", ("Xinhua News Agency",), "(Xinhua)"),
    Agency("dpa", ("Deutsche Presse-Agentur", "dpa-AFX", "dpa/tmn"), "(dpa)"),
    Agency("EFE", ("Agencia EFE", "EPA-EFE"), "(EFE)"),
    Agency("ANSA", ("Agenzia ANSA",), "(ANSA)"),
    Agency("TASS", ("ITAR-TASS", "Itar-Tass"), "(TASS)"),
    Agency("RIA Novosti", ("RIA", "Sputnik"), "(RIA Novosti)"),
    Agency("Interfax", ("Interfax-Ukraine", "Interfax-Kazakhstan"), "(Interfax)"),
    Agency("Ukrinform", (), "(Ukrinform)"),
    Agency("Kazinform", (), "(Kazinform)"),
    Agency("Kyodo", ("Kyodo News",), "(Kyodo)"),
    Agency("Jiji Press", ("Jiji",), "(Jiji Press)"),
    Agency("Yonhap", ("Yonhap News Agency", "Yonhap News"), "(Yonhap)"),
    Agency("KCNA", ("Korean Central News Agency",), "(KCNA)"),
    Agency("CNA", ("Central News Agency",), "(CNA)"),
    Agency("China News Service", ("CNS", "ECNS"), "(ECNS)"),
    Agency("PA", ("PA Media", "Press Association", "PA Wire", "PA News Agency"), "(PA)"),
    Agency("PTI", ("Press Trust of India",), "(PTI)"),
    Agency("ANI", ("Asian News International",), "(ANI)"),
    Agency("IANS", ("Indo-Asian News Service",), "(IANS)"),
    Agency("UNI", ("United News of India",), "(UNI)"),
    Agency("APP", ("Associated Press of Pakistan",), "(APP)"),
    Agency("BSS", ("Bangladesh Sangbad Sangstha",), "(BSS)"),
    Agency("UNB", ("United News of Bangladesh",), "(UNB)"),
    Agency("Bernama", (), "(Bernama)"),
    Agency("Antara", (), "(Antara)"),
    Agency("PNA", ("Philippine News Agency",), "(PNA)"),
    Agency("VNA", ("Vietnam News Agency",), "(VNA)"),
    Agency("TNA", ("Thai News Agency",), "(TNA)"),
    Agency("AAP", ("Australian Associated Press",), "(AAP)"),
    Agency("NZPA", (), "(NZPA)"),
    Agency("CP", ("The Canadian Press", "Canadian Press"), "(CP)"),
    Agency("UPI", ("United Press International",), "(UPI)"),
    Agency("TNS", ("Tribune News Service",), "(TNS)"),
    Agency("Anadolu", ("Anadolu Agency", "Anadolu Ajansı", "AA"), "(Anadolu)"),
    Agency("IRNA", ("Islamic Republic News Agency",), "(IRNA)"),
    Agency("SANA", ("Syrian Arab News Agency",), "(SANA)"),
    Agency("SPA", ("Saudi Press Agency",), "(SPA)"),
    Agency("WAM", ("Emirates News Agency",), "(WAM)"),
    Agency("QNA", ("Qatar News Agency",), "(QNA)"),
    Agency("KUNA", ("Kuwait News Agency",), "(KUNA)"),
    Agency("MENA", ("Middle East News Agency",), "(MENA)"),
    Agency("Petra", ("Jordan News Agency",), "(Petra)"),
    Agency("WAFA", (), "(WAFA)"),
    Agency("MAP", ("Maghreb Arabe Presse",), "(MAP)"),
    Agency("NAN", ("News Agency of Nigeria",), "(NAN)"),
    Agency("GNA", ("Ghana News Agency",), "(GNA)"),
    Agency("SAnews", (), "(SAnews)"),
    Agency("PANA", ("Panapress",), "(PANA)"),
    Agency("ANP", ("Algemeen Nederlands Persbureau",), "(ANP)"),
    Agency("Belga", (), "(Belga)"),
    Agency("APA", ("Austria Presse Agentur",), "(APA)"),
    Agency("Keystone-SDA", ("Keystone-ATS", "SDA"), "(Keystone-SDA)"),
    Agency("Ritzau", (), "(Ritzau)"),
    Agency("NTB", (), "(NTB)"),
    Agency("TT", ("TT News Agency",), "(TT)"),
    Agency("STT", (), "(STT)"),
    Agency("PAP", ("Polish Press Agency",), "(PAP)"),
    Agency("CTK", ("ČTK", "Czech News Agency"), "(CTK)"),
    Agency("MTI", (), "(MTI)"),
    Agency("BTA", (), "(BTA)"),
    Agency("Agerpres", (), "(Agerpres)"),
    Agency("Tanjug", (), "(Tanjug)"),
    Agency("Hina", (), "(Hina)"),
    Agency("AMNA", ("ANA-MPA",), "(ANA-MPA)"),
    Agency("Lusa", (), "(Lusa)"),
    Agency("Europa Press", (), "(Europa Press)"),
    Agency("Agência Brasil", ("Agencia Brasil",), "(Agencia Brasil)"),
    Agency("Prensa Latina", (), "(Prensa Latina)"),
    Agency("Notimex", (), "(Notimex)"),
    Agency("Télam", ("Telam",), "(Telam)"),
    Agency("AKIpress", (), "(AKIpress)"),
    Agency("Trend", ("Trend News Agency",), "(Trend News Agency)"),
    Agency("Azertac", ("AZERTAC",), "(AZERTAC)"),
    Agency("Armenpress", (), "(Armenpress)"),
    Agency("BelTA", (), "(BelTA)"),
    Agency("ANN", ("Asia News Network",), "(ANN)"),
    Agency("IPS", ("Inter Press Service",), "(IPS)"),
    Agency("RNS", ("Religion News Service",), "(RNS)"),
    Agency("JTA", (), "(JTA)"),
    Agency("PR Newswire", ("PRNewswire", "PRNewswire-PRWeb"), "/PRNewswire/"),
    Agency("Business Wire", ("BUSINESS WIRE", "BusinessWire"), "(BUSINESS WIRE)"),
    Agency("GlobeNewswire", ("GLOBE NEWSWIRE", "Globe Newswire"), "(GLOBE NEWSWIRE)"),
    Agency("Newsfile", ("Newsfile Corp.",), "(Newsfile Corp.)"),
    Agency("ACCESSWIRE", ("Accesswire",), "/ACCESSWIRE/"),
    Agency("MarketWatch", (), "(MarketWatch)"),
    Agency("Dow Jones", ("Dow Jones Newswires",), "(Dow Jones)"),
    Agency("StatePoint", (), "(StatePoint)"),
    Agency("CNN", ("CNN Business", "CNN Newsource"), "(CNN)"),
    Agency("CNS", ("Catholic News Service",), ""),
    Agency("WION", (), "(WION)"),
)  # fmt: skip


_FORM = re.compile(r"[^\W\d_][\w.&'’!-]*(?:[ /][\w.&'’!-]+){0,4}$")


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().casefold()


@cache
def _by_form() -> dict[str, str]:
    table: dict[str, str] = {}
    for agency in AGENCIES:
        for form in (agency.name, *agency.forms):
            table.setdefault(_folded(form), agency.name)
    return table


def agency_named(words: str) -> str | None:
    """Return the name of the known agency that the words are, such as ``AP`` for ``The A.P.``."""
    folded = _folded(words).strip("()[]")
    table = _by_form()
    found = table.get(folded) or table.get(folded.removeprefix("the "))
    if found is None or (len(folded) <= 4 and folded != "dpa" and words.strip("()[]").islower()):
        return None
    return found


def agency_of_marks(words: str) -> str | None:
    """Return the agency that the words of a wire mark (without brackets) name.

    Known agencies come under their usual name, of several joined by a slash the first; an unknown
    one is its words, when they have the form of a name: up to five words, each capitalised.
    """
    words = re.sub(r"\s+", " ", words).strip()
    for part in (words, *re.split(r"\s*[/,]\s*|\s+and\s+", words)):
        if (known := agency_named(part)) is not None:
            return known
    tokens = re.split(r"[ /]", words)
    shaped = _FORM.match(words) and all(
        token[:1].isupper() or token in ("of", "and", "de") for token in tokens
    )
    if not shaped or any(token.casefold() in NOT_AN_AGENCY for token in tokens):
        return None
    return words
