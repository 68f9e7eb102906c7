"""What several tests share: the real corpus and a real Neo4j (loudly absent, never skipped)."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.dashboard_server import app_test, browser, dashboard, dashboard_workspace, known_components, small_workspace, visit
from tests.neo4j_server import neo4j, neo4j_server

__all__ = ["app_test", "browser", "dashboard", "dashboard_workspace", "known_components", "neo4j", "neo4j_server", "small_workspace", "visit"]
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
settings.load_profile("untimed")
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use the server run one after the other, in one process, so that they share it; its start alone makes them slow."""
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared with corpus, gold and dev."""
    if not (SHARED / "corpus").is_dir():
        pytest.fail(f"the originals are absent: put the corpus beside the project as {SHARED}/corpus")
    return SHARED


@pytest.fixture(scope="session")
def corpus(shared: Path) -> Path:
    """The three real documents."""
    return shared / "corpus"
