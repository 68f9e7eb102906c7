"""Concepts are found under all their names, and not inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.concept_mentions import find_concepts, mention_concepts
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import Reading
from graph.records import Document, Passage


def found(text, language):
    return {(mention.entity.removeprefix("concept:"), mention.surface) for mention in find_concepts(Passage("d", "¶1", 0, text, language))}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Delegates turned to meaningful human control.", "en", {("meaningful-human-control", "meaningful human control")}),
        ("Meaningful Human Control was the topic.", "en", {("meaningful-human-control", "Meaningful Human Control")}),
        ("LAWS were debated.", "en", {("lethal-autonomous-weapons-systems", "LAWS")}),
        ("New laws were debated.", "en", set()),
        ("Multilaterality ethically unaudited.", "en", set()),
        ("会议谈到人实际控制。", "zh", {("meaningful-human-control", "人实际控制")}),
        ("會議談到殺手機器人。", "zh", {("lethal-autonomous-weapons-systems", "殺手機器人")}),
        ("他们从事儿童工作多年。", "zh", set()),
        ("禁止雇用童工。", "zh", {("child-labour", "童工")}),
        ("의미 있는 인간 통제를 논의했다.", "ko", {("meaningful-human-control", "의미 있는 인간 통제")}),
        ("킬러로봇은 위험하다.", "ko", {("lethal-autonomous-weapons-systems", "킬러로봇")}),
    ],
)
def test_concepts_by_name(text, language, expected):
    assert found(text, language) == expected


def test_the_longest_name_wins():
    assert found("完全自主武器系统", "zh") == {("fully-autonomous-weapons", "完全自主武器系统")}


@given(st.text(alphabet="LAWS autonmus人实际控制区分 킬러로봇İß", max_size=60), st.sampled_from(["zh", "en"]))
def test_mentions_lie_in_their_passage(text, language):
    last = 0
    for mention in find_concepts(Passage("d", "¶1", 0, text, language)):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        last = mention.end


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "We need effective human control.", {"human-control"}),
        ("en", "A commander can be held responsible.", {"individual-responsibility"}),
        ("en", "A sharp distinction was drawn.", set()),
        ("en", "Respect distinction and proportionality.", {"distinction", "proportionality"}),
        ("zh", "应确保人类的有效控制。", {"human-control"}),
        ("zh", "需要区分两类系统。", set()),
        ("zh", "遵守区分、相称性和预防原则。", {"distinction", "proportionality", "precaution"}),
        ("zh", "遵守区分（平民）、比例（武力）等规则。", {"distinction", "proportionality"}),
        ("zh", "《儿童的各种最大利益手册》", set()),
        ("ko", "작동자의 최종적인 통제가 필요하다.", {"human-control"}),
        ("ko", "둘을 구별해야 한다.", set()),
    ],
)
def test_wordings_around_the_names(language, text, expected):
    assert {concept for concept, _ in found(text, language)} == expected


def claims(*texts, language="en"):
    passages = tuple(Passage("d", f"¶{number}", number, text, language) for number, text in enumerate(texts))
    mentions = tuple(find_mentions(passage, load_names()) for passage in passages)
    return {
        (one.loc, one.object.id.removeprefix("concept:"), one.object.surface)
        for one in mention_concepts(Reading(Document("d", "0" * 64), passages, mentions))
    }


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("en", ["Human oversight (HO) came up.", "They dropped HO."], ("¶1", "human-oversight", "HO")),
        ("ko", ["의도치 않은 확전 ( unintended escalation: UE ) 위험이 있다.", "UE를 막자."], ("¶1", "escalation", "UE")),
    ],
)
def test_acronyms_are_learnt_from_the_document_s_glosses(language, texts, expected):
    assert expected in claims(*texts, language=language)


@pytest.mark.parametrize("texts", [["They dropped HO."], ["Human oversight (XY) came up.", "They dropped XY."]])
def test_acronyms_are_not_made_up(texts):
    assert not any(surface in ("HO", "XY") for _, _, surface in claims(*texts))


def test_an_organisation_s_name_is_no_talk_of_its_words():
    assert claims("Human Rights Watch wrote a letter.") == set()
