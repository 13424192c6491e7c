"""Verbs and nouns that tell the same act, so that two reports' happenings can be told as one."""

GROUPS: tuple[tuple[str, ...], ...] = (
    ("win", "secure", "clinch", "claim", "victory", "triumph", "reelect"),
    ("hold", "stage", "conduct", "vote", "cast", "election", "ballot", "elect", "poll"),
    ("kill", "die", "murder", "shoot", "death", "killing", "slay"),
    ("attack", "strike", "hit", "bomb", "shell", "bombing", "shelling", "blast", "explode"),
    ("invade", "invasion", "enter"),
    ("resign", "quit", "step", "resignation", "leave"),
    ("meet", "talk", "meeting", "summit", "confer", "talks"),
    ("arrest", "detain", "hold", "seize", "arrests"),
    ("announce", "declare", "unveil", "call", "proclaim"),
    ("begin", "start", "open", "launch", "kick", "opening"),
    ("end", "close", "finish", "conclude", "expire"),
    ("sign", "agree", "conclude", "treaty", "agreement", "deal"),
    (
        "protest",
        "rally",
        "demonstrate",
        "riot",
        "spiral",
        "unrest",
        "uprising",
        "riots",
        "protests",
    ),
    ("appoint", "name", "nominate", "choose", "install", "appointment"),
    ("amend", "change", "revise", "alter"),
    ("reverse", "undo", "overturn", "cancel", "scrap"),
    ("liberate", "free", "retake", "recapture", "liberation"),
    ("buy", "acquire", "purchase", "takeover", "acquisition"),
    ("sell", "sale", "divest"),
    ("rise", "increase", "climb", "grow", "gain", "jump"),
    ("fall", "decline", "drop", "slip", "tumble", "sink"),
    ("schedule", "expect", "plan", "set", "slate", "postpone", "move", "due"),
    ("visit", "travel", "arrive", "reach", "roll", "ride"),
    ("come", "take", "assume", "hand", "inherit"),
    ("rule", "convict", "sentence", "verdict", "ruling", "conviction"),
)
"""Each row is one sense; a word in several rows has several."""

SENSES: dict[str, frozenset[int]] = {}
for _number, _group in enumerate(GROUPS):
    for _word in _group:
        SENSES[_word] = SENSES.get(_word, frozenset()) | {_number}


def senses_of(word: str | None) -> frozenset[int | str]:
    """Return the senses a base form may have: itself and the rows it stands in."""
    return frozenset() if word is None else SENSES.get(word, frozenset()) | {word}
