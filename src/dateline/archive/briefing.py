"""What is new per story since an instant: reports, statements, figures, dates to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.archive.results import Dated, Said, StoryBrief, StoryChanges, StoryFile
from dateline.records import FigureRow, ReadReport
from dateline.story.agreement import rows_of
from dateline.story.byhand import NamesByHand
from dateline.story.identity import organisations_of, people_of
from dateline.story.sayings import story_ids


def copies_in(file: StoryFile) -> dict[str, str]:
    """Map the copies among a story's reports to the reports they copy."""
    return {
        placement.report: placement.copy_of
        for placement in file.story.placements
        if placement.copy_of is not None
    }


def brief_of(
    changes: StoryChanges, file: StoryFile, to_come: Sequence[Dated], by_hand: NamesByHand
) -> StoryBrief:
    """Return what the new reports of a story add to what was known; copies add nothing."""
    new = set(changes.new_reports)
    copies = copies_in(file)
    fresh = [read for read in file.reads if read.report.id in new]
    return StoryBrief(
        summary=changes.summary,
        new_story=changes.new_story,
        reports=tuple(fresh),
        copies=tuple(report for report in changes.new_reports if report in copies),
        said=tuple(
            Said(
                read=read,
                index=index,
                called=by_hand.speaker(read.reading, statement.speaker),
            )
            for read in fresh
            if read.report.id not in copies
            for index, statement in enumerate(read.reading.statements)
        ),
        figures=_changed_rows(file.reads, copies, new, by_hand),
        to_come=tuple(to_come),
    )


def _changed_rows(
    reads: Sequence[ReadReport], copies: Mapping[str, str], new: set[str], by_hand: NamesByHand
) -> tuple[FigureRow, ...]:
    """Return the rows in which a new report stands beside an earlier one and does not agree."""
    if all(read.report.id in new for read in reads):
        return ()
    identities = story_ids([*people_of(reads, by_hand), *organisations_of(reads, by_hand)])
    return tuple(
        row
        for row in rows_of(reads, copies, identities)
        if row.verdict in ("differ", "updated")
        and any(entry.report in new for entry in row.entries)
        and any(entry.report not in new for entry in row.entries)
    )
