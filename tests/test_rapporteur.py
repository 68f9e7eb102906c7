"""The command line's contract: data on standard output, remarks on standard error, one line for each failure, exit codes 0, 1 and 2."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import rapporteur
from extract.reading import LEAST

ROOT = Path(__file__).resolve().parents[1]
LISTS = """# Positions on a pre-emptive ban on lethal autonomous weapons systems

## States that call for a ban on lethal autonomous weapons systems

- Chile
- Ghana

## States that oppose a ban on lethal autonomous weapons systems

- Israel
"""


@pytest.fixture
def call(monkeypatch, capsys, tmp_path):
    """Runs the program in a folder of its own; gives exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    for name in ("RAPPORTEUR_WORKSPACE", "RAPPORTEUR_STORE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["rapporteur", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            rapporteur.main()
        out, err = capsys.readouterr()
        return ended.value.code or 0, out, err

    return run


@pytest.fixture
def lists(tmp_path):
    path = tmp_path / "lists.md"
    path.write_text(LISTS, encoding="utf-8")
    return path


def stances(call, *more):
    code, out, _ = call("report", "who-backs-a-ban", "--format", "json", *more)
    assert code == 0
    return {(row["iso3"], row["stance"]) for row in json.loads(out)}


def test_version_and_help(call):
    assert call("--version")[1].startswith("rapporteur ")
    code, out, _ = call()
    assert code == 0
    for command in ("run", "extract", "load", "report", "query", "doctor"):
        assert command in out


def test_run_prints_the_ban_table(call, lists):
    code, out, err = call("run", lists)
    assert code == 0
    assert "Chile" in out
    assert "1 documents" in err
    assert stances(call) == {("CHL", "supports"), ("GHA", "supports"), ("ISR", "opposes")}


def test_every_row_of_the_ban_table_has_its_words(call, lists):
    call("run", lists)
    rows = json.loads(call("report", "who-backs-a-ban", "--format", "json")[1])
    assert {row["quote"] for row in rows} == {"Chile", "Ghana", "Israel"}
    assert all(row["documents"] == ["lists"] and row["place"].startswith("lists ") for row in rows)


@pytest.mark.slow
def test_run_without_documents_reads_the_samples(call):
    code, out, err = call("run")
    assert code == 0
    assert "Austria" in out
    assert "refused" not in err


def test_running_again_changes_nothing(call, lists, tmp_path):
    call("run", lists)
    first = {path: path.read_bytes() for path in (tmp_path / "rapporteur-workspace/documents").rglob("*") if path.is_file()}
    table = call("report", "who-backs-a-ban", "--format", "csv")[1]
    numbers = call("query", "MATCH (n) RETURN count(n) AS n", "--format", "csv")[1]
    call("run", lists)
    assert {path: path.read_bytes() for path in (tmp_path / "rapporteur-workspace/documents").rglob("*") if path.is_file()} == first
    assert call("report", "who-backs-a-ban", "--format", "csv")[1] == table
    assert call("query", "MATCH (n) RETURN count(n) AS n", "--format", "csv")[1] == numbers


def test_a_changed_document_replaces_its_claims_and_only_them(call, lists, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(LISTS.replace("Chile", "Peru").replace("Ghana", "Cuba").replace("Israel", "Japan"), encoding="utf-8")
    call("run", lists, other)
    lists.write_text(LISTS.replace("- Ghana\n", ""), encoding="utf-8")
    call("run", lists)
    assert stances(call) == {("CHL", "supports"), ("ISR", "opposes"), ("PER", "supports"), ("CUB", "supports"), ("JPN", "opposes")}


def test_contradicting_sources_make_a_contested_state(call, lists, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(LISTS.replace("Israel", "Chile"), encoding="utf-8")
    call("run", lists, other)
    rows = json.loads(call("report", "who-backs-a-ban", "--format", "json")[1])
    assert {row["stance"] for row in rows if row["iso3"] == "CHL" and row["contested"]} == {"supports", "opposes"}


def test_extract_gives_claims_as_lines(call, lists):
    code, out, _ = call("extract", lists)
    claims = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {claim["relation"] for claim in claims} >= {"SUPPORTS_BAN", "OPPOSES_BAN"}
    fields = "id doc loc relation subject object quote start end language method confidence status"
    assert all(set(fields.split()) <= set(claim) for claim in claims)


def test_extract_then_load_is_run(call, lists, tmp_path):
    assert call("extract", lists, "-o", tmp_path / "claims.jsonl")[0] == 0
    assert call("load")[0] == 0
    assert len(stances(call)) == 3


def test_standard_input_is_a_document(call):
    code, out, _ = call("extract", "-", stdin=LISTS.encode())
    assert code == 0
    assert json.loads(out.splitlines()[0])["doc"] == "stdin"


@pytest.mark.slow
def test_several_processes_give_the_same_claims(call, lists, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(LISTS.replace("Chile", "Peru"), encoding="utf-8")
    assert call("extract", lists, other, "--workspace", "one")[1] == call("extract", lists, other, "--workspace", "two", "--jobs", "2")[1]


@pytest.mark.parametrize("shape", ["csv", "json", "markdown", "html", "table"])
def test_reports_come_in_every_format(call, lists, tmp_path, shape):
    call("run", lists)
    code, out, _ = call("report", "who-backs-a-ban", "--format", shape)
    assert code == 0
    assert "Chile" in out
    call("report", "who-backs-a-ban", "--format", shape, "-o", tmp_path / "report")
    assert (tmp_path / "report").read_text(encoding="utf-8").splitlines() == out.splitlines()


def test_without_a_name_the_reports_are_listed(call):
    code, out, _ = call("report", "--format", "csv")
    assert code == 0
    for name in ("who-backs-a-ban", "participants", "recommendations", "citations", "members", "documents"):
        assert name in out


def test_a_report_is_explained(call):
    for arguments in (("who-backs-a-ban", "--explain"), ("--explain", "who-backs-a-ban")):
        code, out, _ = call("report", *arguments)
        assert code == 0
        assert out.startswith("Who backs a ban?\n\nWhich states are recorded for, against")
        assert 'proposal  id of a Proposal, default "proposal:preemptive-ban"' in out
        assert "rapporteur report who-backs-a-ban --param proposal=proposal:preemptive-ban --param as_of=2019" in out
        assert "\nMATCH (s:State)<-[:SUBJECT]-(c:Claim)" in out
    assert call("report", "--list") == call("report")


def test_names_in_any_language_lead_to_ids(call, lists):
    call("run", lists)
    rows = json.loads(call("find", "人实际控制", "--format", "json")[1])
    assert rows[0] == {"id": "concept:meaningful-human-control", "kind": "Concept", "name": "meaningful human control", "matches": "人实际控制"}
    assert json.loads(call("find", "no such name", "--format", "json")[1]) == []


def test_quiet_says_nothing_but_data(call, lists):
    code, out, err = call("run", lists, "--quiet")
    assert (code, err) == (0, "")
    assert "Chile" in out


BAD = {
    "missing": (None, "does not exist"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", "empty|nothing"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG|picture|image"),
    "binary.txt": (bytes(range(256)) * 8, ""),
    "broken.pdf": (b"%PDF-1.7\nbroken", "PDF"),
    "text.pdf": (b"This is no PDF.", "text"),
    "other.xyz": (b"words", "not a kind that is read"),
    "surrogate.txt": ("\ufeffok".encode("utf-16-le") + b"\x00\xd8x\x00", ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_one_line_and_the_others_are_read(call, lists, tmp_path, name):
    content, says = BAD[name]
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    code, out, err = call("run", bad, lists)
    complaints = [line for line in err.splitlines() if line.startswith("rapporteur: ")]
    assert code == 1
    assert len(complaints) == 1
    assert str(bad) in complaints[0]
    assert any(word in complaints[0] for word in says.split("|"))
    assert "1 refused" in err
    assert "Traceback" not in err
    assert "Chile" in out


def test_two_documents_with_one_name_are_told_apart(call, lists, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b/lists.txt").write_text("Another text altogether.", encoding="utf-8")
    code, _, err = call("run", lists, tmp_path / "b/lists.txt")
    assert code == 1
    assert "rename" in err
    assert len(stances(call)) == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("report", "no-such"), "no report no-such"),
        (("report", "who-backs-a-ban", "--param", "nonsense"), "key=value"),
        (("report", "who-backs-a-ban", "--param", "who=me"), "no parameter who"),
        (("query", "CREATE (n) RETURN n"), "refused"),
        (("query", "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"), "LOAD CSV"),
        (("query", "MATCH (n) SET n.name = 'x' RETURN n"), "read"),
        (("query", "MATCH (n RETURN n"), ""),
        (("query", "MATCH (n {id: $id}) RETURN n"), "id"),
        (("report", "who-backs-a-ban", "-o", "no/such/folder/x.csv"), "cannot be written"),
        (("report", "documents", "--workspace", "nowhere"), "rapporteur load"),
        (("report", "documents", "--store", "ftp://x"), "store"),
    ],
)
def test_expected_failures_are_one_line(call, lists, arguments, says):
    call("run", lists)
    code, out, err = call(*arguments)
    assert code == 1
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("rapporteur: ")
    assert says in err


@pytest.mark.parametrize("arguments", [("report", "--format", "poem"), ("nonsense",), ("extract",), ("run", "--jobs", "0")])
def test_wrong_usage_ends_with_two(call, arguments):
    assert call(*arguments)[0] == 2


def test_a_query_is_cut_at_its_row_limit(call, lists):
    call("run", lists)
    code, out, err = call("query", "MATCH (n:Concept) RETURN n.id AS id", "--limit", "3", "--format", "csv")
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "--limit" in err


def test_doctor_finds_everything_in_order(call):
    code, out, _ = call("doctor")
    assert code == 0
    assert "embedded store" in out


@pytest.mark.slow
def test_killed_at_any_moment_a_run_can_be_repeated(tmp_path, shared):
    """Kill -9 during a run, run again: the same claims and the same graph as a run that was never cut off."""
    program = [sys.executable, str(ROOT / "rapporteur.py")]
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(12):
        text = LISTS.replace("Ghana", ("Peru", "Cuba", "Iraq")[number % 3]) + f"\nText {number}.\n"
        (documents / f"{number}.md").write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def complete(workspace):
        subprocess.run([*program, "run", documents, "--workspace", workspace, "-q"], check=True, capture_output=True, env=environment)
        kept = {path.name: (path / "claims.jsonl").read_bytes() for path in (workspace / "documents").iterdir()}
        report = subprocess.run(
            [*program, "report", "who-backs-a-ban", "--format", "json", "--workspace", workspace], check=True, capture_output=True, env=environment
        )
        return kept, report.stdout

    whole = complete(tmp_path / "whole")
    for seconds in (0.8, 1.2, 1.6, 2.0):
        cut = tmp_path / f"cut-{seconds}"
        running = subprocess.Popen(
            [*program, "run", documents, "--workspace", cut], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert complete(cut) == whole


def test_of_positions_in_sentences_the_sure_ones_are_read_and_all_where_asked_for(call, tmp_path):
    path = tmp_path / "sentence.txt"
    path.write_text(
        "Costa Rica supports a ban on lethal autonomous weapons systems.\n\n"
        "For Peru, which had come late, the talk of a moratorium on such systems was perhaps not the worst of the ideas that were going round.\n",
        encoding="utf-8",
    )

    def positions(*more):
        claims = [json.loads(line) for line in call("extract", path, *more)[1].splitlines()]
        return {(claim["subject"]["id"], claim["relation"]): claim["confidence"] for claim in claims if claim["method"] == "positions"}

    sure, every = positions(), positions("--preview")
    assert sure["state:CRI", "SUPPORTS_BAN"] >= LEAST
    assert sure == {key: confidence for key, confidence in every.items() if confidence >= LEAST}
