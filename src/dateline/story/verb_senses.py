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
    ("visit", "travel", "arrive", "visit"),
    ("come", "take", "assume", "hand", "inherit"),
    ("rule", "convict", "sentence", "verdict", "ruling", "conviction"),
)
"""Each row is one sense; a word in several rows has several."""

SENSES: dict[str, frozenset[int]] = {}
for _number, _group in enumerate(GROUPS):
    for _word in _group:
        SENSES[_word] = SENSES.get(_word, frozenset()) | {_number}


def same_sense(a: str | None, b: str | None) -> bool:
    """Tell whether two base forms can name the same act."""
    if a is None or b is None:
        return False
    return a == b or bool(SENSES.get(a, frozenset()) & SENSES.get(b, frozenset()))
