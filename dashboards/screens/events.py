"""Meetings: which there were, their sessions, who took part in which role, who spoke on what."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboards import access, links, listing, markup, profile, strays
from dashboards.words import say


@dataclass(frozen=True, slots=True)
class State:
    """``id`` is the meeting; ``session``, ``role`` and ``kind`` narrow its participants."""

    id: str = ""
    session: str = ""
    role: str = ""
    kind: str = ""


def show() -> None:
    state = links.read(State)
    if not state.id:
        _list()
        return
    about = profile.known("events", state.id, ("Event",))
    if about is None:
        return
    _meeting(state, about)


def _list() -> None:
    markup.heading(say("nav.events"), 1)
    rows = access.rows("events")
    markup.note(say("events.about" if rows else "events.none"))
    if not rows:
        return
    shown = [{"name": profile.name(row["id"]), **{each: row[each] for each in ("date", "place", "participants", "documents")}} for row in rows]
    profile.index("events", listing.table_of(shown), [row["id"] for row in rows], file="meetings")


def _meeting(state: State, about: access.Row) -> None:
    profile.head("events", state.id, about, [about["date"], about["place"]])
    sessions = [row["id"] for row in access.rows("events") if row["id"].startswith(f"{state.id}/")]
    whole = state.id.rpartition("/")[0]
    if whole and access.names()[whole]:
        profile.listed(say("events.of"), [("Event", whole, "")], "whole")
    rows = access.rows("participants-of", id=state.id)
    main, side = st.columns([5, 2], gap="large")
    with main, st.container(gap="small"):
        _participants(state, rows, sessions)
    with side, st.container(gap="small"):
        profile.listed(say("events.sessions"), [("Event", each, "") for each in sessions], "sessions")
        people: dict[str, list[str]] = {}
        for row in rows:
            if row["kind"] == "Person" and row["topics"]:
                people[row["participant"]] = row["topics"]
        spoke = [("Person", who, say("events.speaks_on", topics=", ".join(map(profile.name, topics[:3])))) for who, topics in people.items()]
        profile.listed(say("events.speakers"), spoke, "speakers", most=25)


def _rank(row: access.Row) -> tuple[str, int, str]:
    """Those of the meeting before those of its sessions; states before organisations before speakers."""
    return row["event"], profile.ROLES.index(row["role"]) if row["role"] in profile.ROLES else len(profile.ROLES), profile.name(row["participant"])


def _participants(state: State, rows: list[access.Row], sessions: list[str]) -> None:
    markup.heading(say("events.participants"))
    within, role, kind = st.columns(3, gap="medium")
    roles = list(dict.fromkeys(row["role"] or "" for row in rows if row["role"]))
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    if strays.astray(state, session=("", state.id, *sessions), role=("", *roles), kind=("", *kinds)):
        return
    if sessions:
        within.selectbox(
            say("events.session"), ["", state.id, *sessions], format_func=lambda each: profile.name(each) if each else say("events.all_sessions"),
            **links.bound(state, "session", "event_session"),
        )  # fmt: skip
    role.selectbox(
        say("events.role"), ["", *roles], format_func=lambda each: profile.role(each) or say("events.any"), **links.bound(state, "role", "event_role")
    )
    kind.selectbox(
        say("events.kind"), ["", *kinds], format_func=lambda each: say(f"kinds.{each}") if each else say("events.any"),
        **links.bound(state, "kind", "event_kind"),
    )  # fmt: skip
    wanted = {"event": state.session, "role": state.role, "kind": state.kind}
    found = sorted((row for row in rows if all(value in ("", row[name]) for name, value in wanted.items())), key=_rank)
    if not found:
        markup.note(say("events.nobody"))
        return
    markup.note(say("events.open"))
    shown = [
        {
            "participant": profile.name(row["participant"]), "role": profile.role(row["role"]), "kind": say(f"kinds.{row['kind']}"),
            "region": say(f"regions.{row['region']}") if row["region"] else "", "belongs": list(map(profile.name, row["belongs"])),
            **({"session": profile.name(row["event"])} if sessions else {}), "quote": row["quote"],
            "source": f"{row['document'].removeprefix('doc:')} {row['place']}",
        }
        for row in found
    ]  # fmt: skip
    table = listing.table_of(shown)
    key = f"participants_{state.session}_{state.role}_{state.kind}"
    chosen = listing.show(table, key, heads={name: say(f"events.head_{name}") for name in table.columns}, choose=True)
    listing.download(table, "participants", "participants_files")
    if chosen is not None:
        profile.read(found[chosen])
