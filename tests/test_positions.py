"""The position reader: the algebra, the matcher, and what must hold of every reading whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions import read_positions
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.matching import Matcher
from extract.positions.sign.algebra import chain, negated, times
from extract.reading import Reading
from graph.errors import DataError
from graph.records import Claim, Document, Passage, Skipped

SENTENCES = {
    "en": [
        "Austria supports a ban on autonomous weapons.", "Brazil opposes a moratorium.", "Many delegations called for a legally binding instrument.",
        "Others questioned this view.", "Norway said that existing law is not sufficient.", "Egypt abstained on a political declaration.",
    ],
    "zh": [
        "奥地利支持禁止自主武器。", "巴西反对政治宣言。", "许多代表团呼吁制定具有法律约束力的文书。",
        "另一些代表团对这一观点提出异议。", "挪威认为现行国际法不足以应对。",
    ],
    "ko": [
        "오스트리아는 자율무기 금지를 지지한다.", "브라질은 모라토리엄에 반대한다.", "많은 대표단은 법적 구속력 있는 문서를 촉구했다.",
        "노르웨이는 현행 국제법만으로는 부족하다고 주장했다.", "이집트는 정치적 선언에 유보적인 입장이다.",
    ],
}  # fmt: skip
UNRELATED = {"en": "The weather in the town was mild that week.", "zh": "那一周城里的天气很温和。", "ko": "그 주에 도시의 날씨는 온화했다."}
BLANKS = {"en": [" ", "  ", "\t", "\n"], "zh": ["", " ", "\u3000"], "ko": [" ", "  ", "\n"]}
LANGUAGES = st.sampled_from(sorted(SENTENCES))
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(language: str, text: str) -> list[Claim | Skipped]:
    passage = Passage("made", "¶1", 0, text, language)
    reading = Reading(Document("made", "0" * 64, languages=(language,)), (passage,), (find_mentions(passage, load_names()),))
    return list(read_positions(reading))


def facts(language: str, text: str) -> list[tuple[str, str, str, str | None]]:
    return sorted((c.subject.key, c.relation, c.object.key, c.quantifier) for c in read(language, text) if isinstance(c, Claim))


def joined(language: str, sentences: list[str], blank: str | None = None) -> str:
    return (("" if language == "zh" else " ") if blank is None else blank).join(sentences)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param(
            "브라질은 다음과 같은 방안을 제안한다. 첫째, 모든 국가가 새로운 무기를 도입하기 전에 법적 검토를 실시하도록 한다.",
            {("state:BRA", "SUPPORTS", "proposal:weapons-review")}, id="demands told in order",
        ),
        pytest.param(
            "일본은 “자율무기에는 인간의 통제가 필요하다”고 반박했다.",
            {("state:JPN", "SUPPORTS", "proposal:retain-human-control")}, id="a rebuttal is of what another said",
        ),
        pytest.param("국회는 '자율살상무기 금지를 위한 국제조약 체결 촉구 결의안'을 상정했다.", set(), id="a motion is only named"),
        pytest.param(
            "이집트는 법의 측면만이 아니라 인권 측면도 다뤄야 한다면서 자율무기 조약을 제안했다.",
            {("state:EGY", "SUPPORTS", "proposal:consider-human-rights-law"), ("state:EGY", "SUPPORTS", "proposal:legally-binding-instrument")},
            id="not only",
        ),
    ],
)  # fmt: skip
def test_what_korean_sentences_hold(text: str, held: set[tuple[str, str, str]]) -> None:
    assert {(subject, relation, what) for subject, relation, what, _ in facts("ko", "자율무기 회의가 열렸다. " + text)} == held


@pytest.mark.parametrize(
    ("cues", "sign"),
    [
        pytest.param(["SUP"], "+", id="for"),
        pytest.param(["OPP", "CLAIM", "BAD"], "+", id="against what is against"),
        pytest.param(["NEG", "SUP"], "-", id="not for"),
        pytest.param(["NEG", "OPP"], "~", id="not against"),
        pytest.param(["QUAL", "NEED"], "~", id="neither stays neither"),
        pytest.param(["SAY", "FACT"], "0", id="no cue"),
    ],
)
def test_the_algebra_of_a_chain(cues: list[str], sign: str) -> None:
    assert chain(cues) == sign


@given(st.sampled_from("+-~"), st.sampled_from("+-~"))
def test_the_algebra_keeps_its_laws(one: str, other: str) -> None:
    assert times(one, other) == times(other, one)
    assert times("+", one) == one
    assert negated("+") == "-"
    assert negated(negated("+")) == "~"


def test_a_pattern_that_may_begin_with_anything_is_refused() -> None:
    with pytest.raises(DataError, match="a letter of its own"):
        Matcher({"cue": {"SUP": (r"\w+ ban",)}}, {}, "none")


def test_words_are_bounded_and_capitals_meant() -> None:
    matcher = Matcher({"cue": {"SUP": ("support*",), "W": ("LAWS",)}}, {}, "words")
    text = "He supports laws; unsupported LAWS."
    assert [(f.name, text[f.start : f.end]) for f in matcher.find(text)] == [("SUP", "supports"), ("W", "LAWS")]


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_the_words_of_each_language_are_sound(language: str) -> None:
    words = lexicon(language)
    elements = set(words.elements)
    for rule in words.rules:
        assert {rule.head, *(name for group in rule.needs for name in group), *rule.without, *rule.after} <= elements | {"foreign"}


@QUICK
@given(st.data(), LANGUAGES)
def test_every_quote_lies_in_its_passage(data: st.DataObject, language: str) -> None:
    text = joined(language, data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=5)))
    for claim in read(language, text):
        assert isinstance(claim, Skipped) or (
            text[claim.start : claim.end] == claim.quote and claim.quote.strip() != "" and 0 <= claim.confidence <= 1
        )


@QUICK
@given(st.data(), LANGUAGES)
def test_blanks_change_nothing(data: st.DataObject, language: str) -> None:
    sentences = data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=4))
    blank = data.draw(st.sampled_from(BLANKS[language]))
    assert facts(language, joined(language, sentences)) == facts(language, joined(language, sentences, blank))
    wide = joined(language, sentences).replace(" ", "  ")
    assert facts(language, joined(language, sentences)) == facts(language, wide)


@QUICK
@given(st.data(), LANGUAGES)
def test_an_unrelated_sentence_adds_nothing(data: st.DataObject, language: str) -> None:
    sentences = data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=4))
    place = data.draw(st.integers(0, len(sentences)))
    longer = [*sentences[:place], UNRELATED[language], *sentences[place:]]
    assert set(facts(language, joined(language, longer))) <= set(facts(language, joined(language, sentences)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The club was handed a transfer ban and supports the ban no longer.", id="football"),
        pytest.param("en", "Austria supports a ban on landmines.", id="mines"),
        pytest.param("zh", "欧盟支持人工智能监管。", id="general governance"),
        pytest.param("ko", "한국은 지뢰 금지를 지지한다.", id="mines-ko"),
    ],
)
def test_other_topics_give_nothing(language: str, text: str) -> None:
    assert [c for c in read(language, text) if isinstance(c, Claim)] == []
