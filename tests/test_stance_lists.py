"""Who is for and against what, by lists, tables and votes. The texts are made up."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extract.stance_lists  # noqa: F401
from extract.files import read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.pipeline import read_passages
from extract.reading import EXTRACTORS, Reading
from extract.source import Source
from extract.stance.labels import find_targets, read_label, written_date
from graph.records import Claim, Document, Skipped
from graph.sourcemap import SourceMap

BAN, USE, TREATY, RULES, CODE, CONTROL = (
    f"proposal:{name}"
    for name in ("preemptive-ban", "ban-on-use", "legally-binding-instrument", "new-regulation", "political-declaration", "retain-human-control")
)


def extracted(source: Source) -> list[Claim | Skipped]:
    layout = repair(source)
    mentions = tuple(tuple(find_mentions(passage, load_names())) for passage in layout.passages)
    return list(EXTRACTORS["stance-lists"](Reading(source.document, layout.passages, mentions)))


def read(text: str, *, kind: str = "other", title: str | None = None) -> list[Claim | Skipped]:
    return extracted(Source(Document("x1", "0" * 64, kind=kind, title=title), text, "markdown"))


def stances(found: list[Claim | Skipped]) -> set[tuple[str, str, str]]:
    """Who, how, what: ``("CHL", "+", …)``."""
    signs = {"SUPPORTS": "+", "OPPOSES": "-", "QUALIFIES": "~"}
    return {(c.subject.key.partition(":")[2], signs[c.relation.removesuffix("_BAN")], c.object.key) for c in found if isinstance(c, Claim)}


def some(sign: str, target: str, *states: str) -> set[tuple[str, str, str]]:
    return {(state, sign, target) for state in states}


TOPIC = "# Autonomous weapons: where states stand\n\n"
TOPIC_ZH = "# 各方对致命性自主武器系统的立场\n\n"
TOPIC_KO = "# 자율살상무기체계에 대한 태도\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOPIC + "**Support a ban (2022):** Ghana, Peru and Sri Lanka\n", some("+", BAN, "GHA", "PER", "LKA")),
        (TOPIC + "- Plenary vote: 140 in favour, 6 against, 20 abstentions.\n"
         + '- "No" camp: Mali, Niger.\n- Still on the fence (selection): Peru, Togo and Chad.\n',
         some("+", RULES, "states") | some("-", RULES, "states", "MLI", "NER") | some("~", RULES, "states", "PER", "TGO", "TCD")),
        (TOPIC + "The draft resolution was adopted by 140 votes to 2, with 9 abstentions. Voting no: Mali and Niger. It asks for a report.\n",
         some("+", RULES, "states") | some("-", RULES, "states", "MLI", "NER") | some("~", RULES, "states")),
        (TOPIC + "- **For a treaty:** Austria and 40 other states\n- **Against:** India, Russia\n",
         some("+", TREATY, "AUT", "states") | some("-", TREATY, "IND", "RUS")),
        (TOPIC + "## Countries calling for a ban\n\n- Ghana\n- Holy See\n\n## Countries that oppose a prohibition\n\n- Cuba (since 2016)\n- Mali\n",
         some("+", BAN, "GHA", "VAT") | some("-", BAN, "CUB", "MLI")),
        (TOPIC + "States that back a ban:\n\n- Ghana\n- China (use only)\n", some("+", BAN, "GHA") | some("+", USE, "CHN")),
        (TOPIC + "### In favour of a code of conduct\n\nFrance and Germany.\n\n### Opposed\n\nPeru, Chile.\n",
         some("+", CODE, "FRA", "DEU") | some("-", CODE, "PER", "CHL")),
        (TOPIC + "Opposed to a ban but in favour of regulation: Japan, Australia.\n", some("-", BAN, "JPN", "AUS") | some("+", RULES, "JPN", "AUS")),
        ("# Resolution 81/1 on autonomous weapons\n\nIn favour: Chile, Peru. Against: Belarus. Abstaining: India, Israel.\n",
         some("+", RULES, "CHL", "PER") | some("-", RULES, "BLR") | some("~", RULES, "IND", "ISR")),
        (TOPIC_ZH + "支持禁令的国家：巴西、墨西哥等。反对禁令的国家：美国、以色列。\n", some("+", BAN, "BRA", "MEX") | some("-", BAN, "USA", "ISR")),
        (TOPIC_ZH + "- 支持严格监管/禁止：智利、秘鲁等 20 国\n- 支持保留人类控制但反对禁令：日本、英国等国\n- 立场模糊：印度\n",
         some("+", BAN, "CHL", "PER", "states") | some("+", CONTROL, "JPN", "GBR") | some("-", BAN, "JPN", "GBR") | some("~", BAN, "IND")),
        (TOPIC_ZH + "## 只支持禁止使用的国家\n\n- 中国\n", some("+", USE, "CHN")),
        (TOPIC_KO + "- 금지에 찬성하는 국가: 가나, 페루 등\n- 반대 국가(2023): 러시아, 이스라엘\n",
         some("+", BAN, "GHA", "PER") | some("-", BAN, "RUS", "ISR")),
        (TOPIC_KO + "결의에 기권한 국가:\n\n- 인도\n- 튀르키예\n", some("~", RULES, "IND", "TUR")),
    ],
    ids=["bold", "camps", "voting-no", "numbers", "headings", "use-only", "sibling-heading", "two-stances", "votes", "zh-sentences", "zh-bullets",
     "zh-heading", "ko-labels", "ko-votes"],
)  # fmt: skip
def test_lists(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert stances(read(text)) == expected


def table(*rows: str) -> str:
    head, *body = rows
    return "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in body)]) + "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Table 1. Positions on a ban on killer robots\n\n" + table("For | Other | Against", "Ghana | China | Israel", "Peru |  | Russia"),
         some("+", BAN, "GHA", "PER") | some("~", BAN, "CHN") | some("-", BAN, "ISR", "RUS")),
        (TOPIC + table("State | Ban | Legally binding instrument", "Chile | ✓ | yes", "France | ✗ | –", "China | use only | abstained"),
         some("+", BAN, "CHL") | some("+", TREATY, "CHL") | some("-", BAN, "FRA") | some("+", USE, "CHN") | some("~", TREATY, "CHN")),
        ("# The vote on resolution 81/1 on autonomous weapons\n\n" + table("State | Vote", "Austria | Yes", "Belarus | No", "Chad | Absent",
         "Cuba | Abstain"),
         some("+", RULES, "AUT") | some("-", RULES, "BLR") | some("~", RULES, "CUB")),
        (TOPIC + "Table 2. Views on a treaty\n\n" + table("View | States", "For | Austria, Chile", "Against | India; Russia"),
         some("+", TREATY, "AUT", "CHL") | some("-", TREATY, "IND", "RUS")),
        (TOPIC + "The resolution was put to the vote.\n\n" + table("In favour | Against", "150 | 4"),
         some("+", RULES, "states") | some("-", RULES, "states")),
        ("# 各国对禁止自主武器的立场\n\n" + table("国家 | 立场", "巴西 | 支持", "印度 | 反对", "日本 | 未表态"),
         some("+", BAN, "BRA") | some("-", BAN, "IND") | some("~", BAN, "JPN")),
        (TOPIC_ZH + "## 决议表决\n\n" + table("赞成 | 弃权", "奥地利、智利 | 中国"), some("+", RULES, "AUT", "CHL") | some("~", RULES, "CHN")),
        ("표 1. 킬러로봇 금지법에 대한 태도\n\n" + table("찬성 국가 | 기 타 | 반대 국가", "가나 | 중국 | 호주", "페루 |  | 영국"),
         some("+", BAN, "GHA", "PER") | some("~", BAN, "CHN") | some("-", BAN, "AUS", "GBR")),
    ],
    ids=["columns", "proposals", "vote", "rows", "numbers", "zh-stance", "zh-lists", "ko-columns"],
)  # fmt: skip
def test_tables(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert stances(read(text)) == expected


BLANKS = (
    "States on a ban of autonomous weapons, as they spoke in the spring and again in the autumn of the year before last, at length\n"
    "or in a few words, in the plenary or in writing.\n\nFor        Against    Undecided\nGhana      Cuba       Japan\n"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Peru       Mali       Fiji", some("+", BAN, "PER") | some("-", BAN, "MLI") | some("~", BAN, "FJI")),
        ("Peru                  Fiji", some("+", BAN, "PER") | some("~", BAN, "FJI")),
        ("           Mali       Fiji", set()),
        ("They spoke  often", set()),
    ],
    ids=["full", "gap", "indented", "prose"],
)
def test_columns_set_with_blanks(row: str, expected: set[tuple[str, str, str]]) -> None:
    every = some("+", BAN, "GHA") | some("-", BAN, "CUB") | some("~", BAN, "JPN") | expected
    assert stances(extracted(Source(Document("x1", "0" * 64), BLANKS + row + "\n", "plain", SourceMap.identity(len(BLANKS + row) + 1)))) == every


@pytest.mark.parametrize(
    "text",
    [
        TOPIC + "The amendment was rejected by 12 votes in favour, 80 against and 6 abstentions.\n",
        TOPIC + "## Vote on AI in hospitals\n\n- For: Chile, Peru\n- Against: Cuba\n",
        "# Football\n\n## Supporters of Chelsea\n\n- Brazil\n- Spain\n",
        TOPIC + "## States parties to the Mine Ban Treaty\n\n- Austria\n- Chile\n",
        TOPIC + "States against a ban on cluster munitions: India, Israel.\n",
        TOPIC + "Table 1. AI spending\n\n" + table("Country | Support | Oppose", "Chile | 20 | 30"),
        TOPIC + "## Why Chile supports a ban\n\n- Machines cannot judge.\n- Law is not enough.\n",
        TOPIC + "Against: Russia said that talks would go on.\n",
        TOPIC + "Countries that have not endorsed a ban: Poland, Japan.\n",
        TOPIC + "Supporters: Kim, Park and Lee\n",
        TOPIC + "Austria supports a ban: Chile, Peru and Ghana were told so.\n",
        TOPIC + "Chile and Peru support a ban, while Russia opposes it.\n",
        "# Trade\n\nSupport a ban: Chile, Peru.\n",
        TOPIC_ZH + "支持《禁止核武器条约》的国家：奥地利、智利。\n",
        TOPIC_ZH + "出席会议的国家：奥地利、智利。\n",
        TOPIC_KO + "## 지뢰 금지를 지지하는 국가\n\n- 독일\n- 스페인\n",
        TOPIC_KO + "- 주요 국가: 미국, 중국\n",
    ],
    ids=["amendment", "hospitals", "football", "parties", "cluster", "spending", "reasons", "sentence", "negated", "people", "on-someone", "prose",
         "no-topic", "zh-nuclear", "zh-attendance", "ko-mines", "ko-neutral"],
)  # fmt: skip
def test_no_position(text: str) -> None:
    assert stances(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TOPIC + "States against the mine ban: India, Israel.\n", "stance-lists: stance on something other than autonomous weapons"),
        (TOPIC + "Against: India, Israel.\n", "stance-lists: it is not said which proposal the stance is on"),
        ("# Trade\n\nSupport a ban: Chile, Peru.\n", "stance-lists: it is not said that the stance is on autonomous weapons"),
        (TOPIC + "Support a ban: Chile, Peru, Ghana, Cuba, Freedonia.\n", "stance-lists: no name we know"),
    ],
    ids=["elsewhere", "no-proposal", "no-topic", "unknown-name"],
)
def test_what_is_left_out_is_reported(text: str, reason: str) -> None:
    assert [skip.reason for skip in read(text) if isinstance(skip, Skipped)] == [reason]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 2031 the resolution on killer robots had 160 for, 4 against and 12 abstentions.",
         {("+", "160 for", "many", "2031-05-03"), ("-", "4 against", "some", "2031-05-03"), ("~", "12 abstentions", "some", "2031-05-03")}),
        ("关于自主武器的决议获得160票赞成、4票反对。", {("+", "160票赞成", "many", None), ("-", "4票反对", "some", None)}),
        ("자율살상무기 결의안은 찬성 160표, 기권 12표로 채택되었다.", {("+", "찬성 160표", "many", None), ("~", "기권 12표", "some", None)}),
        ("The resolution on landmines had 160 for and 4 against.", set()),
        ("The team won with 3 for and 4 against.", set()),
        ("The resolution on killer robots had 160 for.", set()),
    ],
    ids=["en", "zh", "ko", "mines", "sport", "one-side"],
)  # fmt: skip
def test_tallies(text: str, expected: set[tuple[str, str, str | None, str | None]]) -> None:
    signs = {"SUPPORTS": "+", "OPPOSES": "-", "QUALIFIES": "~"}
    assert {(signs[c.relation], c.quote, c.quantifier, c.date) for c in read(text) if isinstance(c, Claim)} == expected


def test_a_claim_says_where_it_is_from() -> None:
    text = "Table 1. Positions on a ban on killer robots (2018)\n\n" + table("For | Against", "Ghana | Israel") + "\nSource: Berg and Diaz (2021)\n"
    claim = next(c for c in read(text) if isinstance(c, Claim))
    assert (claim.via, claim.modality, claim.as_of, claim.quote, claim.loc) == (
        "doc:berg-diaz-2021",
        "reported-by-author",
        "2018",
        "Ghana",
        "table 1",
    )
    assert claim.topic is not None
    assert claim.topic.startswith("For: Table 1.")


def test_a_short_list_is_quoted_with_its_label() -> None:
    assert {c.quote for c in read(TOPIC + "Support a ban (2022): Ghana, Peru.\n") if isinstance(c, Claim)} == {"Support a ban (2022): Ghana, Peru"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("States against (2024)", "-"), ("찬성 국가", "+"), ("弃权", "~"),
         ("Ban opponents", "-"), ("금지에 반대하는 국가", "-"), ("不支持禁令的国家", "-"),
        ("States", None), ("Supporters of the home team", None), ("The following states took the floor and spoke against delay", None),
    ],
    ids=["bare", "ko", "zh", "behind", "ko-behind", "zh-not", "none", "else", "sentence"],
)  # fmt: skip
def test_labels(label: str, expected: str | None) -> None:
    found = read_label(label)
    assert (found.stances[0].sign if found is not None else None) == expected


def test_a_treaty_that_bans_is_both() -> None:
    assert [target.ids for target in find_targets("a treaty banning killer robots")] == [(TREATY, BAN)]


def test_two_dates_are_none() -> None:
    assert (written_date("as of 3 May 2031"), written_date("2018"), written_date("2018 and 2019")) == ("2031-05-03", "2018", None)


@given(st.text(alphabet=" 支持反对禁令国家的：、,;:()*|/AaBbn찬성금지2024", max_size=40))
def test_targets_are_the_words_of_the_label(label: str) -> None:
    for target in find_targets(label):
        assert label[target.start : target.end].strip() == target.surface
    assert read_label(label) == read_label(f"  {label} ")


def test_the_table_of_2019(corpus: Path) -> None:
    found = [c for c in extracted(read_source(next(corpus.glob("001_*")))) if isinstance(c, Claim) and c.loc == "table 1"]
    assert Counter(claim.relation for claim in found) == {"SUPPORTS_BAN": 26, "OPPOSES_BAN": 12, "QUALIFIES_BAN": 1}
    assert {(claim.via, claim.modality, claim.object.id) for claim in found} == {("doc:liu-moodie-2019", "reported-by-author", BAN)}
    assert {claim.method for claim in found} == {"stance-lists:inferred-columns"}


@pytest.mark.parametrize(
    "text",
    [
        "자율살상무기 금지에 대한 국가별 입장\n\n찬성 국가\n오스트리아\n브라질\n칠레\n쿠바\n\n반대 국가\n미국\n러시아\n",
        "各国对禁止自主武器的立场\n\n支持国家\n奥地利\n巴西\n智利\n古巴\n\n反对国家\n美国\n俄罗斯\n",
    ],
    ids=["ko", "zh"],
)
def test_lines_of_names_far_below_the_title_keep_its_theme(text):
    found = read_passages(Source(Document("d", "sha"), text, "plain", SourceMap.identity(len(text)))).claims
    sides = {relation: {c.subject.id for c in found if c.relation == relation} for relation in ("SUPPORTS_BAN", "OPPOSES_BAN")}
    assert sides == {"SUPPORTS_BAN": {"state:AUT", "state:BRA", "state:CHL", "state:CUB"}, "OPPOSES_BAN": {"state:USA", "state:RUS"}}
