"""The grammars of plain clauses answer to whatever stands in a row, and leave nothing half-read."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.language import languages
from extract.positions.pack.words import position_words
from extract.positions.sign.grammar import plain_sign, voiced_sign
from extract.positions.sign.grammar_last import plain_sign_last

CUES = sorted({cue for code in languages() for cue in position_words(code).cues})
ROLES = sorted(
    {f">{role}" for code in languages() for role in position_words(code).after}
    | {f"<{role}" for code in languages() for role in position_words(code).before}
    | {">nom", ">top", ">gen", "<adn", ">say", "<by", "<of", "<ob"}
)
NAMES = st.sampled_from([*CUES, *CUES, *ROLES, "h", "t", "v", ",", ";", ":", "'", "?"])
PART = st.lists(NAMES, max_size=8)
KINDS = st.sampled_from(["nominal", "law", "inverse", "pledge", "claim", "view", "theme"])
SIGNS = (None, "+", "-", "~", "0")


@pytest.mark.parametrize("grammar", [plain_sign, voiced_sign, plain_sign_last], ids=lambda one: one.__name__)
@given(before=PART, between=PART, behind=PART, ends=st.permutations(["H", "T"]), kind=KINDS)
@example(before=[], between=[">top"], behind=["h", ">gen"], ends=["H", "T"], kind="law")
@settings(max_examples=400)
def test_every_row_has_an_answer(grammar, before, between, behind, ends, kind):
    assert grammar([*before, ends[0], *between, ends[1], *behind], kind) in SIGNS
