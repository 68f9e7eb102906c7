"""What Streamlit runs for each reader of what front.py serves. Everything is in dashboards/shell.py: imported once, not read anew each time."""

from dashboards.shell import show

show()
