"""Whose words the parts of a document are: digests by their headings, topics by headings that hold nothing but a name."""

import pytest

from extract.positions.speech.sections import topics_of, voices_of
from graph.records import Mention, Passage

NAMES = {"Austria": ("State", "state:AUT"), "The Harbour Times": ("Institution", "org:harbour-times")}


def passages(*rows, language="en"):
    return [Passage("doc", f"¶{number}", number, text, language, kind=kind) for number, (kind, text) in enumerate(rows)]


def mentions(rows):
    return [
        tuple(Mention(at, at + len(name), kind, entity, name) for name, (kind, entity) in NAMES.items() if (at := row.text.find(name)) >= 0)
        for row in rows
    ]  # fmt: skip


def ids(found):
    return [[party.id for party, _ in one] for one in found]


def test_each_part_of_a_digest_is_whose_heading_it_stands_under():
    rows = passages(
        ("title", "Press review: machines"), ("heading", "The Harbour Times"), ("paragraph", "Act now."),
        ("heading", "Marta Lindqvist (professor of law)"), ("paragraph", "I disagree."), ("heading", "Readers"), ("paragraph", "My cat."),
    )  # fmt: skip
    assert ids(voices_of(rows, mentions(rows))) == [[], [], ["org:harbour-times"], [], ["person:marta-lindqvist"], [], []]


def test_a_headline_below_the_name_of_a_paper_names_nobody():
    rows = passages(
        ("title", "오늘의 칼럼: 기술"), ("heading", "한빛일보"), ("heading", "조약을 서두르자, 지금이 때다"), ("paragraph", "조약이 필요하다."),
        ("heading", "국방저널"), ("heading", "지침이 먼저다, 규제는 나중이다"), ("paragraph", "조약은 이르다."), language="ko",
    )  # fmt: skip
    found = ids(voices_of(rows, mentions(rows)))
    assert (found[3], found[6]) == (["org:한빛일보"], ["org:국방저널"])


@pytest.mark.parametrize(
    "title",
    [pytest.param("Machines and war", id="no digest"), pytest.param("Press review: machines", id="one voice only")],
)
def test_a_text_of_one_voice_is_no_digest(title):
    rows = passages(("title", title), ("heading", "The Harbour Times"), ("paragraph", "Act now."))
    assert ids(voices_of(rows, mentions(rows))) == [[], [], []]


@pytest.mark.parametrize(
    ("heading", "about"),
    [
        pytest.param("Austria", ["state:AUT"], id="name alone"),
        pytest.param("The position of Austria", ["state:AUT"], id="its position"),
        pytest.param("Austria hosts a conference in Vienna", [], id="a sentence"),
    ],
)
def test_a_heading_that_is_a_name_is_what_its_paragraphs_are_about(heading, about):
    rows = passages(("title", "Where states stand"), ("paragraph", "Views differ."), ("heading", heading), ("paragraph", "Supports a ban."))
    assert ids(topics_of(rows, mentions(rows)))[3] == about


def test_the_line_under_a_title_names_who_wrote_it_not_whom_it_is_about():
    rows = passages(("title", "Where states stand"), ("heading", "Austria"), ("paragraph", "Supports a ban."))
    assert ids(topics_of(rows, mentions(rows))) == [[], [], []]
