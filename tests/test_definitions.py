"""Who defines a concept, how, and who is only said not to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.definitions import read_definitions
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import Reading
from graph.records import Claim, Document, Passage, Skipped


def findings(text, language):
    passage = Passage("d", "¶1", 0, text, language)
    return list(read_definitions(Reading(Document("d", "0" * 64), (passage,), (find_mentions(passage, load_names()),))))


def defined(text, language):
    return [
        (one.subject.id or one.subject.surface, one.object.id.removeprefix("concept:"), one.topic)
        for one in findings(text, language)
        if isinstance(one, Claim)
    ]


LAWS, AWS, MHC = "lethal-autonomous-weapons-systems", "autonomous-weapons-systems", "meaningful-human-control"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chile defines killer robots as weapons without any operator.", [("state:CHL", LAWS, "weapons without any operator")]),
        (
            "en",
            "Chile and Ghana define autonomy as the absence of orders.",
            [("state:CHL", "autonomy", "the absence of orders"), ("state:GHA", "autonomy", "the absence of orders")],
        ),
        ("en", "Autonomous weapons are understood by Ghana as machines that aim.", [("state:GHA", AWS, "machines that aim")]),
        (
            "en",
            "According to Amnesty International, killer robots are weapons that kill alone.",
            [("org:amnesty-international", LAWS, "weapons that kill alone")],
        ),
        ("en", "Some experts define autonomy as a matter of degree.", [("group:experts", "autonomy", "a matter of degree")]),
        ("en", "Meaningful human control is usually defined as the power to abort.", [("group:unattributed", MHC, "the power to abort")]),
        ("en", "Autonomous weapons, which are able to fire alone, worry us.", [("group:unattributed", AWS, "fire alone")]),
        ("en", "“Autonomy” means acting without orders.", [("doc:d", "autonomy", "acting without orders")]),
        ("en", "Chile’s definition of autonomous weapons covers sentry guns.", [("state:CHL", AWS, "sentry guns")]),
        ("en", "Chile regards autonomous weapons as a menace.", []),
        ("en", "Autonomous weapons, which are much discussed, exist.", []),
        ("zh", "智利将杀手机器人定义为无人操作的武器。", [("state:CHL", LAWS, "无人操作的武器")]),
        ("zh", "有人把自主性理解为没有命令。", [("group:unattributed", "autonomy", "没有命令")]),
        ("zh", "根据加纳的定义，自主武器是指会自行瞄准的机器。", [("state:GHA", AWS, "会自行瞄准的机器")]),
        ("zh", "自主武器通常被定义为会自行瞄准的机器。", [("group:unattributed", AWS, "会自行瞄准的机器")]),
        ("zh", "所谓人实际控制，是指随时能够叫停。", [("doc:d", MHC, "随时能够叫停")]),
        ("zh", "智利把杀手机器人定為不可接受。", []),
        ("ko", "칠레는 킬러로봇을 조작자가 없는 무기로 정의한다.", [("state:CHL", LAWS, "조작자가 없는 무기")]),
        ("ko", "자율성이란 명령 없이 움직이는 능력을 말한다.", [("doc:d", "autonomy", "명령 없이 움직이는 능력")]),
        ("ko", "자율무기는 흔히 스스로 겨누는 기계로 정의된다.", [("group:unattributed", AWS, "스스로 겨누는 기계")]),
        ("ko", "칠레는 자율무기를 기계로 정의하지 않는다.", []),
        (
            "ko",
            "칠레는 자율무기를 기계라고 정의한다. 칠레와 마찬가지로 페루도 자율무기의 무차별성을 요구한다.",
            [("state:CHL", AWS, "기계"), ("state:PER", AWS, "무차별성")],
        ),
        ("ko", "칠레는 반대했다. 칠레와 마찬가지로 페루도 자율무기의 무차별성을 요구한다.", []),
        ("ko", "칠레는 지침을 냈다. 이를 통해 자율무기를 정의하고 절차를 정했다.", [("state:CHL", AWS, None)]),
        ("ko", "자율성이란 명령 없는 움직임을 뜻한다 (Silva 2015).", [("Silva", "autonomy", "명령 없는 움직임")]),
    ],
)
def test_who_defines_what_how(language, text, expected):
    assert defined(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No state has defined autonomy as a matter of degree."),
        ("zh", "各国难以将自主性定义为程度问题。"),
        ("zh", "会议讨论了如何将自主武器定义为一类武器。"),
    ],
)
def test_a_definition_that_is_denied_is_left_out_and_said_so(language, text):
    (skipped,) = findings(text, language)
    assert isinstance(skipped, Skipped)
    assert "denied" in skipped.reason


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Chile ", "defines ", "autonomy ", "killer robots ", "as ", "weapons ", ". ", ", which are able to ", "No ", "means "]),
        max_size=9,
    )
)
def test_the_words_of_a_definition_stand_in_its_passage(pieces):
    text = "".join(pieces)
    for one in findings(text, "en"):
        if isinstance(one, Claim):
            assert text[one.start : one.end] == one.quote
            assert one.topic is None or one.topic in text


def test_a_definition_by_nobody_we_know_is_left_out_and_said_so():
    (skipped,) = findings("The board defines autonomy as acting without orders.", "en")
    assert isinstance(skipped, Skipped)
    assert "nobody" in skipped.reason
