"""Who spoke on what: presenters with the concepts of their topics, and silence where nobody gives a talk."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.mentions import find_mentions
from extract.names import load_names
from extract.pipeline import read_document
from extract.reading import Reading
from extract.saying.talk_topics import topic_concepts
from extract.talks import read_talks
from graph.records import Claim, Document, Mention, Passage, Skipped

PANEL = {"en": "Experts spoke at the second session. ", "zh": "专题研讨会上有数名专家发言。", "ko": "둘째 세션에서 발표가 이어졌다. "}


def findings(text, language, *, panel=True):
    passage = Passage("d", "¶1", 0, (PANEL[language] if panel else "") + text, language)
    return list(read_talks(Reading(Document("d", "0" * 64), (passage,), (find_mentions(passage, load_names()),))))


def spoken(text, language, *, panel=True):
    claims = [one for one in findings(text, language, panel=panel) if isinstance(one, Claim)]
    return {(one.subject.surface, one.object.id.removeprefix("concept:")) for one in claims}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ms. Ana Silva of Porto University presented the limits of machine learning.", {("Ana Silva", "machine-learning")}),
        ("en", "Mr. Jan Kos spoke about accountability under the laws of war.", {("Jan Kos", "accountability")}),
        ("en", "Dr. Eva Lund discussed distinction and proportionality.", {("Eva Lund", "distinction"), ("Eva Lund", "proportionality")}),
        ("en", "Ms. Ana Silva addressed ethics, and outlined the risk of an arms race.", {("Ana Silva", "ethics"), ("Ana Silva", "arms-race")}),
        ("en", "Mr. Jan Kos spoke on ethics. He also described human dignity.", {("Jan Kos", "ethics"), ("Jan Kos", "human-dignity")}),
        (
            "en",
            "Mr. Jan Kos and Ms. Ana Silva gave a talk on cyber operations.",
            {("Jan Kos", "cyber-operations"), ("Ana Silva", "cyber-operations")},
        ),
        ("en", "Ms. Ana Silva examined the effect of machine learning on predictability.", {("Ana Silva", "predictability")}),
        ("en", "A briefing by Mr. Jan Kos on dual-use technology was held.", {("Jan Kos", "dual-use")}),
        ("en", "Ms. Ana Silva outlined the price of helicopters.", {("Ana Silva", "other")}),
        ("en", "Ms. Ana Silva presented the draft report.", set()),
        ("en", "Mr. Jan Kos discussed with everyone how to go on.", set()),
        ("zh", "波尔图大学教授 Ana Silva 女士介绍了机器学习的局限。", {("Ana Silva", "machine-learning")}),
        ("zh", "Jan Kos 先生阐述了人道法之下的问责制，并重点讨论了责任空白。", {("Jan Kos", "accountability"), ("Jan Kos", "accountability-gap")}),
        ("zh", "Jan Kos 先生谈到机器学习对可预测性的影响，以及个人责任。", {("Jan Kos", "predictability"), ("Jan Kos", "individual-responsibility")}),
        ("zh", "Ana Silva 女士说明了网络攻击如何加剧军备竞赛。", {("Ana Silva", "cyber-operations")}),
        ("zh", "Ana Silva 女士以“战略稳定的新挑战”为题发表演讲。", {("Ana Silva", "regional-global-stability")}),
        ("zh", "Ana Silva 女士介绍了一种新工具，例如态势感知软件。", {("Ana Silva", "situational-awareness")}),
        ("zh", "Ana Silva 女士介绍说，下周休会。", set()),
        ("zh", "Ana Silva 女士介紹了殺手機器人。", {("Ana Silva", "lethal-autonomous-weapons-systems")}),
        ("ko", "포르투대학교의 아나 실바(Ana Silva) 교수는 기계학습에 대해 발표했다.", {("아나 실바", "machine-learning")}),
        ("ko", "한국대학교 김철수 교수는 ‘군비경쟁의 앞날’을 주제로 발표하였다.", {("김철수", "arms-race")}),
        ("ko", "한국대학교 김철수 교수는 윤리와 인간의 통제를 소개했다.", {("김철수", "ethics"), ("김철수", "human-control")}),
        ("ko", "한국대학교 김철수 교수는 딥러닝이 예측가능성에 미치는 영향을 설명했다.", {("김철수", "predictability")}),
        ("ko", "한국대학교 김철수 교수는 금지에 찬성한다고 말했다.", set()),
    ],
)
def test_speakers_and_their_topics(language, text, expected):
    assert spoken(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Ana Silva gave a lecture on human dignity.", {("Ana Silva", "human-dignity")}),  # a talk by its own words
        ("Ms. Ana Silva described human dignity.", set()),  # a book may, too
        ("Ms. Ana Silva described helicopters.", set()),
    ],
)
def test_without_a_meeting_only_words_of_talking_count(text, expected):
    assert spoken(text, "en", panel=False) == expected


def test_what_may_be_no_talk_is_said_to_be_left_out():
    (skipped,) = findings("Ms. Ana Silva described human dignity.", "en", panel=False)
    assert isinstance(skipped, Skipped)
    assert "no meeting" in skipped.reason


def test_the_theme_yields_to_what_is_told_of_it():
    passage = Passage("d", "¶1", 0, "自主武器如何强化军备竞赛", "zh")
    named = (Mention(0, 4, "Concept", "concept:autonomous-weapons-systems", "自主武器"), Mention(8, 12, "Concept", "concept:arms-race", "军备竞赛"))
    theme = frozenset({"concept:autonomous-weapons-systems"})
    assert [m.entity for m in topic_concepts(passage, named, (0, 12), theme)] == ["concept:arms-race"]
    assert [m.entity for m in topic_concepts(passage, named, (0, 12), frozenset())] == ["concept:autonomous-weapons-systems"]
    assert topic_concepts(passage, (), (0, 12), theme) == ()


def test_the_originals_speakers_are_all_found(shared):
    rows = [json.loads(line) for line in (shared / "gold" / "000.jsonl").read_text(encoding="utf-8").splitlines()]
    expected = {row["subject"]["id"] for row in rows if row["relation"] == "SPOKE_ON"}
    claims = read_document(next((shared / "corpus").glob("000*"))).claims
    assert {one.subject.id for one in claims if one.relation == "SPOKE_ON"} == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Ms. Ana Silva ", "Mr. Jan Kos ", "presented ", "discussed ", "ethics", ", and ", "machine learning", ". ", "He ", "on "]),
        max_size=9,
    )
)
def test_every_topic_stands_in_its_quote_s_passage(pieces):
    for one in findings("".join(pieces), "en"):
        if isinstance(one, Claim):
            assert one.quote
            assert one.object.surface in PANEL["en"] + "".join(pieces)
