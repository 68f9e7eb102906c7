"""One module a page, each with ``show() -> None``; dashboards/sitemap.py lists them. Streamlit would run a folder called ``pages`` by itself."""
