"""Actors told by their shape in Korean, who has the floor, and whose statement a text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.mentions import find_mentions
from extract.names import load_names
from extract.pipeline import read_document
from extract.positions.actors.governments import find_governments
from extract.positions.actors.particles import AFFILIATION, find_shaped, plausible
from extract.positions.speech.issuers import issuers_of
from extract.positions.speech.turns import find_turns
from extract.reading import Reading
from graph.records import Document, Mention, Passage


def read(*texts: str) -> tuple[Reading, tuple[tuple[Mention, ...], ...]]:
    passages = tuple(Passage("made", f"¶{number}", number, text, "ko") for number, text in enumerate(texts))
    known = tuple(find_mentions(passage, load_names()) for passage in passages)
    shaped = find_shaped(passages, known)
    found = tuple((*one, *more) for one, more in zip(known, shaped, strict=True))
    return Reading(Document("made", "0" * 64, languages=("ko",)), passages, known), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("늘푸른군축연대는 성명을 냈다.", {("늘푸른군축연대", "NGO")}, id="a body by its last word"),
        pytest.param("한강 평화 재단은 반대했다.", {("한강 평화 재단", "NGO")}, id="a body of several words"),
        pytest.param("시민 단체는 반대했다.", set(), id="no body"),
        pytest.param("김보람 가람대 교수는 찬성했다.", {("김보람", "Person")}, id="a person, the affiliation between name and title"),
        pytest.param("대변인 최한결은 부인했다.", {("최한결", "Person")}, id="a title before the name"),
        pytest.param("의견을 제기한 대표단은 없었다.", set(), id="a verb is no name"),
        pytest.param("이번 회의에서 한 교수는 반대했다.", set(), id="one professor is not Professor Han"),
    ],
)
def test_actors_told_by_their_shape(text: str, expected: set[tuple[str, str]]) -> None:
    _, found = read(text)
    assert {(m.surface, m.kind) for m in found[0] if m.kind != AFFILIATION} == expected


def test_short_forms_are_those_who_bore_the_name_before() -> None:
    _, found = read("늘푸른군축연대와 이보라 변호사는 서명했다.", "연대는 회견을 열었다. 이 변호사는 불참했다.")
    expected = [("연대", "org:늘푸른군축연대"), ("이 변호사", "person:lee-bo-ra")]
    assert [(m.surface, m.entity) for m in sorted(found[1], key=lambda m: m.start)] == expected


def test_a_name_cut_out_of_a_verb_is_none() -> None:
    passage = Passage("made", "¶1", 0, "위원으로 구성된 대통령 직속 기구", "ko")
    assert not plausible(passage, 5, 8)


def test_turns_belong_to_who_is_named_before_them() -> None:
    reading, found = read("◯한보람 위원: 저는 찬성합니다.", "◯위원장: 다음 위원님.", "◯장관: 검토하겠습니다.")
    speakers = [turn and turn.party and (turn.party.id, turn.party.surface) for turn in find_turns(reading, found)]
    assert speakers == [("person:han-bo-ram", "한보람"), None, ("state:KOR", "장관")]


def test_an_answer_is_that_of_the_person_interviewed() -> None:
    reading, found = read("공학자 한보람 박사 인터뷰", "― 금지가 가능할까요?", "가능합니다.")
    turns = find_turns(reading, found)
    assert turns[2] is not None
    assert turns[2].party is not None
    assert turns[2].party.surface == "한보람"


def test_questions_behind_dashes_are_told_by_the_quoted_answers_below_them(tmp_path: Path) -> None:
    text = tmp_path / "interview.txt"
    text.write_text(
        "로봇공학자에게 묻다\n\n연구실에서 한보람 교수를 만났다. 자율무기를 오래 연구해 온 사람이다.\n\n- 조약은 필요합니까.\n\n"
        '"저는 자율무기를 금지하는 조약을 지지합니다."\n\n- 교수님 개인의 생각입니까.\n\n"저는 모라토리엄에는 반대합니다."\n',
        encoding="utf-8",
    )
    found = {(c.subject.surface, c.relation, c.object.id) for c in read_document(text, preview=True).claims if c.subject.id == "person:han-bo-ram"}
    assert ("저", "SUPPORTS", "proposal:legally-binding-instrument") in found
    assert ("저", "OPPOSES", "proposal:moratorium") in found


def test_a_ministry_answers_for_its_state_in_a_briefing() -> None:
    reading, found = read("외교부 정례브리핑", "<질문> 조약에 찬성합니까?", "<답변> 아직 이르다고 봅니다.", "다만 논의는 필요합니다.")
    assert [turn and turn.party and turn.party.id for turn in find_turns(reading, found)] == [None, None, "state:KOR", "state:KOR"]


def test_the_head_of_a_paper_says_whose_it_is() -> None:
    reading, found = read("위원회: 제1위원회", "의제: 자율무기", "국가: 브라질", "우리 대표단은 조약을 지지합니다.")
    assert [party.id for party, _ in issuers_of(reading, found)] == ["state:BRA"]


def test_those_who_sign_a_statement_issue_it() -> None:
    reading, found = read("[성명] 협상을 시작하라", "우리는 요구한다.", "2025년 11월 20일", "늘푸른군축연대, 로봇윤리시민모임")
    assert [party.surface for party, _ in issuers_of(reading, found)] == ["늘푸른군축연대", "로봇윤리시민모임"]


@pytest.mark.parametrize(
    ("texts", "state"),
    [
        pytest.param(("정부는 답하지 않았다.",), "state:KOR", id="the readers' own"),
        pytest.param(("덴마크 정부는 방침을 정했다.", "정부는 답하지 않았다."), "state:DNK", id="the one named last"),
        pytest.param(("덴마크 정부는 방침을 정했다.", "우리 정부는 답하지 않았다."), "state:KOR", id="ours"),
    ],
)
def test_whose_the_government_is(texts: tuple[str, ...], state: str) -> None:
    reading, found = read(*texts)
    assert [m.entity for m in find_governments(reading, found)[-1]] == [state]


def positions(path: Path, *lines: str) -> set[tuple[str | None, str | None, str, str | None]]:
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    claims = read_document(path, preview=True).claims
    return {(c.subject.id, c.subject.surface, c.relation, c.object.id) for c in claims if (c.object.id or "").startswith("proposal:")}


TREATY = "proposal:legally-binding-instrument"


def test_an_organisation_answers_the_questions_of_its_own_leaflet(tmp_path: Path) -> None:
    found = positions(
        tmp_path / "leaflet.txt",
        "자주 묻는 질문: 자율무기, 무엇이 문제인가요?",
        "늘푸른군축행동 교육자료",
        "Q. 늘푸른군축행동은 무엇을 요구하나요?",
        "A. 우리는 자율살상무기에 관한 조약 협상을 요구합니다.",
        "Q. 한국 정부의 입장은요?",
        "A. 2016년에는 조약이 시기상조라며 반대했습니다.",
    )
    assert ("org:늘푸른군축행동", "우리", "SUPPORTS", TREATY) in found
    assert ("state:KOR", "한국", "OPPOSES", TREATY) in found


def test_the_line_below_the_title_tells_who_the_author_is(tmp_path: Path) -> None:
    found = positions(
        tmp_path / "article.txt",
        "자율살상무기와 지휘책임",
        "해군 중령 한보람(Han Bo-ram)",
        "이 글에서 필자는 자율살상무기에 관한 조약 협상을 지지한다.",
    )
    assert ("person:han-bo-ram", "필자", "SUPPORTS", TREATY) in found


def test_what_a_column_thinks_the_government_must_do_is_its_authors_view(tmp_path: Path) -> None:
    found = positions(
        tmp_path / "column.txt",
        "[시론] 자율살상무기, 더 늦기 전에",
        "한보람 가람대 교수",
        "나는 자율살상무기가 두렵다. 우리나라도 하루빨리 조약 협상에 나서야 한다고 생각한다.",
    )
    assert {(who, relation) for who, _, relation, what in found if what == TREATY} == {("person:han-bo-ram", "SUPPORTS")}


def test_a_body_and_its_organ_issue_a_statement_as_one() -> None:
    reading, found = read("늘푸른군축연대 국제협력위원회 성명", "우리는 요구한다.")
    assert [party.surface for party, _ in issuers_of(reading, found)] == ["늘푸른군축연대 국제협력위원회"]
