"""Where the project's own files are. The same in a checkout and in an install: the wheel repeats the folders."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
CYPHER = ROOT / "cypher"
