"""The command that builds the packaged table of cities."""

import json
import zlib

from dateline.reading.names.build_gazetteer import build


def city(number, name, population, *others):
    return {
        "geonameid": number,
        "name": name,
        "latitude": 1.23456,
        "longitude": -2.5,
        "countrycode": "XX",
        "population": population,
        "admin1code": "01",
        "alternatenames": list(others),
        "timezone": "Etc/UTC",
    }


def lines_of(tmp_path, *cities):
    source, target = tmp_path / "cities.json", tmp_path / "out" / "cities.tsv.z"
    source.write_text(json.dumps({str(c["geonameid"]): c for c in cities}), encoding="utf-8")
    count = build(source, target)
    lines = zlib.decompress(target.read_bytes()).decode().strip().split("\n")
    assert len(lines) == count
    return lines


def test_lines_are_sorted_by_folded_name(tmp_path):
    lines = lines_of(tmp_path, city(1, "Zürn", 6000), city(2, "Saint-Ors", 7000))
    assert [line.split("\t")[0] for line in lines] == ["st ors", "zurn"]
    assert lines[1] == "zurn\tZürn\tXX\t01\t6000\t1.2346\t-2.5000\t1\tEtc/UTC"


def test_other_latin_spellings_stand_only_for_large_places(tmp_path):
    lines = lines_of(
        tmp_path,
        city(1, "Orvik", 200_000, "Orwick", "Орвик", "ORV"),
        city(2, "Tolby", 9_000, "Tolbeck"),
    )
    assert [line.split("\t")[0] for line in lines] == ["orvik", "orwick", "tolby"]
