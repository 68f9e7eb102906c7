"""Terms the vocabulary lacks: found, ranked, and never what it has or what names somebody."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.vocabulary.neighbours import nearest_concept
from extract.vocabulary.suggesting import suggestion_table
from extract.vocabulary.suggestions import suggest
from graph.errors import InputError
from graph.records import Passage
from graph.workspace import Workspace


def passages(*texts, language="en", document="d", kind="paragraph"):
    return [Passage(document, f"¶{number}", number, text, language, kind=kind) for number, text in enumerate(texts)]


def terms(*texts, language="en"):
    return [each.term for each in suggest(passages(*texts, language=language))]


@pytest.mark.parametrize(
    ("language", "texts", "term"),
    [
        ("en", ["The loitering munition circled.", "A loitering munition is cheap."], "loitering munition"),
        ("en", ["They call it “battlefield singularity” here."], "battlefield singularity"),
        ("zh", ["无人平台很便宜。", "他们买了无人平台。"], "无人平台"),
        ("zh", ["他们称之为“算法战争”。"], "算法战争"),
        ("ko", ["무인 항공기는 싸다.", "그들은 무인 항공기를 샀다."], "무인 항공기"),
        ("ko", ["배회형 탄약 ( loitering munition ) 이 쓰였다."], "배회형 탄약"),
    ],
)
def test_new_terms_are_found(language, texts, term):
    assert term in terms(*texts, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Meaningful human control matters. Meaningful human control works."),
        ("en", "Human Rights Watch wrote. Human Rights Watch spoke."),
        ("en", "It was said that it is so. It was said that it is so."),
        ("zh", "杀手机器人来了。杀手机器人走了。"),
        ("zh", "人权观察说。人权观察写。"),
        ("ko", "킬러로봇이 왔다. 킬러로봇이 갔다."),
    ],
)
def test_known_names_and_plain_talk_are_no_terms(language, text):
    assert terms(text, language=language) == []


def test_a_quoted_sentence_is_no_term():
    assert terms("She said “we will never stop”.") == []


def test_a_term_held_by_a_better_one_is_not_listed_beside_it():
    found = terms("The swarm control software failed.", "Buy swarm control software.", "A swarm control software test.")
    assert sum("software" in term for term in found) == 1


def test_a_suggestion_says_where_how_often_and_what_is_near():
    texts = ["A child safety officer was there.", "Each child safety officer agreed."]
    (found,) = suggest([*passages(*texts), *passages("The child safety officer left.", document="e")])
    assert (found.term, found.count, found.documents, found.place, found.ways) == ("child safety officer", 3, 2, "d ¶0", ("run",))
    assert found.example in texts[0]
    assert found.nearest == "concept:child-safety"


def test_more_documents_rank_higher_than_more_of_one():
    near = passages("The loitering munition fell.", "The loitering munition rose.")
    spread = [*passages("The sentry turret fell."), *passages("The sentry turret rose.", document="e")]
    assert [each.term for each in suggest([*near, *spread])] == ["sentry turret", "loitering munition"]


@pytest.mark.parametrize(
    ("term", "language", "concept"),
    [
        ("human control of weapons", "en", "concept:human-control"),
        ("人类控制原则", "zh", "concept:human-control"),
        ("zebra crossing", "en", None),
        ("얼룩말", "ko", None),
    ],
)
def test_the_nearest_concept_shares_parts_of_its_name(term, language, concept):
    assert nearest_concept(term, language) == concept


def test_a_workspace_without_documents_is_said_to_be_empty(tmp_path):
    with pytest.raises(InputError, match="no text"):
        suggestion_table(Workspace(tmp_path / "none"), [], limit=5, complain=print)


def test_documents_are_read_where_they_are_named(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("The loitering munition circled.\n\nA loitering munition is cheap.\n", encoding="utf-8")
    table = suggestion_table(Workspace(tmp_path / "none"), [str(path)], limit=5, complain=print)
    assert [row[0] for row in table.rows] == ["loitering munition"]


def test_work_grows_no_faster_than_the_text():
    """C-value walks over a term's own parts, not over all pairs of terms: eight times the terms cost nothing like 64 times as much."""

    def calls(size):
        texts = [f"Alpha{n}x beta{n}y gamma{n}z delta{n}w. Alpha{n}x beta{n}y gamma{n}z delta{n}w." for n in range(size)]
        read = passages(*(text.lower().translate(str.maketrans("0123456789", "klmnopqrst")) for text in texts))
        made = 0

        def count(frame, event, argument):
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            suggest(read, limit=5)
        finally:
            sys.setprofile(None)
        return made

    calls(5)
    assert calls(400) < 12 * calls(50)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["swarm ", "control ", "software ", "the ", ". ", "“", "”", "Chile ", "deep fakes "]), max_size=14), st.integers(1, 4)
)
def test_the_list_is_ranked_limited_and_of_the_text(pieces, limit):
    text = "".join(pieces)
    found = suggest(passages(text, text), limit=limit)
    assert len(found) <= limit
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(each.term in " ".join(text.split()) for each in found)
