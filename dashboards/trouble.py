"""An expected failure on the screen: what happened, what to do, and a page that comes back by itself once the cause is gone."""

from __future__ import annotations

import streamlit as st

from dashboards import access, markup
from dashboards.words import say
from dashboards.words.remarks import told
from graph.errors import RapporteurError, StoreError

_AGAIN = 5.0  # seconds between two looks at a store that is away


def explain(error: RapporteurError) -> None:
    """One message. Where the store is the cause, it is looked for again until it is there."""
    store = isinstance(error, StoreError)
    with st.container(key="trouble"):
        st.warning(f"**{markup.plain(say('trouble.store' if store else 'trouble.other'))}**  \n{markup.plain(told(error))}")
        st.button(say("trouble.again"), key="again")
    if store:
        _look_again()


@st.fragment(run_every=_AGAIN)
def _look_again() -> None:
    try:
        access.store().read("RETURN 1 AS one", limit=1, timeout=5)
    except RapporteurError:
        return
    st.rerun()
