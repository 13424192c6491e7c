"""Which basis the words that name a source imply.

Each row reads: basis, stems' words of which one must name the source, and an example of such words.
"""

from __future__ import annotations

BASES: tuple[tuple[str, str, str], ...] = (
    ("exit poll", "exit", "an exit poll"),
    ("hospital", "hospital hospitals medics doctors clinic", "doctors at the city hospital"),
    ("police", "police constabulary", "the provincial police"),
    ("opposition", "opposition campaign", "the opposition alliance"),
    ("organisers", "organisers organizers", "the march's organisers"),
    ("aid group", "charity ngo aid", "the aid group Open Ward"),
    ("company", "company operator airline", "the ferry's operator"),
    ("officials", "officials ministry authority authorities government mayor coastguard agency "
     "council", "the transport ministry"),
)  # fmt: skip
