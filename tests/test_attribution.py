"""How a position is held: plainly, under a condition, as a question; and through whom it is known."""

from __future__ import annotations

import pytest

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions import read_positions
from extract.reading import Reading
from extract.reporting import is_reported
from graph.records import Claim, Document, Passage

OPENINGS = {
    "en": "Talks on lethal autonomous weapons were held in Geneva.",
    "zh": "致命性自主武器系统问题的会议在日内瓦举行。",
    "ko": "자율살상무기에 관한 회의가 제네바에서 열렸다.",
}


def reading(language: str, *texts: str, kind: str = "other", title: str | None = None) -> Reading:
    passages = tuple(Passage("made", f"¶{n}", n, text, language) for n, text in enumerate((OPENINGS[language], *texts)))
    mentions = tuple(find_mentions(passage, load_names()) for passage in passages)
    return Reading(Document("made", "0" * 64, languages=(language,), kind=kind, title=title), passages, mentions)


def claims(language: str, *texts: str) -> list[Claim]:
    return [found for found in read_positions(reading(language, *texts)) if isinstance(found, Claim)]


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        pytest.param("en", "Norway would support a ban if verification were possible.", "conditional", id="if after"),
        pytest.param("en", "If the talks fail, Norway will back a legally binding instrument.", "conditional", id="if before"),
        pytest.param("en", "Norway is prepared to accept a moratorium provided that all states join.", "conditional", id="provided"),
        pytest.param("en", "Norway supports a ban.", "stated", id="plain"),
        pytest.param("en", "Norway supports a ban even if others do not.", "stated", id="even if"),
        pytest.param("en", "Norway supports a ban; if others want talks, they may have them.", "stated", id="another clause"),
        pytest.param("zh", "如果其他国家同意，挪威才支持禁止自主武器。", "conditional", id="zh-if before"),
        pytest.param("zh", "挪威支持禁止自主武器，前提是各国都加入。", "conditional", id="zh-provided"),
        pytest.param("zh", "挪威表示，如果谈判失败，就应制定具有法律约束力的文书。", "conditional", id="zh-if between"),
        pytest.param("zh", "挪威支持禁止自主武器。", "stated", id="zh-plain"),
        pytest.param("zh", "即使其他国家反对，挪威仍支持禁止自主武器。", "stated", id="zh-even if"),
        pytest.param("ko", "노르웨이는 검증이 가능하다면 자율무기 금지에 찬성하겠다고 밝혔다.", "conditional", id="ko-if"),
        pytest.param("ko", "노르웨이는 모든 국가의 참여를 조건으로 자율무기 금지를 지지한다.", "conditional", id="ko-provided"),
        pytest.param("ko", "노르웨이는 자율무기 금지를 지지한다.", "stated", id="ko-plain"),
        pytest.param("ko", "노르웨이는 기존 국제법이면 충분하다고 주장했다.", "stated", id="ko-suffices"),
    ],
)
def test_a_condition_is_marked(language: str, text: str, modality: str) -> None:
    found = {claim.modality for claim in claims(language, text) if claim.subject.id == "state:NOR"}
    assert found == {modality}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "Norway asked whether a ban was needed.", id="en"),
        pytest.param("zh", "挪威询问是否应当禁止自主武器。", id="zh"),
        pytest.param("ko", "노르웨이는 자율무기를 금지해야 하는지 물었다.", id="ko"),
    ],
)
def test_a_question_is_no_plain_position(language: str, text: str) -> None:
    assert {claim.modality for claim in claims(language, text)} <= {"question"}


@pytest.mark.parametrize(
    ("language", "texts", "reported"),
    [
        pytest.param("en", ["Keller (2019) rejects a ban.", "Ito and Ruiz (2021) do not."], True, id="two works"),
        pytest.param("en", ["This article asks what states want. Keller (2019) rejects a ban."], True, id="one work and the article itself"),
        pytest.param("en", ["The report (2019) was adopted.", "Norway supports a ban."], False, id="a report with a year"),
        pytest.param("en", ["Norway supports a ban.", "Brazil does not."], False, id="no work"),
        pytest.param("zh", ["本文认为，周衡（2020）的主张可行。"], True, id="zh"),
        pytest.param("zh", ["挪威支持禁止自主武器。"], False, id="zh-no work"),
        pytest.param("ko", ["이 글은 규범을 다룬다. 최서린(2020)은 금지를 지지한다."], True, id="ko"),
        pytest.param("ko", ["노르웨이는 금지를 지지한다."], False, id="ko-no work"),
    ],
)
def test_a_scholarly_text_reports(language: str, texts: list[str], reported: bool) -> None:
    assert is_reported(reading(language, *texts)) is reported


def test_a_statement_reports_nothing_whatever_it_cites() -> None:
    assert not is_reported(reading("en", "Keller (2019) rejects a ban.", "Ito and Ruiz (2021) do not.", kind="statement"))


@pytest.mark.parametrize(
    ("language", "text", "holder", "via"),
    [
        pytest.param("en", "According to Amnesty International, France opposes a ban.", "state:FRA", "org:amnesty-international", id="source"),
        pytest.param("en", "France opposes a ban (Keller 2019).", "state:FRA", "doc:keller-2019", id="work"),
        pytest.param("en", "France opposes a ban.", "state:FRA", None, id="nobody"),
        pytest.param("zh", "据大赦国际报道，法国反对禁止自主武器。", "state:FRA", "org:amnesty-international", id="zh-source"),
        pytest.param("ko", "국제앰네스티에 따르면 프랑스는 자율무기 금지에 반대한다.", "state:FRA", "org:amnesty-international", id="ko-source"),
        pytest.param("ko", "프랑스는 자율무기 금지에 반대한다(이서현 2020).", "state:FRA", "doc:이서현-2020", id="ko-work"),
    ],
)
def test_the_source_is_named(language: str, text: str, holder: str, via: str | None) -> None:
    assert {claim.via for claim in claims(language, text) if claim.subject.id == holder} == {via}
