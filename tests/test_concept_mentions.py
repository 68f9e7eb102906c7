"""Concepts are found under all their names, and not inside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.concept_mentions import find_concepts
from graph.records import Passage


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
