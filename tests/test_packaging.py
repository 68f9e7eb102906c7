"""An install has the checkout's shape, and leaves no generic name behind (docs/adr/0001)."""

import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.dashboard_server import drawn, guarded, serving

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOLDERS = {"graph", "extract", "dashboards", "cypher", "data"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_repeats_the_checkout(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"rapporteur_app", "rapporteur.py", "rapporteur.pth"}
    kept = {name.removeprefix("rapporteur_app/") for name in names if name.startswith("rapporteur_app/")}
    ours = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept == ours


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Python of an environment of its own that sees the dependencies but not the checkout."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=False)
    site = next((home / "lib").glob("python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    outer = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "zz_outer.pth").write_text(f"import sys; sys.path.append({outer!r})\n", encoding="utf-8")
    return home / "bin/python"


@pytest.mark.slow
def test_an_installed_wheel_runs(installed, tmp_path):
    code = "import graph.settings as s, rapporteur; print(s.DATA); rapporteur.main()"
    done = subprocess.run([installed, "-c", code, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    where, version = done.stdout.split("\n")[:2]
    assert Path(where).parts[-3:] == ("site-packages", "rapporteur_app", "data")
    assert Path(where).is_relative_to(installed.parents[1])
    assert version.endswith(PROJECT["version"])


@pytest.mark.slow
@pytest.mark.xdist_group("dashboards")
def test_the_dashboards_of_an_installed_wheel_are_drawn(installed, small_workspace, browser):
    program = (str(installed), "-c", "import rapporteur; rapporteur.main()")
    with serving(small_workspace.folder, program=program) as server, guarded(browser) as page:
        page.goto(server.url)
        assert "2 documents" in drawn(page).locator(".r-lead").first.inner_text()
        page.goto(f"{server.url}/network")
        drawn(page).wait_for_selector(".net[data-ready]")  # the scripts of the picture are in the wheel, too
        page.goto(f"{server.url}/documents?doc=000")
        drawn(page).locator(".passage").first.wait_for()


def test_no_dependency_owns_our_names():
    owners = packages_distributions()
    assert {name: owners.get(name) for name in FOLDERS if set(owners.get(name, [])) - {"rapporteur"}} == {}


def test_tests_stay_flat():
    """A folder of tests named like a package would hide it in both of pytest's import modes."""
    assert [path for path in (ROOT / "tests").rglob("*.py") if path.parent.name != "tests" and path.parent.name in FOLDERS] == []
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_the_locks_name_every_dependency():
    names = {re.split(r"[<>=\[ ]", line)[0].lower() for line in PROJECT["dependencies"]}
    locked = {line.split("==")[0] for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines() if "==" in line}
    assert names <= locked


def test_no_lock_names_a_host():
    assert not [path.name for path in ROOT.glob("requirements*.lock") if "://" in path.read_text(encoding="utf-8")]


def test_the_changelog_begins_with_this_version():
    heads = re.findall(r"^## \[?([\d.]+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert heads[0] == PROJECT["version"]


def test_settings_read_no_environment_at_import():
    code = "import os; os.environ.clear(); import graph.settings, rapporteur"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, env={"PATH": os.environ["PATH"]})
