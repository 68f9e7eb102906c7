"""Who was at a meeting, in which role: listed, named in passing, in office, speaking. The texts are made up."""

from collections import Counter
from pathlib import Path

import pytest

import extract.participants  # noqa: F401
from extract.files import read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import EXTRACTORS, Reading
from graph.records import Claim, Document, Passage, Skipped

REPORT = "Report of the 2031 session of the Group of Governmental Experts on Lethal Autonomous Weapons Systems"
MEETING = "event:ccw-laws-gge-2031"
WATCH, CROSS = "org:human-rights-watch", "org:international-committee-of-the-red-cross"


def read(language: str, *texts: str, title: str | None = REPORT, heading: str = "", lead: int | None = None) -> list[Claim | Skipped]:
    """What the extractor finds in paragraphs; those after the first are items of the first where ``lead`` is 0."""
    path = (heading,) if heading else ()
    passages = tuple(Passage("x1", f"¶{i}", i, text, language, heading_path=path, lead=lead if i else None) for i, text in enumerate(texts))
    document = Document("x1", "0" * 64, title=title, languages=(language,))
    reading = Reading(document, passages, tuple(find_mentions(passage, load_names()) for passage in passages))
    return list(EXTRACTORS["participants"](reading))


def who(found: list[Claim | Skipped]) -> set[tuple[str | None, str]]:
    return {(claim.role, claim.subject.key) for claim in found if isinstance(claim, Claim)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The following High Contracting Parties took part in the work: Albania, Bosnia and Herzegovina and Chile.",
         {("high-contracting-party", "state:ALB"), ("high-contracting-party", "state:BIH"), ("high-contracting-party", "state:CHL")}),
        ("en", "The following signatory States attended the session: Egypt and Sudan.", {("signatory", "state:EGY"), ("signatory", "state:SDN")}),
        ("en", "The following States, not being party to the Convention, participated as observers: Ghana; Singapore.",
         {("observer-state", "state:GHA"), ("observer-state", "state:SGP")}),
        ("en", "Representatives of the European Union and the International Committee of the Red Cross (ICRC) also participated.",
         {("international-organization", "org:european-union"), ("international-organization", CROSS)}),
        ("en", "The following non-governmental organizations attended: Harbour Peace Network, Human Rights Watch and the Lantern Trust.",
         {("ngo", "Harbour Peace Network"), ("ngo", WATCH), ("ngo", "Lantern Trust")}),
        ("en", "The following entities also participated: University of Nowhere, Quiet Engines Inc.",
         {("entity", "University of Nowhere"), ("entity", "Quiet Engines Inc.")}),
        ("zh", "以下缔约国出席了届会：秘鲁、圣马力诺和乍得。",
         {("high-contracting-party", "state:PER"), ("high-contracting-party", "state:SMR"), ("high-contracting-party", "state:TCD")}),
        ("zh", "以下非本公约缔约方作为观察员列席会议：加纳和新加坡。", {("observer-state", "state:GHA"), ("observer-state", "state:SGP")}),
        ("zh", "如下实体的代表出席会议：灯塔大学、北山研究所和静海公司。",
         {("entity", "灯塔大学"), ("entity", "北山研究所"), ("entity", "静海公司")}),
        ("ko", "회의에 참석한 당사국은 다음과 같다: 칠레, 가나 및 페루.",
         {("high-contracting-party", "state:CHL"), ("high-contracting-party", "state:GHA"), ("high-contracting-party", "state:PER")}),
        ("ko", "다음의 비협약국이 옵서버로 참가하였다: 가나, 싱가포르.", {("observer-state", "state:GHA"), ("observer-state", "state:SGP")}),
        ("ko", "다음 비정부기구가 회의에 참석했다: 국제앰네스티, 등대평화연구소.", {("ngo", "org:amnesty-international"), ("ngo", "등대평화연구소")}),
    ],
    ids=["parties", "signatories", "observers", "bodies", "ngos", "entities",
         "zh-parties", "zh-observers", "zh-entities", "ko-parties", "ko-observers", "ko-ngos"],
)  # fmt: skip
def test_lists(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = read(language, text)
    assert who(found) == expected
    assert {claim.object.id for claim in found if isinstance(claim, Claim)} == {MEETING}


def test_a_list_beneath_its_lead_in() -> None:
    found = read("en", "The following States parties participated in the meeting:", "Chile;", "Peru.", lead=0)
    assert who(found) == {("high-contracting-party", "state:CHL"), ("high-contracting-party", "state:PER")}


def test_a_state_nobody_knows_is_reported() -> None:
    found = read("en", "The following High Contracting Parties participated: Chile, Freedonia.")
    assert [(skip.reason, skip.text) for skip in found if isinstance(skip, Skipped)] == [("participants: no state we know", "Freedonia")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "2031년 정부전문가그룹회의가 열렸다. 칠레, 가나 등 70개 협약국과 이라크 등 4개 비협약국이 회의에 참석했다.",
         {("high-contracting-party", "state:CHL"), ("high-contracting-party", "state:GHA"), ("observer-state", "state:IRQ")}),
        ("ko", "유럽연합, 국제적십자위원회와 같은 국제기구도 2031년 정부전문가그룹회의에 합류했다.",
         {("international-organization", "org:european-union"), ("international-organization", CROSS)}),
        ("en", "In 2031, sixty States parties, including Chile and Peru, attended the GGE on LAWS.",
         {("high-contracting-party", "state:CHL"), ("high-contracting-party", "state:PER")}),
        ("en", "NGOs such as Human Rights Watch attended the 2031 GGE on LAWS.", {("ngo", WATCH)}),
        ("en", "Chile did not attend the 2031 meeting of the GGE on LAWS.", set()),
        ("en", "At the meeting, Chile stated that States parties should agree on a ban.", set()),
        ("zh", "在会议期间，智利和秘鲁强调，缔约国应当遵守国际法。", set()),
        ("ko", "칠레와 가나는 회의에서 금지를 지지했다.", set()),
    ],
    ids=["ko-examples", "ko-such-as", "en-including", "en-such-as", "absent", "position", "zh-position", "ko-position"],
)  # fmt: skip
def test_running_text(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert who(read(language, text, title=None)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ambassador John Mason of Chile was elected by acclamation as Chair of the Group.", {("chair", "person:john-mason")}),
        ("en", "The session was opened by Ms. Jane Doe.", {("opened-by", "person:jane-doe")}),
        ("en", "Friends of the Chair: Ms. Anna Bell (Peru): mapping autonomy; Mr. Carl Dorn (Chile): working definitions.",
         {("friend-of-the-chair", "person:anna-bell"), ("friend-of-the-chair", "person:carl-dorn")}),
        ("en", "Presentations were made by: Mr. Alan Berg (ICRC), Ms. Carla Diaz (SIPRI).",
         {("speaker", "person:alan-berg"), ("speaker", "person:carla-diaz")}),
        ("zh", "会议推选智利大使玛丽亚·桑托斯女士担任会议主席。", {("chair", "玛丽亚·桑托斯")}),
        ("ko", "칠레의 김영호 대사가 의장을 맡았다.", {("chair", "person:kim-yeong-ho")}),
        ("en", "Ms. Jane Doe chairs the board of Quiet Engines.", set()),
    ],
    ids=["chair", "opened", "friends", "presenters", "zh-chair", "ko-chair", "another-chair"],
)  # fmt: skip
def test_offices(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert who(read(language, text)) == expected


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("Ms. Carla Diaz of the Lantern Institute outlined trends.", "Session on working definitions", {("speaker", "person:carla-diaz")}),
        ("Ms. Carla Diaz of the Lantern Institute outlined trends.", "Conclusions", set()),
        ("The panel thanked Ms. Carla Diaz.", "Session on working definitions", set()),
    ],
    ids=["in-session", "elsewhere", "silent"],
)
def test_speakers(text: str, heading: str, expected: set[tuple[str, str]]) -> None:
    assert who(read("en", text, heading=heading)) == expected


def test_speakers_take_part_in_their_session() -> None:
    found = read("en", "Ms. Carla Diaz outlined trends.", heading="Panel on working definitions")
    assert [claim.object.id for claim in found if isinstance(claim, Claim)] == [f"{MEETING}/working-definitions"]


def test_the_2016_report(corpus: Path) -> None:
    source = read_source(next(corpus.glob("000*")))
    layout = repair(source)
    reading = Reading(source.document, layout.passages, tuple(find_mentions(passage, load_names()) for passage in layout.passages))
    roles = Counter(claim.role for claim in EXTRACTORS["participants"](reading) if isinstance(claim, Claim) and claim.object.id is not None)
    assert (roles["high-contracting-party"], roles["signatory"], roles["observer-state"], roles["international-organization"]) == (83, 1, 11, 7)
    assert (roles["entity"], roles["friend-of-the-chair"], roles["opened-by"]) == (34, 8, 1)
