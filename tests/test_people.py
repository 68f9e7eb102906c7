"""Persons and whom they stand for. The texts are made up; names of persons too, except where a known one is needed."""

import pytest

from extract.mentions import find_mentions
from extract.names import load_names
from extract.people import load_offices
from extract.reading import EXTRACTORS, Reading
from extract.who.persons import find_persons
from graph.records import Claim, Document, Passage


def reading(language: str, *texts: str) -> Reading:
    passages = tuple(Passage("x1", f"¶{i}", i, text, language) for i, text in enumerate(texts))
    return Reading(Document("x1", "0" * 64), passages, tuple(find_mentions(passage, load_names()) for passage in passages))


def posts(language: str, *texts: str) -> set[tuple[str, str | None, str]]:
    found = EXTRACTORS["people"](reading(language, *texts))
    return {(claim.subject.key, claim.role, claim.object.key) for claim in found if isinstance(claim, Claim)}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Mr. Alan B. Berg and Ambassador Eva van der Meer met Dr. Fox.", ["Alan B. Berg", "Eva van der Meer", "Fox"]),
        ("en", "The Hague Institute met the New Zealand team.", []),
        ("zh", "荷兰大使威廉·德弗里斯先生与 Carla Diaz 女士会面。", ["威廉·德弗里斯", "Carla Diaz"]),
        ("zh", "埃及大使王小明先生发言。", ["王小明"]),
        ("zh", "独立专家玛丽亚·桑托斯在会上发言。", ["玛丽亚·桑托斯"]),
        ("zh", "有人提出两点·三点建议。", []),
        ("ko", "북해대학교 교수 안나 벨(Anna Bell)이 말했다.", ["안나 벨"]),
        ("ko", "국제기구(International Body)가 열렸다.", []),
    ],
    ids=["honorifics", "no-person", "dots-and-latin", "chinese-name", "title-before", "dot-in-text", "gloss", "gloss-of-a-body"],
)
def test_names_of_persons(language: str, text: str, names: list[str]) -> None:
    assert [person.surface for person in find_persons(reading(language, text))[0]] == names


def test_a_surname_is_its_one_bearer() -> None:
    first, second = find_persons(reading("en", "Ms. Carla Diaz spoke.", "Ms. Diaz agreed."))
    assert (first[0].id, second[0].id) == ("person:carla-diaz", "person:carla-diaz")


def test_a_surname_of_two_is_neither() -> None:
    assert find_persons(reading("en", "Ms. Carla Diaz met Mr. Juan Diaz.", "Ms. Diaz agreed."))[1][0].id is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ambassador Eva Fox of Germany spoke.", {("person:eva-fox", "ambassador", "state:DEU")}),
        ("en", "Ms. Eva Fox (France) disagreed.", {("person:eva-fox", None, "state:FRA")}),
        ("en", "The Permanent Representative of Chile, Mr. Juan Sol, agreed.", {("person:juan-sol", "permanent representative", "state:CHL")}),
        ("en", "Mr. Juan Sol, Minister for Foreign Affairs of Chile, spoke.", {("person:juan-sol", "minister for foreign affairs", "state:CHL")}),
        ("zh", "智利常驻代表玛丽亚·桑托斯女士发言。", {("玛丽亚·桑托斯", "permanent representative", "state:CHL")}),
        ("ko", "칠레의 김영호 대사가 말했다.", {("person:kim-yeong-ho", "ambassador", "state:CHL")}),
        ("en", "Chile and Mr. Juan Sol agreed.", set()),
        ("zh", "智利强调，大使的作用很重要。", set()),
    ],
    ids=["of", "bracket", "before", "after", "zh", "ko", "beside", "no-person"],
)
def test_who_speaks_for_a_state(language: str, text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert posts(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Carla Diaz, a professor of law at the University of Nowhere, agreed.", {("person:carla-diaz", "professor", "University of Nowhere")}),
        ("en", "Mr. Alan Berg (Lantern Institute) spoke.", {("person:alan-berg", None, "Lantern Institute")}),
        ("en", "Quietsoft co-founder Anna Bell resigned.", {("person:anna-bell", "co-founder", "Quietsoft")}),
        ("en", "Dr. Anna Bell of the Lantern Institute spoke.", {("person:anna-bell", None, "Lantern Institute")}),
        ("zh", "灯塔研究所的 Anna Bell 女士发言。", {("person:anna-bell", None, "灯塔研究所")}),
        ("zh", "北山大学物理系副教授兼静海协会会长 Anna Bell 女士发言。",
         {("person:anna-bell", "associate professor", "北山大学"), ("person:anna-bell", "president", "静海协会")}),
        ("zh", "北山大学高级研究员 Anna Bell 女士以及静海学院法律顾问介绍了数据。",
         {("person:anna-bell", "senior research fellow", "北山大学"), ("person:anna-bell", "legal adviser", "静海学院")}),
        ("zh", "北山大学前校长安娜·贝尔女士发言。", {("安娜·贝尔", "former president", "北山大学")}),
        ("zh", "Quietsoft 联合创始人 Anna Bell 辞职。", {("person:anna-bell", "co-founder", "Quietsoft")}),
        ("ko", "북해연구소 수석 과학자 안나 벨(Anna Bell)이 말했다.", {("person:anna-bell", "chief scientist", "북해연구소")}),
        ("ko", "Quietsoft의 안나 벨(Anna Bell) CEO는 거절했다.", {("person:anna-bell", "CEO", "Quietsoft")}),
        ("en", "The University of Nowhere published a study by several experts.", set()),
        ("zh", "北山大学发表了一份研究报告。", set()),
        ("ko", "북해대학교는 보고서를 냈다.", set()),
    ],
    ids=["en-after", "en-bracket", "en-before", "en-of", "zh-of", "zh-two", "zh-besides", "zh-former",
         "zh-company", "ko-before", "ko-gloss", "en-none", "zh-none", "ko-none"],
)  # fmt: skip
def test_where_a_person_works(language: str, text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert posts(language, text) == expected


def test_an_office_without_its_state() -> None:
    said = {("person:xi-jinping", "president", "state:CHN")}
    assert posts("ko", "중국은 기술을 중시한다. 시진핑 주석은 이를 거듭 말했다.") == said
    assert posts("ko", "일본은 기술을 중시한다. 시진핑 주석은 이를 거듭 말했다.") == set()


def test_offices_are_of_known_persons_and_states() -> None:
    names = load_names()
    assert [key for pair in load_offices().items() for key in pair if names.entity(key) is None] == []
