from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.decode import MAX_BYTES, checked_size, decoded, safe_text

SENTENCE = "Die Brücke über den Fluss wurde für den Verkehr gesperrt, sagte der Bürgermeister. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_encodings_are_told_apart(encoding: str) -> None:
    assert decoded("page", SENTENCE.encode(encoding))[0] == SENTENCE


def test_a_wrongly_declared_charset_does_not_win_over_valid_utf8() -> None:
    text, notes = decoded("page", SENTENCE.encode(), "iso-8859-1")
    assert text == SENTENCE
    assert not notes


def test_an_undeclared_single_byte_charset_is_detected() -> None:
    text, _ = decoded("page", (SENTENCE * 4).encode("windows-1252"))
    assert text == SENTENCE * 4


def test_a_few_broken_bytes_are_replaced_and_said() -> None:
    data = SENTENCE.encode() * 3 + b"\xff\xfe broken" + SENTENCE.encode()
    text, notes = decoded("page", data)
    assert text.count("\ufffd") == 2
    assert [note.code for note in notes] == ["replaced-characters"]


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    text, notes = safe_text("a\ud800b\udfffc")
    assert text == "a\ufffdb\ufffdc"
    assert notes[0].text.startswith("2 ")


def test_binary_data_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="binary data") as caught:
        decoded("page.bin", bytes(range(256)) * 40)
    assert str(caught.value).startswith("page.bin:")


@pytest.mark.parametrize(("size", "words"), [(0, "empty"), (MAX_BYTES + 1, "at most 67 MB")])
def test_empty_and_oversized_inputs_are_refused(size: int, words: str) -> None:
    with pytest.raises(InputError, match=words):
        checked_size("page", size)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_either_decode_to_encodable_text_or_are_refused(data: bytes) -> None:
    try:
        text, _ = decoded("page", data)
    except InputError:
        return
    text.encode()


@pytest.mark.parametrize("charset", ["no-such", "utf\x008", "hex", "idna", "\u0661"])
def test_a_declared_charset_that_is_none_does_no_harm(charset: str) -> None:
    data = (SENTENCE * 4).encode("windows-1252")
    assert decoded("page", data, charset)[0] == SENTENCE * 4
