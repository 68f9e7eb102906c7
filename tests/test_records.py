"""A claim cannot exist without the words that prove it."""

import pytest

from graph.errors import EvidenceError
from graph.records import Claim, Entity, Party, Passage

PASSAGE = Passage("d", "¶1", 0, "Chile backs a ban, and says so.", "en")
CHILE, BAN = Party("State", "state:CHL", "Chile"), Party("Proposal", "proposal:preemptive-ban", "a ban")


def claim(**changes):
    given = {"passage": PASSAGE, "content": "sha", "relation": "SUPPORTS_BAN", "subject": CHILE, "object": BAN,
             "start": 0, "end": 17, "method": "test", "confidence": 0.9}  # fmt: skip
    return Claim(**(given | changes))


def test_the_quote_is_the_passages_text():
    assert claim().quote == "Chile backs a ban"


def test_a_claim_knows_its_place():
    made = claim()
    assert (made.doc, made.loc, made.language, made.passage_id) == ("d", "¶1", "en", "passage:d/0")


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "Chile opposes a ban"},
        {"start": 5, "end": 5},
        {"start": -1},
        {"end": 99},
        {"confidence": 1.2},
        {"confidence": -0.1},
        {"passage": Passage("d", "¶1", 0, "x" * 200, "en"), "end": 121},
    ],
    ids=["other words", "empty", "before the passage", "behind the passage", "confidence high", "confidence low", "too long"],
)
def test_a_claim_without_its_words_is_refused(wrong):
    with pytest.raises(EvidenceError):
        claim(**wrong)


def test_the_refusal_says_where():
    with pytest.raises(EvidenceError, match="d ¶1"):
        claim(quote="never said")


def test_the_id_outlives_the_files_name():
    renamed = Passage("other-name", "¶1", 0, PASSAGE.text, "en")
    assert claim(passage=renamed).id == claim().id


def test_an_entity_is_called_by_its_english_name():
    assert Entity("state:CHL", "State", {"zh": ("智利",), "en": ("Chile",)}).name == "Chile"
    assert Entity("org:x", "NGO", {"ko": ("가나다",)}).name == "가나다"
    assert Entity("org:y", "NGO", {}).name == "org:y"
