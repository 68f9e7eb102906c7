"""The page asks for its content before Streamlit's scripts are there, in their words: the server is asked once, and what it says is shown."""

import urllib.error
import urllib.request

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboards import parts
from tests.attention import settled
from tests.dashboard_server import IN_BROWSER, guarded

pytestmark = IN_BROWSER


def opened(browser, address, **context):
    """The heading of a page, and what its browser asked the server for: on how many sockets, and each question."""
    sockets, asked = [], []

    def sent(payload):
        message = BackMsg()
        message.ParseFromString(payload)
        asked.append(message)

    def heard(socket):
        sockets.append(socket.url)
        socket.on("framesent", sent)

    with guarded(browser, **context) as page:
        page.on("websocket", heard)
        page.goto(address)
        page.wait_for_selector("h1")
        settled(page)
        return page.inner_text("h1"), len(sockets), [each.rerun_script for each in asked]


@pytest.mark.parametrize(
    ("path", "context", "heading"),
    [
        ("", {}, "What these documents say"),
        ("positions?region=Africa", {"timezone_id": "Asia/Seoul", "locale": "ko-KR"}, "Positions"),
        ("actors?id=state%3AEGY&lang=zh", {"color_scheme": "dark", "timezone_id": "America/New_York"}, "埃及"),
    ],
    ids=["home", "east, another language", "west, dark, an address with signs"],
)
def test_a_page_asks_once_and_at_once(browser, dashboard, path, context, heading):
    found, sockets, asked = opened(browser, f"{dashboard.url}/{path}", **context)
    assert heading in found
    assert sockets == len(asked) == 1
    assert asked[0].context_info.color_scheme == context.get("color_scheme", "light")
    assert asked[0].query_string == path.partition("?")[2]


def test_where_streamlit_asks_otherwise_it_is_answered(browser, dashboard):
    """Of a page within a frame Streamlit says so, which is not foreseen: what it asks for itself is what is shown."""
    found, sockets, asked = opened(browser, f"{dashboard.url}/positions?embed=true")
    assert "Positions" in found
    assert sockets == 1
    assert [each.context_info.is_embedded for each in asked] == [False, True]


def test_our_scripts_are_given_out_to_be_kept_and_nothing_else(dashboard):
    def answered(name):
        try:
            with urllib.request.urlopen(f"{dashboard.url}/{parts.address()}/{name}") as answer:
                return answer.headers["Cache-Control"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code

    kept, script = answered("parts.js")
    assert "immutable" in kept
    assert script == (parts.FOLDER / "parts.js").read_bytes()
    assert (answered("parts.css"), answered("..%2fsheet.py")) == (404, 400)


def test_a_theme_that_the_reader_chose_is_asked_for(browser, dashboard):
    with guarded(browser) as page:
        page.goto(f"{dashboard.url}/positions")
        page.wait_for_selector("h1")
        settled(page)
        page.evaluate("localStorage.setItem('stActiveTheme-/positions-v2', JSON.stringify('Dark'))")
        asked = []
        page.on("websocket", lambda socket: socket.on("framesent", lambda sent: asked.append(sent)))
        page.reload()
        page.wait_for_selector("h1")
        settled(page)
    assert len(asked) == 1
    assert asked[0].endswith(b"dark")
