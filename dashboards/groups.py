"""Unnamed groups in the reader's language: all names in, the same with names of groups where the documents have none in that language. Pure."""

from __future__ import annotations

from dataclasses import replace

from dashboards.words import LANGUAGES, catalogue, phrase
from graph.search import Named, Names

GROUP = "Group"


def named(names: Names) -> Names:
    """Names in which each group has one in every language of the interface."""
    return replace(names, nodes={key: _translated(node) if node.kind == GROUP else node for key, node in names.nodes.items()})


def noun(code: str, group: str) -> str:
    """What a group's members are called, by the noun in its id; the noun itself where the interface has no word for it."""
    said = catalogue(code).get(f"groups.{group}")
    return said if isinstance(said, str) else group.replace("-", " ")


def _translated(node: Named) -> Named:
    who, many, doc = (*node.id.removeprefix("group:").split("/", 2), "", "")[:3]
    if f"quantifiers.{many}" not in catalogue("en"):
        return node
    absent = [code for code in LANGUAGES if code not in node.names]
    added = {code: phrase(code, "groups.named", many=phrase(code, f"quantifiers.{many}"), who=noun(code, who), doc=doc) for code in absent}
    return replace(node, names=dict(node.names) | added) if added else node
