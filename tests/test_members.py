"""Membership: in brackets after a coalition, or in so many words."""

import pytest

import extract.members  # noqa: F401
from extract.mentions import find_mentions
from extract.names import load_names
from extract.reading import EXTRACTORS, Reading
from graph.records import Claim, Document, Passage


def members(language: str, text: str) -> set[tuple[str, str]]:
    passage = Passage("x1", "¶1", 0, text, language)
    reading = Reading(Document("x1", "0" * 64), (passage,), (find_mentions(passage, load_names()),))
    return {(claim.subject.key, claim.object.key) for claim in EXTRACTORS["members"](reading) if isinstance(claim, Claim)}


KILLER_ROBOTS, WATCH, AMNESTY = "org:campaign-to-stop-killer-robots", "org:human-rights-watch", "org:amnesty-international"
BOTH = {(AMNESTY, KILLER_ROBOTS), (WATCH, KILLER_ROBOTS)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Campaign to Stop Killer Robots (Amnesty International, Human Rights Watch) came.", BOTH),
        ("en", "The Campaign to Stop Killer Robots, a coalition of Human Rights Watch and Amnesty International.", BOTH),
        ("zh", "禁止杀手机器人运动[大赦国际、人权观察社]到会。", BOTH),
        ("ko", "킬러로봇금지운동(Campaign to Stop Killer Robots)이 나섰다.", set()),
        ("en", "The Campaign to Stop Killer Robots (Geneva) and Human Rights Watch agreed.", set()),
        ("en", "The European Union (Brussels, Strasbourg) agreed.", set()),
        ("zh", "禁止杀手机器人运动呼吁各国谈判。", set()),
    ],
    ids=["bracket", "coalition-of", "zh-bracket", "gloss", "one-item", "places", "running"],
)
def test_members(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert members(language, text) == expected
