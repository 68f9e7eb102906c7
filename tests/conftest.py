"""What several tests share: the real corpus (loudly absent, never skipped)."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


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
