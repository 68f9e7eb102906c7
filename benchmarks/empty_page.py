"""A Streamlit app with nothing on its page: what any page costs, ours too. benchmarks/dashboards.py runs it beside the dashboards."""

import streamlit as st

st.html("<h1>Nothing</h1>")
