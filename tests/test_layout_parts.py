"""The steps of the repair, one by one: joining, furniture, notes, numbers, headings, languages."""

from __future__ import annotations

import pytest

from extract.layout import Layout, repair
from extract.layout.markers import read_marker, roman_value
from extract.layout.scripts import is_finished, language_of, width
from extract.source import Source
from graph.records import Document
from graph.sourcemap import SourceMap


def layout(text: str, markup: str = "plain") -> Layout:
    return repair(Source(Document("paper", "0" * 64), text, markup, SourceMap.identity(len(text))))


def locators(text: str, markup: str = "plain") -> list[str]:
    return [passage.locator for passage in layout(text, markup).passages]


FILL = "Delegations spoke at length about the weapons and the rules that\nmight apply to them, and they did so in the order in which they had\n"
ZH = "各代表团就武器和可能适用的规则进行了长时间的讨论并依次发言表达了看法\n随后又就会议的安排交换了意见并同意在明年继续就此议题开展各项工作\n"
KO = (
    "각국 대표단은 무기와 이에 적용될 수 있는 규칙에 관하여 오랫동안 논의하\n"
    "였으며 신청한 차례에 따라 발언하여 저마다 다른 의견을 자세히 밝히고 있 \n"
    "는 것으로 알려졌고 회의 일정에 관해서도 여러 가지 견해를 나눈 것으로 \n"
)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(
            FILL + "asked for the floor of the room, which was full to the last occu-\npied seat, they said.",
            "last occupied seat",
            id="hyphen of the cut",
        ),
        pytest.param(
            FILL + "asked for the floor of the room, which was full of those non-\nstate actors, they said.",
            "those non-state actors",
            id="hyphen of the word",
        ),
        pytest.param(
            FILL + "asked for it; well-known to all were the rules, and also well-\nknown were the risks.",
            "also well-known were",
            id="hyphen written elsewhere",
        ),
        pytest.param(
            FILL + "asked for the floor of the room, which was full to the last re\u00ad\nmaining seat, they said.",
            "last remaining seat",
            id="soft hyphen",
        ),
        pytest.param(ZH + "会后由红十字国际委员会的代表介绍了关于武器审查的一些看法和 Lucy\nSmith 教授的意见。", "Lucy Smith 教授", id="Latin words"),
        pytest.param(ZH + "会后由红十字国际委员会的代表介绍了关于武器审查的一些看法研究员\nLucy 作了发言。", "看法研究员Lucy", id="Han before Latin"),
        pytest.param(ZH + "会后由 Anna 女士和红十字国际委员会的代表介绍了关于武器的看法 Lucy\n教授作了发言。", "Lucy 教授", id="Latin before Han"),
        pytest.param(ZH + "会后由红十字国际委员会的代表介绍了关于武器审查的一些看法，然后\n“散会”。", "然后“散会”", id="quotes among Han"),
        pytest.param(KO + "여러 가지 문제를 다루었다고 한다 그리고 다음 회의를 내년에 열기로 결\n정했다.", "열기로 결정했다", id="Korean word cut"),
        pytest.param(
            KO + "여러 가지 문제를 다루었다고 한다 그리고 다음 회의를 내년에 열기로 또 \n정했다.", "열기로 또 정했다", id="Korean space at the end"
        ),
        pytest.param(KO.replace(" \n", "\n") + "여러 가지 문제를 다루었다고 한다.", "있 는 것으로", id="Korean without spaces at ends"),
    ],
)
def test_lines_are_joined_as_the_script_writes(text: str, joined: str) -> None:
    (passage,) = layout(text).passages
    assert joined in passage.text


SPEECHES = [
    "the first delegation spoke of its fears",
    "another one saw no need for a treaty",
    "a third wanted more time",
    "the last one thanked all of them",
]
PAGES = "\f".join(
    f"Journal of Rules {n}\n{speech} and went on to say something about\nwhat it did for {speech[4:]} and\nthen stopped where {speech[:9]}\n{n + 4}"
    for n, speech in enumerate(SPEECHES, 1)
)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    found = layout(PAGES)
    assert "Journal" not in "".join(passage.text for passage in found.passages)
    assert [(skipped.reason, skipped.text) for skipped in found.skipped[:2]] == [("running head", "Journal of Rules 1"), ("page mark", "5")]
    assert len(found.skipped) == 8


@pytest.mark.parametrize("mark", ["8/17", "- 3 -", "Page 3 of 9", "第 3 页", "第 3 页 共 9 页", "3쪽"])
def test_page_marks(mark: str) -> None:
    found = layout(f"{FILL}{mark}\nasked for the floor of the room.")
    assert [passage.text.count(mark) for passage in found.passages] == [0]
    assert [(skipped.reason, skipped.place) for skipped in found.skipped] == [("page mark", "paper line 3")]


