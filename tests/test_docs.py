"""The documentation names what is there, and all of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import rapporteur
from graph.explaining import as_page
from graph.ontology import load_ontology
from graph.queries import load_reports

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/adr").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(typer.main.get_command(rapporteur.app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert f"rapporteur {command}" in README


def test_the_page_of_reports_is_made_from_their_headers():
    assert (ROOT / "docs/reports.md").read_text(encoding="utf-8") == as_page(load_reports())


@pytest.mark.parametrize("report", re.findall(r"^\| `([a-z-]+)` \|", README, re.MULTILINE))
def test_every_report_of_the_readme_is_there(report):
    assert report in load_reports()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    linked = [(page.parent / target).resolve() for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    named = [ROOT / path for path in re.findall(r"`((?:data|cypher|extract|graph|tests|docs|benchmarks)/[\w./-]+\w)`", text)]
    assert [str(path) for path in [*linked, *named] if not path.exists()] == []


def test_the_adrs_are_numbered_in_a_row():
    numbers = [int(page.name[:4]) for page in PAGES if page.parent.name == "adr"]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", ["positions", "network"])
def test_the_pictures_of_the_dashboards_are_small(name):
    picture = (ROOT / f"docs/{name}.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1440, 900)
    assert len(picture) < 250_000


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
def test_the_pictures_can_be_taken_again(tmp_path):
    subprocess.run([sys.executable, "-m", "docs.screenshots", str(tmp_path)], cwd=ROOT, check=True, timeout=300)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["network.png", "positions.png"]


def test_every_relation_is_explained():
    assert all(relation.says for relation in load_ontology().relations.values())
