"""Ids: the same thing gives the same id, readable in every script."""

import pytest

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