@pytest.mark.parametrize("line", ["9/3 is no page", "In 2016", "Against", "- 3 states -"])
def test_other_short_lines_stay(line: str) -> None:
    assert layout(f"{line}\n\nA sentence follows it here.\n").passages[0].text.endswith(line.removeprefix("- "))


FOOTED = """The group met twice a year in the great hall of the city and spoke of{one}
weapons that choose their targets on their own, as all of them knew well.
Some were for a treaty and others were not, and no vote was ever taken.{two}
{foot}\fThe next page of the text begins with a sentence of its own, and it
goes on for another line or so until it ends, and there it stops.
"""


@pytest.mark.parametrize(
    ("one", "two", "foot"),
    [
        pytest.param("1)", "2)", "1) A first note.\n2) A second note that\nhas two lines.\n", id="brackets"),
        pytest.param("1", "2", "1 A first note.\n2 A second note that\nhas two lines.\n", id="bare digits"),
        pytest.param("¹", "²", "¹ A first note.\n² A second note that\nhas two lines.\n", id="raised digits"),
        pytest.param("[1]", "[2]", "_____\n[1] A first note.\n[2] A second note that\nhas two lines.\n", id="square brackets, under a rule"),
    ],
)
def test_footnotes(one: str, two: str, foot: str) -> None:
    found = {passage.locator: passage for passage in layout(FOOTED.format(one=one, two=two, foot=foot)).passages}
    assert (found["note 1"].text, found["note 2"].text) == ("A first note.", "A second note that has two lines.")
    calls = [(passage.text[: call.position][-5:], call.locator) for passage in found.values() for call in passage.calls]
    assert [(before[-2:], locator) for before, locator in calls] == [("of", "note 1"), ("n.", "note 2")]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        pytest.param(
            "# T\n\nOne<sup>1</sup> and two<sup>2</sup>.\n\n## Notes\n\n- <sup>1</sup> First.\n- <sup>2</sup> Second.", 2, id="raised by tags"
        ),
        pytest.param("One[^1] and two[^2].\n\n[^1]: First.\n[^2]: Second.", 2, id="Markdown notes"),
        pytest.param("One[1] and two[2].\n\n尾注\n\n[1] First.\n[2] Second.", 2, id="bracketed, listed"),
        pytest.param("One[1] and two[2].\n\nReferences\n\n[1] First.\n[2] Second.", 0, id="a list of references is none"),
        pytest.param("One<sup>1</sup> and two<sup>3</sup>.", 0, id="no notes, no calls"),
    ],
)
def test_endnotes(text: str, calls: int) -> None:
    found = layout(text, "markdown").passages
    assert sum(len(passage.calls) for passage in found) == calls
    assert sum(passage.kind == "note" for passage in found) == calls
    assert ("One and two." in [passage.text for passage in found]) == (calls > 0)


