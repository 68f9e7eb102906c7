"""The state of a page and its address are two forms of one thing."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboards.links import LONGEST, parsed, place_of, unparsed
from dashboards.look import KINDS

TEXT = some.text(max_size=20)


@dataclass(frozen=True, slots=True)
class View:
    proposal: str = "proposal:preemptive-ban"
    stances: tuple[str, ...] = ()
    page: int = 1
    wide: bool = False


def as_given(parameters):
    return {key: [value] if isinstance(value, str) else value for key, value in parameters.items()}


@given(some.builds(View, TEXT, some.lists(TEXT, min_size=1).map(tuple), some.integers(), some.booleans()))
def test_there_and_back(view):
    assert parsed(View, as_given(unparsed(view))) == view


def test_what_stands_at_its_default_is_left_out():
    assert unparsed(View(page=3)) == {"page": "3"}


@pytest.mark.parametrize(
    "address",
    [{"page": ["many"]}, {"page": ["²"]}, {"proposal": ["x" * (LONGEST + 1)]}, {"unknown": ["1"]}, {"wide": ["yes"]}, {}],
    ids=lambda address: str(address)[:30],
)
def test_what_is_no_state_is_the_default(address):
    assert parsed(View, address) == View()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page_that_shows_it(kind):
    assert place_of(kind, "some:id") is not None
