"""Uploads: which files are taken and under which names, what becomes of them, and that nothing else of the workspace is touched."""

import threading
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboards.intake.apart import BROKEN, LARGE, SLOW, Apart, Limits, Unread, _environment
from dashboards.intake.job import Desk, Job
from dashboards.intake.names import FILES, LONGEST, MEGABYTES, Declined, File, plain_name, sorted_out
from dashboards.words import LANGUAGES, phrase
from graph.queries import load_reports
from graph.settings import CYPHER, DATA
from graph.workspace import Workspace

ENDINGS = {".txt", ".md", ".html", ".pdf", ".docx"}
SAMPLE = DATA / "sources" / "ban-positions-2020.txt"
SIZE = load_reports(CYPHER / "pages")["size"]


@given(some.text(max_size=300) | some.from_regex(r"(\.\./|[a-z ]|\\|%2e|\u202e){0,12}\.(txt|md|html)", fullmatch=True))
def test_a_name_has_no_path_and_nothing_that_means_something_elsewhere(given_name):
    name = plain_name(given_name)
    assert not set(name) & set('/\\<>:"|?*%#&;$`{}\n\r\t\0 ')
    assert name.isprintable()
    assert not name.startswith((".", "-"))
    assert len(name) <= LONGEST
    assert name == "" or name == PurePosixPath(name).name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.md", "boot.md"),
        ("C:\\Users\\a b.html", "a-b.html"),
        ("人实际控制 2019.txt", "人实际控制-2019.txt"),
        ("회의.txt", "회의.txt"),
        ("<img src=x onerror=alert(1)>.txt", "img-src=x-onerror=alert(1).txt"),
        ("\u202egnp.txt", "gnp.txt"),
        ("con.txt", ""),
        (".txt", ""),
        ("...", ""),
        ("a" * 300 + ".txt", "a" * (LONGEST - 4) + ".txt"),
    ],
)
def test_names(given_name, name):
    assert plain_name(given_name) == name


def test_what_is_not_taken_is_said_with_the_reason():
    large = File("large.txt", b"x" * (MEGABYTES * 1_000_000 + 1))
    few, declined = sorted_out(
        [File("a.txt", b"a"), large, File("b.exe", b"b"), File("A.txt", b"c"), File("con.txt", b"d"), File("dir/c.md", b"e")], ENDINGS
    )
    assert set(few) == {"a.txt", "c.md"}
    assert declined == [Declined("large.txt", "size"), Declined("b.exe", "kind"), Declined("A.txt", "twice"), Declined("con.txt", "name")]
    many, too_many = sorted_out([File(f"{number}.txt", b"a") for number in range(FILES + 2)], ENDINGS)
    assert (len(many), [each.reason for each in too_many]) == (FILES, ["number", "number"])


def job(workspace, *names):
    return Job(workspace, str(workspace.store), SIZE, names, False)


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "workspace")


def handed_in(**contents):
    return {name.replace("_", "."): File(name, content) for name, content in contents.items()}


def run(workspace, **files):
    taken = handed_in(**files)
    one = job(workspace, *taken)
    one.run(taken)
    return one


@pytest.mark.slow
def test_a_document_is_read_and_the_graph_has_grown(workspace):
    one = run(workspace, ban_txt=SAMPLE.read_bytes())
    assert one.finished
    assert one.error == ""
    assert [(each.name, each.document) for each in one.outcomes] == [("ban.txt", "ban")]
    assert one.before["claims"] == 0
    assert one.after["claims"] == one.outcomes[0].claims > 0
    again = run(workspace, ban_txt=SAMPLE.read_bytes())
    assert again.before == again.after == one.after


