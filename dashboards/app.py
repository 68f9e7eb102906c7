"""What Streamlit runs. Everything is in dashboards/shell.py, which is imported once and not read anew on each rerun."""

from dashboards.shell import show

show()
