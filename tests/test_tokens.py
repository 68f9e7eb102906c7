"""Tokens: where words begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.tokens import token_bounds, tokens, tokens_around, tokens_from

TEXTS = st.text(st.sampled_from("중국은 반대했다.美中国发展的家、 ABC\n12（）가나와ㄴ𠀀🤖"), max_size=30)


def words(text: str, language: str) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text, language)]


def test_chinese_tokens_are_the_text():
    text = "白俄罗斯和俄罗斯反对，2024年。"
    assert "".join(words(text, "zh")) == text
    assert words(text, "zh")[:3] == ["白俄罗斯", "和", "俄罗斯"]


def test_korean_particles_come_apart():
    assert words("독일은 반대했다", "ko")[:2] == ["독일", "은"]


def test_names_of_the_data_files_stay_whole():
    assert words("킬러로봇금지운동은", "ko") == ["킬러로봇금지운동", "은"]


def test_bounds_hold_both_ends_of_a_word():
    assert {0, 2, 3, 4, 6, 9} <= token_bounds("독일은 반대했다.", "ko")
    assert 1 not in token_bounds("독일은 반대했다.", "ko")
    assert token_bounds("", "zh") == {0}


def test_tokens_from_a_place():
    text = "法国赞成设立"
    assert [text[token.start : token.end] for token in tokens_from(text, "zh", 2)] == ["赞成", "设立"]


def test_korean_sentences_are_read_one_by_one():
    text = "독일은 반대했다. 프랑스는 찬성했다. 중국은?"
    around = tokens_around(text, "ko", 11, 14)
    assert [text[token.start : token.end] for token in around][:2] == ["프랑스", "는"]
    assert set(around) < set(tokens(text, "ko"))


def test_whatever_reaches_into_two_sentences_has_the_tokens_of_both():
    text = "독일은 반대했다. 프랑스는 찬성했다."
    assert tokens_around(text, "ko", 4, 14) == tokens(text, "ko")


def test_no_other_language_has_a_tokenizer():
    with pytest.raises(ValueError, match="fr"):
        tokens("la France", "fr")


@pytest.mark.parametrize("language", ["zh", "ko"])
def test_tokens_lie_in_the_text(language):
    @settings(max_examples=60, deadline=None)
    @given(TEXTS)
    def check(text: str) -> None:
        found = tokens(text, language)
        assert all(0 <= token.start <= token.end <= len(text) and token.tag for token in found)
        assert [token.start for token in found] == sorted(token.start for token in found)

    check()
