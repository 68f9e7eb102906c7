"""Who may see the pages: everybody, or where ``RAPPORTEUR_LOGIN`` asks for it, whom an identity provider knows (Streamlit's ``st.login``).

What is not as it should be keeps the pages closed: a provider that is not set up, an address that is on no list, one that is not verified.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboards import markup
from dashboards.words import say

SWITCH, READERS = "RAPPORTEUR_LOGIN", "RAPPORTEUR_READERS"
_OFF = ("", "off", "0", "no", "false")


def closed() -> bool:
    """Whether this reader has still to be asked who they are; draws the question."""
    if os.environ.get(SWITCH, "").strip().lower() in _OFF:
        return False
    known = st.user.to_dict()
    inside = known.get("is_logged_in") is True
    if inside and welcome(known, os.environ.get(READERS, "")):
        return False
    markup.heading(say("entrance.title"), 1)
    if "is_logged_in" not in known:  # Streamlit says so only where a provider is set up
        markup.note(say("entrance.unready"))
    elif inside:
        markup.note(say("entrance.unknown", name=known.get("email") or known.get("name") or ""))
        st.button(say("entrance.leave"), key="logout", on_click=st.logout)
    else:
        markup.note(say("entrance.about"))
        st.button(say("entrance.enter"), key="login", on_click=st.login, type="primary")
    return True


def welcome(known: Mapping[str, Any], readers: str) -> bool:
    """Whether somebody is on the list: addresses, or domains as ``@example.org``, with blanks or commas between; an empty list is everybody. Pure.

    An address that the provider has not verified is nobody's.
    """
    wanted = readers.replace(",", " ").casefold().split()
    if not wanted:
        return True
    address = str(known.get("email") or "").casefold()
    verified = known.get("email_verified", True) in (True, "true")
    return verified and "@" in address and (address in wanted or address[address.rindex("@") :] in wanted)
