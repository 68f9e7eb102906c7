"""One module a page, each with ``show() -> None``; dashboards/sitemap.py lists them."""
