"""A workspace into a graph, without all that reading documents needs: what was read goes in, nodes and edges come out."""

from __future__ import annotations

from extract.meeting.names import event_entity
from extract.names import load_names
from graph.build import build
from graph.concepts import load_concepts, with_vocabulary
from graph.model import Graph
from graph.records import Entity
from graph.workspace import Workspace


def graph_of(workspace: Workspace) -> Graph:
    """The graph of all that is kept in the workspace; documents are read one at a time, whenever they are needed."""
    with with_vocabulary(workspace.vocabulary):
        return build(workspace.extractions, known_entity, load_concepts())


def known_entity(identity: str) -> Entity | None:
    """What the data files know of an id: an actor, a document or a meeting."""
    return event_entity(identity) if identity.startswith("event:") else load_names().entity(identity)
