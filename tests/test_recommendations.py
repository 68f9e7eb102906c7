"""What a document recommends, and to whom. The texts are made up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract.recommendations  # noqa: F401
from extract.files import read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import EXTRACTORS, Reading
from extract.recommendations import document_part, recommendation_id
from extract.source import Source
from graph.records import QUOTE_LIMIT, Claim, Document, Skipped


def extracted(source: Source) -> list[Claim | Skipped]:
    layout = repair(source)
    mentions = tuple(tuple(find_mentions(passage, load_names())) for passage in layout.passages)
    return list(EXTRACTORS["recommendations"](Reading(source.document, layout.passages, mentions)))


def read(text: str, *, kind: str = "other", markup: str = "markdown", speaker: str | None = None, title: str | None = None) -> list[Claim | Skipped]:
    return extracted(Source(Document("x1", "0" * 64, kind=kind, speaker=speaker, title=title), text, markup))


def claims(found: list[Claim | Skipped]) -> list[tuple[str, tuple[str, ...]]]:
    return [(claim.quote, claim.addressee) for claim in found if isinstance(claim, Claim)]


STATES, FIRMS, PEOPLE, UN, ALL = ("states",), ("businesses",), ("civil-society",), ("un-bodies",), ("all",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Paper\n\n## Recommendations\n\n- States should publish their doctrines.\n- Companies must train their staff.\n- Keep logs.",
         [("States should publish their doctrines", STATES), ("Companies must train their staff", FIRMS), ("Keep logs", ALL)]),
        ("# Paper\n\n## Recommendations\n\n### To technology companies\n\n1. Refuse such contracts.\n2. Logs should be kept.\n",
         [("Refuse such contracts", FIRMS), ("Logs should be kept", FIRMS)]),
        ("# Paper\n\n## Recommendations\n\nWe urge all governments to:\n\n- open talks;\n- report every year.\n",
         [("open talks", STATES), ("report every year", STATES)]),
        ("# Paper\n\n## Conclusions and recommendations\n\nThe talks were useful.\n\nThe Republic of Korea should host the next round.\n",
         [("The Republic of Korea should host the next round", ("state:KOR",))]),
        ("# Paper\n\n## Recommendations\n\nThe Group should consider the following issues:\n\n- costs;\n- risks at sea.\n",
         [("The Group should consider the following issues", ("group-of-experts",)),
          ("costs", ("group-of-experts",)), ("risks at sea", ("group-of-experts",))]),
        ("# 意见书\n\n## 建议\n\n敦促工商企业：\n\n- a) 保存测试记录。\n- b) 接受独立检查。\n", [("保存测试记录", FIRMS), ("接受独立检查", FIRMS)]),
        ("# 意见书\n\n## 政策建议\n\n- 各国和企业应公布审查结果。\n- 鼓励民间社会参加讨论。\n- 大学应开设课程。\n",
         [("各国和企业应公布审查结果", ("states", "businesses")), ("鼓励民间社会参加讨论", PEOPLE), ("大学应开设课程", ALL)]),
        ("# 意见书\n\n## 建议\n\n普遍意见认为：\n\n- (a) 各国应当保存记录；\n- (b) 技术变化很快。\n", [("各国应当保存记录", STATES)]),
        ("# 意见书\n\n## 对策建议\n\n有关部门应做好准备：一是完善审查；二是培养人才；三是参与谈判。\n",
         [("完善审查", ALL), ("培养人才", ALL), ("参与谈判", ALL)]),
        ("# 보고서\n\n## 정책 제언\n\n- 정부는 심사 지침을 마련해야 한다.\n- 기업은 기록을 남겨야 한다.\n- 국제 협력 강화\n",
         [("정부는 심사 지침을 마련해야 한다", STATES), ("기업은 기록을 남겨야 한다", FIRMS), ("국제 협력 강화", ALL)]),
        ("# 보고서\n\n【정책 제언】\n\n호주가 회담을 주최할 필요가 있다.\n", [("호주가 회담을 주최할 필요가 있다", ("state:AUS",))]),
        ("# 보고서\n\n## 제언\n\n첫째, 정부는 법을 고쳐야 한다. 둘째, 기업과 시민사회는 함께 감시해야 한다.\n",
         [("정부는 법을 고쳐야 한다", STATES), ("기업과 시민사회는 함께 감시해야 한다", ("businesses", "civil-society"))]),
    ],
    ids=["items", "to-companies", "urged", "mixed-heading", "topics", "zh-urged", "zh-subjects", "zh-view", "zh-inside", "ko-items", "ko-brackets",
     "ko-inside"],
)  # fmt: skip
def test_sections(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert claims(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The Group recommends that the Review Conference extend its mandate.", "report",
         [("The Group recommends that the Review Conference extend its mandate", ("review-conference",))]),
        ("We urge all States to:\n\n- end such sales;\n- join the talks.\n", "statement", [("end such sales", STATES), ("join the talks", STATES)]),
        ("2. Also calls upon all States to take part;\n\n3. Requests the Secretary-General to report;\n\n4. Decides to meet again.\n", "resolution",
         [("Also calls upon all States to take part", STATES), ("Requests the Secretary-General to report", UN)]),
        ("本会议建议审查会议确定日期。", "report", [("本会议建议审查会议确定日期", ("review-conference",))]),
        ("우리는 다음과 같이 촉구한다.\n\n1. 정부는 개발을 중단하라.\n2. 국회는 법을 제정하라.\n", "statement",
         [("정부는 개발을 중단하라", STATES), ("국회는 법을 제정하라", STATES)]),
    ],
    ids=["meeting", "listed", "operative", "zh-meeting", "ko-listed"],
)  # fmt: skip
def test_running_text_in_the_documents_own_voice(text: str, kind: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert claims(read(text, kind=kind)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Position paper\n\n1. States should never let machines decide.\n\n2. Companies must test their products.",
        "Some delegations recommended that the Group adopt a protocol.",
        "In 2021 the Red Cross recommended that States:\n\n- rule out some weapons;\n- limit the rest.",
        "We call on all States to begin talks.",
        "# Paper\n\n## Recommendations\n\nThe panel met twice in spring.\n\nSome delegations suggested that States should wait.",
        "# Paper\n\n## Implementation of the recommendations of 2019\n\n- Two states reported.\n- None replied.",
        "# 报告\n\n一些代表团建议成立工作组。有人建议推迟。各国应当遵守法律。",
        "# 报告\n\n## 建议\n\n有代表团建议各国应保存记录。",
        "# 뉴스\n\n전문가들은 정부가 대책을 마련해야 한다고 말했다. 인권위원회는 정부에 지침 제정을 권고했다.",
        "# Conditions\n\nThe recommendation engine must be retrained.",
    ],
    ids=["position-paper", "reported", "another-body", "call-only", "no-cue", "old-ones", "zh-reported", "zh-in-section", "ko-news", "engine"],
)
def test_no_recommendation(text: str) -> None:
    assert claims(read(text)) == []


def test_a_speakers_proposals_are_counted() -> None:
    text = "Peru suggests that the General Assembly adopt: first, a treaty with a date; second, a yearly review; third, a fund."
    found = read(text, speaker="The Republic of Peru", kind="statement")
    assert claims(found) == [("a treaty with a date", UN), ("a yearly review", UN), ("a fund", UN)]
    assert [claim.object.id for claim in found if isinstance(claim, Claim)] == ["rec:x1-1-1", "rec:x1-1-2", "rec:x1-1-3"]


def test_what_a_section_does_not_recommend_is_reported() -> None:
    found = read("# Paper\n\n## Recommendations\n\nThe panel met twice in spring.\n")
    assert [(skip.text, skip.place) for skip in found if isinstance(skip, Skipped)] == [("The panel met twice in spring.", "x1 ¶3")]


def test_numbered_sections_run_on_whatever_their_level() -> None:
    text = "# 声明\n\n## 建议\n\n### 1 各国\n\n- a) 公布政策。\n\n## 2 企业责任\n\n- a) 保存记录。\n\n## 签署方\n\n- 灯塔研究所\n"
    found = read(text)
    assert claims(found) == [("公布政策", STATES), ("保存记录", ALL)]
    assert [claim.object.id for claim in found if isinstance(claim, Claim)] == ["rec:x1-1a", "rec:x1-2a"]


@pytest.mark.parametrize(
    ("document", "locator", "number", "expected"),
    [
        ("000_1615b54dd2e7a092", "annex ¶2(a)", None, "rec:000-annex-2a"),
        ("002_9909b773da58d4e0", "§4(h)", None, "rec:002-4h"),
        ("000_1615b54dd2e7a092", "annex ¶4 bullet 3", None, "rec:000-annex-4-bullet-3"),
        ("01_en_paper", "¶7", 2, "rec:01-7-2"),
        ("child-rights-statement-2025", "§1(a)", None, "rec:child-rights-statement-2025-1a"),
        ("x1", "§1(1)", None, "rec:x1-1-1"),
        ("x_1", "note 1", None, "rec:x_1-note-1"),
    ],
    ids=["annex", "section", "bullet", "counted", "whole-name", "digits-apart", "no-digits"],
)  # fmt: skip
def test_ids(document: str, locator: str, number: int | None, expected: str) -> None:
    assert recommendation_id(document, locator, number) == expected


@given(st.from_regex(r"[0-9]{1,4}(_[a-z0-9]{0,8})?", fullmatch=True))
def test_a_leading_number_names_a_document(document: str) -> None:
    assert document_part(document) == document.partition("_")[0]


@given(
    st.lists(
        st.sampled_from(["各国应保存记录", "企业须接受检查，", "鼓励", "一是公布；", "。", "建议：", "\n\n- ", "States should ", "to: "]), max_size=12
    )
)
def test_every_quote_is_short_and_said(parts: list[str]) -> None:
    for claim in read("# x\n\n## 建议\n\n" + "".join(parts)):
        if isinstance(claim, Claim):
            assert 0 < len(claim.quote) <= QUOTE_LIMIT
            assert claim.addressee


@pytest.mark.parametrize(("name", "count"), [("000", 18), ("002", 55)])
def test_the_originals(corpus: Path, name: str, count: int) -> None:
    found = [claim for claim in extracted(read_source(next(corpus.glob(f"{name}_*")))) if isinstance(claim, Claim)]
    assert len(found) == count
    assert len({claim.object.id for claim in found}) == count
