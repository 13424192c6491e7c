"""Story → Dossier: everything the reports of one story say, each item pointing at its words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Dossier, ReadReport, Story
from dateline.story.agreement import rows_of
from dateline.story.byhand import NOBODY, NamesByHand
from dateline.story.identity import organisations_of, people_of, places_of
from dateline.story.sayings import sayings_of, story_ids
from dateline.story.timeline import timeline_of


def compile_dossier(
    story: Story, reports: Sequence[ReadReport], by_hand: NamesByHand = NOBODY
) -> Dossier:
    """Lay out a story from its reports, given in the story's order."""
    people = people_of(reports, by_hand)
    organisations = organisations_of(reports, by_hand)
    copies = {
        placement.report: placement.copy_of
        for placement in story.placements
        if placement.copy_of is not None
    }
    identities = story_ids([*people, *organisations])
    timeline, agenda = timeline_of(reports)
    return Dossier(
        story=story,
        timeline=timeline,
        agenda=agenda,
        statements=sayings_of(reports, identities),
        figures=rows_of(reports, copies, identities),
        people=people,
        organisations=organisations,
        places=places_of(reports, by_hand),
    )
