"""Meetings and their sessions as entities: an event's id in; its names in the languages known out."""

from __future__ import annotations

import re

from extract.events import load_events
from graph.records import Entity

_ID = re.compile(r"event:(?P<key>[^/]+?)(?:-(?P<year>\d{4}))?(?:/(?P<session>.+))?")


def event_entity(identity: str) -> Entity | None:
    """The meeting or session that ``identity`` names; a year in it is added to each name. ``None`` for an unknown one."""
    parts = _ID.fullmatch(identity)
    entry = None if parts is None else load_events().get(parts["key"])
    if parts is None or entry is None:
        return None
    names = entry.names if parts["session"] is None else entry.sessions.get(parts["session"])
    if names is None:
        return None
    dated = {language: tuple(f"{name} ({parts['year']})" if parts["year"] else name for name in forms) for language, forms in names.items()}
    return Entity(identity, "Event", dated)
