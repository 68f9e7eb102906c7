"""Whose letterhead a text stands under, and that what «we» say in it is then theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pipeline import open_reading, read_document
from extract.positions.speech.letterhead import submitters_of, under_letterhead
from graph.records import Claim, Party

HOME = ((Party("State", "state:NZL", None), None),)

HEADS = {
    "capitals": ("CHURCH OF THE EASTERN ISLES\nA statement on machines and war", "org:church-of-the-eastern-isles", True),
    "behind a word for issuing": ("Published by the Harbour Workers Federation\nWhat we ask for", "org:harbour-workers-federation", True),
    "no kind of text is told": ("Harbour Workers Federation\nAbout drones", "org:harbour-workers-federation", False),
    "a known body's office": ("红十字国际委员会东亚地区代表处 公众号文章\n你问我答", "org:international-committee-of-the-red-cross", True),
    "behind a label": ("发布日期：2023年1月2日　发布单位：东海机器人产业联合会\n声明", "org:东海机器人产业联合会", True),
    "its name in Latin letters": ("평화씨앗행동(Seeds of Peace Action) 교육자료\n자주 묻는 질문", "org:seeds-of-peace-action", True),
    "a mission": ("PERMANENT MISSION OF THE REPUBLIC OF KENYA\nGeneva, 3 May", "state:KEN", True),
    "a ministry at home": ("Ministry of Foreign Affairs\nGeneral exchange of views", "state:NZL", True),
    "a newspaper": ("The Harbour Times Association of Reporters\nWe saw it happen", None, None),
    "a parliament": ("House of Commons Defence Committee\nOral evidence", None, None),
    "a sentence": ("We met the Council of Churches in Busan and asked for an answer.", None, None),
}


@pytest.mark.parametrize(("head", "body", "sure"), HEADS.values(), ids=HEADS)
def test_who_a_line_names_alone_issues_the_text(tmp_path: Path, head: str, body: str | None, sure: bool | None) -> None:
    path = tmp_path / "text.txt"
    path.write_text(head + "\n" + "\n".join(f"{number} {'.' * 95}" for number in range(8)), encoding="utf-8")
    found = under_letterhead(open_reading(path), HOME)
    assert (None if found is None else (found[0].id, found[1])) == (None if body is None else (body, sure))


PAPERS = {
    "english": ("Elements of a framework\nSubmitted by Kenya and the Republic of Korea", {"state:KEN", "state:KOR"}),
    "中文": ("关于要素的工作文件\n由肯尼亚和大韩民国提交（非正式译文）", {"state:KEN", "state:KOR"}),
    "한국어": ("요소에 관한 작업 문서\n제출국: 케냐, 대한민국", {"state:KEN", "state:KOR"}),
    "a report": ("The draft was submitted by the Chair after two days of talks in Kenya\nNews", set()),
}


@pytest.mark.parametrize(("head", "states"), PAPERS.values(), ids=PAPERS)
def test_a_paper_is_theirs_who_submit_it(tmp_path: Path, head: str, states: set[str]) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(head + "\n" + "\n".join(f"{number} {'.' * 95}" for number in range(8)), encoding="utf-8")
    assert {party.id for party, _ in submitters_of(open_reading(path))} == states


QUESTIONS = """Frequently asked questions on killer robots
Harbour Peace Network (2024)
Q. What are lethal autonomous weapons?
A. Weapons that pick out targets and strike them with no person deciding.
Q. And what do you ask for?
A. We call for a ban on lethal autonomous weapons.
"""


def test_answers_to_nobody_s_questions_are_the_issuer_s(tmp_path: Path) -> None:
    path = tmp_path / "faq.txt"
    path.write_text(QUESTIONS, encoding="utf-8")
    claims = [one for one in read_document(path, preview=True).claims if isinstance(one, Claim) and one.relation == "SUPPORTS_BAN"]
    assert {one.subject.id for one in claims} == {"org:harbour-peace-network"}


MINING = """The harbour pause
Chile and Palau asked for a moratorium until science can say what lives down there.
France goes further and supports an outright ban. A binding treaty or a declaration may follow, they say.
"""


def test_a_text_that_speaks_of_no_arms_is_not_about_these(tmp_path: Path) -> None:
    path = tmp_path / "mining.txt"
    path.write_text(MINING, encoding="utf-8")
    assert not [one for one in read_document(path, preview=True).claims if "proposal:" in str(one.object.id)]