def test_a_bad_file_is_one_line_and_the_good_ones_are_still_read(workspace):
    one = run(workspace, good_txt=SAMPLE.read_bytes(), bad_pdf=b"%PDF-1.7 nothing", empty_txt=b"  ")
    refused = {each.name: each.refused for each in one.outcomes if each.refused}
    assert set(refused) == {"bad.pdf", "empty.txt"}
    assert all("\n" not in reason and str(workspace.folder) not in reason for reason in refused.values())
    assert one.after["documents"] == 1
    assert sorted(path.name for path in (workspace.folder / "uploads").iterdir()) == ["good.txt"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("limits", "met"), [(Limits(seconds=4), "slow"), (Limits(seconds=120, megabytes=100), "large")], ids=["takes too long", "takes too much memory"]
)
def test_a_file_beyond_the_limits_is_one_line_and_the_others_are_read(workspace, limits, met):
    endless = ("The delegation of Egypt supported the ban, which others opposed. " * 30 + "\n\n") * 10_000
    files = handed_in(first_txt=SAMPLE.read_bytes(), endless_txt=endless.encode(), last_txt=SAMPLE.read_bytes() + b"\n\nA last word.\n")
    one = Job(workspace, str(workspace.store), SIZE, tuple(files), False, limits)
    one.run(files)
    assert one.error == ""
    assert [(each.name, each.limit, each.refused) for each in one.outcomes] == [("first.txt", "", ""), ("endless.txt", met, ""), ("last.txt", "", "")]
    assert one.after["documents"] == 2
    assert sorted(path.name for path in (workspace.folder / "uploads").iterdir()) == ["first.txt", "last.txt"]
    assert [each.id for each in workspace.documents()] == ["first", "last"]
    assert not [path for path in (workspace.folder / "documents").iterdir() if path.name.startswith(".")]


@pytest.mark.slow
def test_a_reader_that_breaks_down_is_replaced(tmp_path):
    file = tmp_path / "ban.txt"
    file.write_bytes(SAMPLE.read_bytes())
    with Apart(Limits(), False, None) as apart:
        assert apart.read(file).claims
        apart._process.kill()
        assert apart.read(file) == Unread("broken")
        assert apart.read(file).claims


def test_a_reader_knows_no_secrets_of_the_server(monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "pass-4711")
    monkeypatch.setenv("RAPPORTEUR_STORE", "neo4j://reader:pass-4711@localhost")
    assert "pass-4711" not in " ".join(_environment().values())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("limit", [SLOW, LARGE, BROKEN])
def test_every_limit_has_its_line(code, limit):
    assert "endless.txt" in phrase(code, f"upload.limit_{limit}", name="endless.txt", seconds=180, megabytes=2_000)


@pytest.mark.slow
def test_a_refused_new_version_leaves_the_old_one(workspace):
    run(workspace, ban_txt=SAMPLE.read_bytes())
    one = run(workspace, ban_txt=b"\x89PNG\r\n\x1a\n not a text")
    assert one.outcomes[0].refused
    assert one.after["documents"] == 1
    assert (workspace.folder / "uploads" / "ban.txt").read_bytes() == SAMPLE.read_bytes()


def test_an_upload_waits_for_nobody_but_says_who_is_in_the_way(workspace):
    with workspace.writing():
        one = run(workspace, ban_txt=SAMPLE.read_bytes())
    assert "another rapporteur is writing" in one.error
    assert str(workspace.folder) not in one.error
    assert not list((workspace.folder / "uploads").iterdir())


def test_there_is_one_job_at_a_time(workspace):
    desk, until = Desk(), threading.Event()

    class Slow(Job):
        def run(self, files):
            until.wait(10)
            self.stage = "done"

    slow = Slow(workspace, str(workspace.store), SIZE, (), False)
    assert desk.start(slow, {})
    assert not desk.start(job(workspace), {})
    until.set()
    while not slow.finished:
        pass
    assert desk.start(job(workspace), {})


def test_a_server_can_take_no_documents(app_test, monkeypatch):
    assert app_test("upload").get("file_uploader")
    monkeypatch.setenv("RAPPORTEUR_UPLOAD", "off")
    app = app_test("upload")
    assert not app.get("file_uploader")
    assert any("takes no documents" in each.proto.body for each in app.get("html"))
