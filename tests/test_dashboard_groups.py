"""Unnamed groups are called something in every language of the interface, in the documents' own words where there are any."""

import pytest

from dashboards.groups import named, noun
from graph.search import names_from


def row(node, kind="Group", **names):
    return {"id": node, "kind": kind, "name": "some delegations (000)", "aliases": None, "claims": 1, **names}


@pytest.mark.parametrize(
    ("node", "code", "called"),
    [
        (row("group:delegations/some/000"), "zh", "一些：代表团（000）"),
        (row("group:delegations/some/000"), "en", "some delegations (000)"),
        (row("group:delegations/some/000", name_zh="一些代表团"), "zh", "一些代表团"),
        (row("group:swing-voters/most/000"), "ko", "대다수: swing voters (000)"),
        (row("group:delegations"), "zh", "some delegations (000)"),
    ],
    ids=["no words of its own", "English as recorded", "words of its own", "a noun that has no translation", "an id of another shape"],
)
def test_each_group_has_a_name(node, code, called):
    assert named(names_from([node])).of(node["id"], code) == called


def test_others_keep_their_names():
    names = names_from([row("state:EGY", "State", name_zh="埃及")])
    assert named(names) == names


def test_a_noun_without_a_translation_is_itself():
    assert noun("ko", "swing-voters") == "swing voters"
