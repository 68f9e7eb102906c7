"""Actors: states, organisations, persons and unnamed groups; each with its positions, meetings, ties, talks and all that is recorded of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import streamlit as st

from dashboards import access, actor_history, evidence, links, listing, look, markup, neighbourhood, profile, shell, strays
from dashboards.history import UNDATED
from dashboards.markup import element, safe
from dashboards.words import language, say, speaker
from graph.tables import Table

KINDS = ("State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person", "Group")
_COUNTS = ("supports", "opposes", "neither", "meetings", "claims")
#: What an actor does, and what others do to it, in the order shown; positions have a part of their own.
_OUT = ("PARTICIPATED_IN", "MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH", "SPOKE_ON", "DEFINES", "SIGNED", "CONTRIBUTED_TO")
_IN = ("MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH")


@dataclass(frozen=True, slots=True)
class State:
    """``id`` is the actor, ``object`` what the panel shows its words on, and ``date`` whether only those of one date (or of none:
    ``undated``); without an actor, ``kind`` and ``region`` narrow the list."""

    id: str = ""
    object: str = ""
    date: str = ""
    kind: str = ""
    region: str = ""


def show() -> None:
    profile.fulfil()
    state = links.read(State)
    if not state.id:
        _list(state)
        return
    about = profile.known("actors", state.id, KINDS)
    if about is None:
        return
    rows = evidence.quotes(subject=state.id)
    state = strays.without(state, object=("", *(row["object"] for row in rows)))
    state = strays.without(state, date=("", *(row["date"] or UNDATED for row in rows if row["object"] == state.object)))
    shell.with_panel(bool(state.object), lambda: _actor(state, about, rows), lambda: _words(state, rows))


def _list(state: State) -> None:
    markup.heading(say("actors.title"), 1)
    rows = access.rows("actors")
    regions = ["", *sorted({row["region"] for row in rows if row["region"]})]
    if strays.astray(state, kind=("", *KINDS), region=regions):
        return
    kind, region = st.columns([3, 1], gap="medium", vertical_alignment="bottom")
    with kind:
        here = [each for each in KINDS if any(row["kind"] == each for row in rows)]
        st.pills(say("actors.kind"), here, format_func=lambda each: say(f"kinds.{each}"), **links.bound(state, "kind", "actors_kind"))
    with region:
        st.selectbox(
            say("positions.region"), regions, format_func=lambda each: say(f"regions.{each}") if each else say("positions.everywhere"),
            **links.bound(state, "region", "actors_region"),
        )  # fmt: skip
    ids, table = _listed(state.kind, state.region, language())
    if not ids:
        markup.note(say("actors.none"))
        return
    profile.index("actors", table, ids, key=f"actors_{state.kind}_{state.region}")


@access.once(30)
def _listed(kind: str, region: str, code: str) -> tuple[list[str], Table]:
    """The actors that are left, and their table."""
    names, told = access.names(), speaker(code)
    found = [row for row in access.rows("actors") if kind in ("", row["kind"]) and region in ("", row["region"])]
    shown = [
        {"name": names.of(row["id"], code), "kind": told(f"kinds.{row['kind']}"), "region": told(f"regions.{row['region']}") if row["region"] else ""}
        | {each: row[each] for each in _COUNTS}
        for row in found
    ]
    return [row["id"] for row in found], listing.table_of(shown)


def _actor(state: State, about: access.Row, rows: list[access.Row]) -> None:
    facts = [say(f"regions.{about['region']}") if about["region"] else None, about["iso3"], about["doc"]]
    facts += [say("actors.unlisted") if about["unlisted"] else None]
    profile.head("actors", state.id, about, facts)
    if about["kind"] == "Group":
        markup.note(say("actors.group"))
    main, side = st.columns([5, 3], gap="large")
    with main, st.container(gap="small"):
        _positions(state, rows)
        _record(rows)
    with side, st.container(gap="small"):
        neighbourhood.around(state.id, neighbourhood.OF_ACTORS, "actor_network")
        _ties(state, rows)


def _positions(state: State, rows: list[access.Row]) -> None:
    """Each thing the actor has a position on: stances, since when, how many words; contested ones first."""
    held: dict[str, list[access.Row]] = defaultdict(list)
    for row in rows:
        if row["stance"]:
            held[row["object"]].append(row)
    markup.heading(say("actors.positions"))
    if not held:
        markup.note(say("actors.no_positions"))
    targets = sorted(held, key=lambda each: (-len({row["stance"] for row in held[each]}), -len(held[each]), each))
    for number, target in enumerate(targets):
        claims = held[target]
        stances = profile.in_order(row["stance"] for row in claims)
        since = min((row["date"] for row in claims if row["date"]), default=None)
        with st.container(horizontal=True, vertical_alignment="center", key=f"position_{number}"):
            st.button(
                markup.plain(profile.name(target)), key=f"position_open_{number}", on_click=links.change, args=(state,),
                kwargs={"object": target, "date": ""}, type="tertiary",
            )  # fmt: skip
            badges = [look.badge(each, safe(say(f"stances.{each}"))) for each in stances]
            if len(stances) > 1:
                badges.append(look.badge(look.CONTESTED, safe(say("stances.contested"))))
            facts = [say("nav.claims", number=len(claims)), since and say("actors.since", date=since)]
            markup.show(element("p", *badges, element("span", safe(" · ".join(filter(None, facts))), class_="r-source"), class_="r-said"))
    actor_history.show(rows, targets, lambda target, date: links.change(state, object=target, date=date))


def _ties(state: State, rows: list[access.Row]) -> None:
    """Meetings, members, offices, talks, signatures: by relation, each a link."""
    for relation in _OUT:
        found: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["relation"] == relation:
                found[row["object"]].append(profile.role(row["role"]))
        nodes = [(_kind(node), node, ", ".join(filter(None, dict.fromkeys(roles)))) for node, roles in found.items()]
        profile.listed(say(f"actors.{relation}"), nodes, f"ties_{relation}", most=8)
    back = evidence.quotes(object=state.id, relations=list(_IN)) if not state.id.startswith(("person:", "group:")) else []
    for relation in _IN:
        nodes = [(_kind(node), node, "") for node in dict.fromkeys(row["subject"] for row in back if row["relation"] == relation)]
        profile.listed(say(f"actors.{relation}_of"), nodes, f"ties_in_{relation}", most=8)


def _kind(node: str) -> str:
    known = access.names()[node]
    return "" if known is None else known.kind


def _record(rows: list[access.Row]) -> None:
    """All that is recorded of the actor by date, with the way to each place and the table as a file."""
    markup.heading(say("actors.record"))
    if not rows:
        markup.note(say("actors.no_record"))
        return
    ordered = sorted(rows, key=lambda row: (row["date"] or "", row["doc"], row["ordinal"], row["start"]))
    shown = [
        {
            "date": row["date"], "what": say(f"relations.{row['relation']}"), "object": profile.name(row["object"]), 
            "role": profile.role(row["role"]),
            "quote": row["quote"], "place": f"{row['doc']} {row['place']}", "via": row["via"] and profile.name(row["via"]),
            "confidence": round(row["confidence"], 2),
        }
        for row in ordered
    ]  # fmt: skip
    table = listing.table_of(shown)
    chosen = listing.show(table, "record", heads={name: say(f"actors.record_{name}") for name in table.columns}, choose=True)
    listing.download(table, "record", "record_files")
    if chosen is not None:
        profile.read(ordered[chosen])


def _words(state: State, rows: list[access.Row]) -> None:
    profile.panel_head(profile.name(state.object), lambda: _close(state))
    with st.container(key="panel_link"):
        profile.link(_kind(state.object), state.object, more=say("profile.page"))
    if state.date:
        markup.note(say("actors.one_date", date=say("positions.undated") if state.date == UNDATED else state.date))
        st.button(say("actors.all_dates"), key="all_dates", on_click=links.change, args=(state,), kwargs={"date": ""}, type="tertiary")
    told = [row for row in rows if row["object"] == state.object and state.date in ("", row["date"] or UNDATED)]
    evidence.show(told, f"words_{state.object}_{state.date}")


def _close(state: State) -> None:
    actor_history.forget()
    links.change(state, object="", date="")