REPORT = """Report of the group

Introduction

35. The group met in the spring and talked about weapons for five days.

36. It considered:

(h) the eighth question;

(i) the ninth question, namely:

(i) its first half;

(ii) its second half;

• a point;

and recommends the following:

• another point.

37. It closed its meeting in the autumn, after it had adopted a report.

Annex II

1. The chair made a summary of the meeting, which binds nobody at all.
"""
SECTIONED = """# Joint statement

One Body, Another Body

We call on everyone to act.

## 1. States

States should:

- a) act;
- b) act again.

### Why

Because they can.

## 2. Companies

- a) pay.

## Signatories

One Body

## Afterword

The end of it.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            REPORT,
            [
                "head",
                "head ¶2",
                "¶35",
                "¶36",
                "¶36(h)",
                "¶36(i)",
                "¶36(i)(i)",
                "¶36(i)(ii)",
                "¶36 bullet 1",
                "¶36 lead 2",
                "¶36 bullet 2",
                "¶37",
                "heading 1",
                "annex ¶1",
            ],
            id="numbered paragraphs of an excerpt",
        ),
        pytest.param(
            SECTIONED,
            [
                "head",
                "head ¶2",
                "intro",
                "§1 heading",
                "§1",
                "§1(a)",
                "§1(b)",
                "heading 1",
                "§1 ¶2",
                "§2 heading",
                "§2(a)",
                "heading 2",
                "signatories",
                "heading 3",
                "¶15",
            ],
            id="numbered sections",
        ),
        pytest.param("§4. One rule.\n\nIts remark.\n\n§4. It again.\n\n§9. A leap.", ["§4", "§4 ¶2", "§4 ¶3", "§9"], id="paragraph signs"),
        pytest.param(
            "Ⅰ. 서론\n\n첫 문단이다.\n\nⅡ. 본론\n\n들어가는 말이다.\n\n1. 정의\n\n정의에 관한 문단이다.\n\n둘째 문단이다.",
            ["Ⅰ", "Ⅰ ¶1", "Ⅱ", "Ⅱ ¶1", "Ⅱ.1", "Ⅱ.1 ¶1", "Ⅱ.1 ¶2"],
            id="Roman sections",
        ),
        pytest.param(
            "A title\n\nText one.\n\n1. an item\n2. an item\n\nText two.", ["¶1", "¶2", "¶3", "¶4", "¶5"], id="a list does not number a text"
        ),
        pytest.param("Text one.\n\n---\n\nText two.", ["¶1", "¶3"], id="a drawn rule counts and is left out"),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert locators(text, "markdown") == expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("# A\n\n## B\n\n### C\n\nText.\n\n## D\n\nLast text.", ("A", "D"), id="Markdown"),
        pytest.param("一、背景\n\n文字在此。\n\n二、立场\n\n（一）支持者\n\n最后的文字。", ("立场", "支持者"), id="Chinese ordinals"),
        pytest.param(
            "A view\n\nThe Paper\n\nText one of it.\n\nAnother view\n\nThe Forum\n\nText two of it.", ("Another view", "The Forum"), id="by shape"
        ),
        pytest.param("【一】\n- an item\n【二】\n- the last item", ("【二】",), id="set off by brackets"),
        pytest.param("The list reads as follows:\n\nAustria\n\nIt ends here, after one name.", (), id="what follows a colon is none"),
    ],
)
def test_heading_paths(text: str, path: tuple[str, ...]) -> None:
    assert layout(text).passages[-1].heading_path == path


def test_nested_items_continue_the_item_above() -> None:
    found = layout("It says:\n\n- one:\n  - its half\n  - its other half\n- two").passages
    assert [passage.lead for passage in found] == [None, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("12.  下列", "number", "12"),
        ("3.5% of them", None, None),
        ("(a) one", "letter", "a"),
        ("a) one", "letter", "a"),
        ("(iv) one", "small", "iv"),
        ("§99. While", "section", "99"),
        ("Ⅲ. 결론", "roman", "Ⅲ"),
        ("IV. Ends", "roman", "IV"),
        ("4.1 Votes", "multi", "4.1"),
        ("- a) one", "letter", "a"),
        ("- 2014：", "bullet", "-"),
        ("**bold** words", None, None),
        ("-5 degrees", None, None),
        ("• one", "bullet", "•"),
        ("三、立场", "ordinal", "三、"),
        ("（二）立场", "subordinal", "（二）"),
        ("第三章 结论", "ordinal", "第三章"),
        ("가. 정의", "ordinal", "가."),
        ("2016 年", None, None),
        ("1) note", "paren", "1"),
    ],
)
def test_markers(line: str, kind: str | None, label: str | None) -> None:
    marker = read_marker(line)
    assert (marker and marker.kind, marker and marker.label) == (kind, label)


@pytest.mark.parametrize(("label", "value"), [("Ⅰ", 1), ("Ⅸ", 9), ("IV", 4), ("XIV", 14), ("VIII", 8)])
def test_roman_values(label: str, value: int) -> None:
    assert roman_value(label) == value


@pytest.mark.parametrize(
    ("text", "document", "language"),
    [
        ("各国支持禁令", (), "zh"),
        ("奥地利 supports 禁令", (), "zh"),
        ("각국은 美의 입장을", (), "ko"),
        ("各国は禁止を支持した", (), "ja"),
        ("Страны за запрет", (), "ru"),
        ("الدول تؤيد الحظر", (), "ar"),
        ("States agree", (), "en"),
        ("Les États sont d'accord", ("fr",), "fr"),
        ("States agree", ("zh",), "en"),
        ("2016", ("ko",), "ko"),
    ],
)
def test_languages(text: str, document: tuple[str, ...], language: str) -> None:
    assert language_of(text, document) == language


@pytest.mark.parametrize("text", ["3.5 million people signed it.", "I. Kant wrote of peace.", "A. Smith was there, too."])
def test_what_looks_like_a_number_stays_in_a_sentence(text: str) -> None:
    assert [passage.text for passage in layout(f"A sentence stands here.\n\n{text}\n\nAnother one ends it.").passages][1] == text


def test_widths_and_ends() -> None:
    assert (width("abc"), width("国家"), width("국가 a")) == (3, 4, 6)
    assert [is_finished(text) for text in ("It ends.", "它结束。”", "Ends.[1]", "in mid", "所以，", "끝났다.3)")] == [
        True,
        True,
        True,
        False,
        False,
        True,
    ]
