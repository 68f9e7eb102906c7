"""The first page that a browser gets: where the server is, which scripts to fetch, and Streamlit's own page where it is not ours."""

import re

import pytest

from dashboards import parts
from dashboards.front import NEEDED, first_page, routes
from dashboards.sitemap import PAGES


def test_each_page_has_its_address_under_the_base():
    assert [each.path for each in routes("")][:2] == ["/", "/positions"]
    assert [each.path for each in routes("/kg/app/")][:2] == ["/kg/app/", "/kg/app/positions"]
    assert [each.path.rpartition("/")[0] for each in routes("/kg/app/")][len(PAGES) :] == [f"/kg/app/{parts.address()}"]


def test_scripts_are_named_as_they_are_there_and_none_that_is_not():
    page = first_page("<head></head><body></body>", ["Html.ab-_1.js", "purify.es.X.js", "Html2.c.js"])
    ours = [f"./{parts.address()}/{name}.js" for name in ("controls", "map", "parts", "sheet")]
    assert re.findall(r'href="([^"]+)"', page) == ["./static/js/Html.ab-_1.js", "./static/js/purify.es.X.js", *ours]
    assert page.index("__streamlit") < page.index("modulepreload") < page.index("</head>")


@pytest.mark.parametrize("name", NEEDED)
def test_the_streamlit_that_is_installed_has_what_is_asked_for(name):
    from dashboards.front import _SCRIPTS, _STATIC

    assert list((_STATIC / _SCRIPTS).glob(f"{name}.*.js"))
