from __future__ import annotations

import re

import msgspec
import pytest

from dateline.reading.figures.build_base_units import TARGET, base_units
from dateline.reading.figures.english.basis import BASES, SOURCES
from dateline.reading.figures.english.currencies import CODES, NAMES, SIGNS
from dateline.reading.figures.english.traps import NAME_HEAD_EXAMPLE, PATTERNS
from dateline.reading.figures.english.units import UNITS
from dateline.reading.figures.quantities import quantities_in
from dateline.reading.figures.units import in_base_units


def marked(example: str) -> tuple[str, int, int]:
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize("rule", [*PATTERNS, *BASES, *SOURCES], ids=lambda rule: rule[2][:30])
def test_each_rule_finds_the_marked_words_of_its_example(rule):
    text, start, end = marked(rule[2])
    flags = re.IGNORECASE if rule in BASES else 0
    if rule in SOURCES:
        flags = re.IGNORECASE
    assert any(m.start() < end and start < m.end() for m in re.finditer(rule[1], text, flags))


@pytest.mark.parametrize("rule", PATTERNS, ids=lambda rule: rule[2][:30])
def test_no_figure_is_read_in_the_marked_words_of_a_trap(rule):
    text, start, end = marked(rule[2])
    assert not [q for q in quantities_in(text) if q.start < end and start < q.end]


def test_numbers_after_the_head_of_a_name_are_no_figures():
    assert quantities_in(NAME_HEAD_EXAMPLE) == ()


@pytest.mark.parametrize("unit", [u for u in UNITS if u.pint], ids=lambda unit: unit.name)
def test_every_unit_of_measure_is_in_the_table_of_base_units(unit):
    assert in_base_units(1, unit.name) is not None


@pytest.mark.parametrize("kind", ["time", "length", "area", "weight", "volume", "speed"])
def test_units_of_one_kind_come_to_one_dimension(kind):
    bases = [in_base_units(1, unit.name) for unit in UNITS if unit.pint and unit.kind == kind]
    assert len({base[1] for base in bases}) == 1


def test_the_table_of_base_units_is_what_the_units_library_says():
    packaged = msgspec.json.decode(TARGET.read_bytes(), type=dict[str, tuple[float, float, str]])
    assert packaged.keys() == base_units().keys()
    for name, (factor, zero, dimension) in base_units().items():
        assert packaged[name][2] == dimension
        assert packaged[name][:2] == pytest.approx((factor, zero), rel=1e-9), name


def test_currency_signs_and_names_give_codes_or_words():
    for code in (*SIGNS.values(), *NAMES.values()):
        assert code in CODES or code.islower() or len(code) == 3
