"""Pages that ask who is there: closed until a provider knows the reader, and to readers who are on no list."""

import pytest

from dashboards.entrance import welcome
from tests.test_dashboard_positions import text_of


@pytest.mark.parametrize("page", ["home", "positions", "console", "upload"])
def test_without_a_provider_the_pages_stay_closed(app_test, monkeypatch, page):
    monkeypatch.setenv("RAPPORTEUR_LOGIN", "on")
    app = app_test(page)
    assert "no identity provider is set up" in text_of(app)
    assert not app.text_input
    assert not app.button
    assert not app.dataframe


def test_without_the_switch_they_are_open(app_test, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_LOGIN", "off")
    assert "What these documents say" in text_of(app_test())


@pytest.mark.parametrize(
    ("known", "readers", "may"),
    [
        ({"email": "a@example.org"}, "", True),
        ({"email": "A@Example.org"}, "b@x.org, a@example.org", True),
        ({"email": "c@example.org"}, "@example.org", True),
        ({"email": "c@example.org.evil.net"}, "@example.org", False),
        ({"email": "c@sub.example.org"}, "@example.org", False),
        ({"email": "a@example.org", "email_verified": False}, "@example.org", False),
        ({"email": "a@example.org", "email_verified": True}, "a@example.org", True),
        ({"email": "@example.org"}, "a@example.org", False),
        ({"email": ""}, "@example.org", False),
        ({}, "@example.org", False),
        ({"email": None}, "a@example.org", False),
        ({"name": "a@example.org"}, "a@example.org", False),
    ],
)
def test_who_is_on_the_list(known, readers, may):
    assert welcome(known, readers) is may
