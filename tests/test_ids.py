"""Ids: the same thing gives the same id, readable in every script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.hangul import romanised
from graph.ids import claim_id, entity_id, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Markus Höpflinger", "markus-hopflinger"),
        ("Martin Hagstrøm", "martin-hagstrom"),
        ("Women's International League", "womens-international-league"),
        ("CCW/MSP/2015/9", "ccw-msp-2015-9"),
        ("Liu & Moodie 2019", "liu-moodie-2019"),
        ("조현석 2018", "조현석-2018"),
        ("金仁澈", "金仁澈"),
        ("Łódź, Đà Nẵng", "lodz-da-nang"),
    ],
)
def test_slug(name, expected):
    assert slug(name) == expected


def test_organisations_share_one_prefix():
    assert entity_id("NGO", "Article 36") == "org:article-36" == entity_id("Institution", "Article 36")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("이정란", "person:lee-jeong-ran"),
        ("박찬우", "person:park-chan-woo"),
        ("김용현", "person:kim-yong-hyun"),
        ("문해솔", "person:mun-hae-sol"),
        ("Lee Jeong-ran", "person:lee-jeong-ran"),
        ("스패로우", "person:스패로우"),
        ("도커티", "person:도커티"),
        ("월시", "person:월시"),
    ],
)
def test_a_korean_person_has_one_id_in_both_scripts(name, expected):
    assert entity_id("Person", name) == expected


def test_only_persons_are_spelt_in_latin_letters():
    assert entity_id("NGO", "이정란") == "org:이정란"


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=2))
def test_every_given_name_has_a_spelling_of_plain_letters(given_name):
    spelt = romanised(f"김{given_name}")
    assert spelt is not None
    assert re.fullmatch(r"Kim [A-Z][a-z]*-[a-z]+", spelt)


def test_an_unknown_kind_has_no_id():
    with pytest.raises(KeyError):
        entity_id("Planet", "Mars")


FACT = ("sha", "¶1", "SIGNED", "org:pax", "doc:x", "PAX")


def test_claim_ids_repeat():
    assert claim_id(*FACT) == claim_id(*FACT)


@pytest.mark.parametrize("field", range(6))
def test_every_part_of_a_fact_counts(field):
    other = list(FACT)
    other[field] += "!"
    assert claim_id(*other) != claim_id(*FACT)


def test_parts_do_not_run_into_each_other():
    assert claim_id("a", "b", "c", "d", "e", "f") != claim_id("ab", "", "c", "d", "e", "f")
