"""Meetings: which one a text speaks of, in which year, and which part of it."""

import pytest

from extract.events import event_near, event_of, find_event, find_session, load_events, session_of
from extract.reading import Reading
from graph.records import Document, Party, Passage


def reading(language: str, *texts: str, title: str | None = None, kind: str = "paragraph") -> Reading:
    passages = tuple(Passage("x1", f"¶{i}", i, text, language, kind=kind) for i, text in enumerate(texts))
    return Reading(Document("x1", "0" * 64, title=title, languages=(language,)), passages, tuple(() for _ in passages))


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "In 2014 the first Meeting of Experts on LAWS was held.", "event:ccw-laws-informal-meeting-2014"),
        ("en", "The Group of Governmental Experts on LAWS met.", "event:ccw-laws-gge"),
        ("zh", "2023 年，联合国大会讨论了此事。", "event:un-general-assembly-2023"),
        ("ko", "2018년 정부전문가그룹회의가 열렸다.", "event:ccw-laws-gge-2018"),
        ("en", "The board met in 2014.", None),
    ],
    ids=["year-before", "no-year", "zh", "ko", "none"],
)
def test_known_meetings(language: str, text: str, event: str | None) -> None:
    found = find_event(text, language)
    assert (None if found is None else found.id) == event


@pytest.mark.parametrize(
    ("read", "event"),
    [
        (reading("en", "It met.", title="Report of the 2021 session of the GGE on LAWS"), "event:ccw-laws-gge-2021"),
        (reading("en", "Report of the Oslo Conference on Quiet Engines", kind="title"), "event:oslo-conference-on-quiet-engines"),
        (reading("en", "Nobody met."), "event:x1"),
    ],
    ids=["known", "from-its-title", "from-the-document"],
)
def test_meeting_of_a_report(read: Reading, event: str) -> None:
    assert event_of(read).id == event


def test_an_article_means_the_meeting_named_last() -> None:
    read = reading("ko", "2014년 비공식전문가회의가 열렸다.", "의장이 개회했다.")
    assert event_near(read, read.passages[1], 5, event_of(read)).id == "event:ccw-laws-informal-meeting-2014"


@pytest.mark.parametrize(
    ("text", "heading", "session"),
    [
        ("The panel on working definitions began.", "", "event:ccw-laws-gge-2021/working-definitions"),
        ("Experts spoke.", "Session “Sea and space”", "event:ccw-laws-gge-2021/sea-and-space"),
        ("Experts spoke.", "Conclusions", None),
    ],
    ids=["first-sentence", "quoted-heading", "none"],
)
def test_sessions(text: str, heading: str, session: str | None) -> None:
    found = session_of(Passage("x1", "¶9", 9, text, "en", heading_path=(heading,)), Party("Event", "event:ccw-laws-gge-2021"))
    assert (None if found is None else found.id) == session


def test_sessions_belong_to_their_meeting() -> None:
    assert find_session("working definitions", "en", Party("Event", "event:ijcai-2018")) is None


def test_a_name_tells_one_meeting() -> None:
    owners: dict[str, set[str]] = {}
    for key, entry in load_events().items():
        for name in (name for names in entry.names.values() for name in names):
            owners.setdefault(name.casefold(), set()).add(key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}
