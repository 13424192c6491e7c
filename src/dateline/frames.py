"""Readings as pandas data frames (the ``frames`` extra): one frame a kind of fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import SetupError
from dateline.records import DossierSet, Record
from dateline.show import tables
from dateline.show.views import reads_of

if TYPE_CHECKING:
    import pandas as pd


def _frame(rows: Iterable[Record], kind: type[Record]) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError:
        raise SetupError(
            "Data frames need pandas. Install it with: pip install 'dateline[frames]'"
        ) from None
    columns = [name.rstrip("_") for name in kind.__struct_fields__]
    return pd.DataFrame([msgspec.structs.astuple(row) for row in rows], columns=columns)


def reports(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a report, with its story."""
    return _frame(tables.report_rows(dossiers), tables.ReportRow)


def statements(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a statement: the quote table."""
    rows = (row for read in reads_of(dossiers).values() for row in tables.statement_rows(read))
    return _frame(rows, tables.StatementRow)


def figures(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a figure."""
    rows = (row for read in reads_of(dossiers).values() for row in tables.figure_rows(read))
    return _frame(rows, tables.FigureRowView)


def times(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a time expression."""
    rows = (row for read in reads_of(dossiers).values() for row in tables.time_rows(read))
    return _frame(rows, tables.TimeRow)


def happenings(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a dated clause."""
    rows = (row for read in reads_of(dossiers).values() for row in tables.happening_rows(read))
    return _frame(rows, tables.HappeningRow)


def names(dossiers: DossierSet) -> pd.DataFrame:
    """Return one row a person, organisation or place of a report."""
    rows = (row for read in reads_of(dossiers).values() for row in tables.name_rows(read))
    return _frame(rows, tables.NameRow)
