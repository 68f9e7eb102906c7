"""Logging in, end to end: README's settings, a real OpenID Connect provider on this machine, and a reader in a browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from graph.workspace import Workspace
from tests.dashboard_server import IN_BROWSER, ROOT, drawn, free_port, guarded, serving, until_ready

pytestmark = IN_BROWSER
#: The settings as README shows them.
SETTINGS = re.search(r"^    \[auth\]\n(?:    .+\n)+", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
READER, STRANGER, UNVERIFIED = "reader@example.org", "stranger@elsewhere.net", "unsure@example.org"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of an identity provider that knows a reader, a stranger and somebody whose address is not verified."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    for address in (READER, STRANGER, UNVERIFIED):
        command += ["--user-claims", json.dumps({"sub": address, "email": address, "email_verified": address != UNVERIFIED})]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        until_ready(f"{url}/.well-known/openid-configuration", process, b"")
        yield url
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def guarded_server(provider: str, small_workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboards with README's settings, for readers of example.org."""
    assert SETTINGS is not None
    folder = tmp_path_factory.mktemp("login")
    shutil.copytree(small_workspace.folder, folder, dirs_exist_ok=True)
    port = free_port()
    values = {
        "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback", "cookie_secret": "c" * 64, "client_id": "rapporteur", "client_secret": "s" * 32,
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
    }  # fmt: skip
    lines = [line.strip() for line in SETTINGS[0].splitlines()]
    written = [lines[0], *(f'{name} = "{values.pop(name)}"' for name in (line.partition(" =")[0] for line in lines[1:]))]
    assert not values
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text("\n".join(written), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAPPORTEUR_LOGIN", "on")
        patch.setenv("RAPPORTEUR_READERS", "@example.org")
        with serving(folder, port=port) as server:
            yield server.url


def entered(page: Any, url: str, who: str) -> Any:
    """The page after somebody has logged in with the provider."""
    page.context.route("https://cdn.jsdelivr.net/**", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(f"{url}/positions")
    drawn(page)
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()
    assert page.locator(".r-lead, table, .sheet").count() == 0
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/oauth2/authorize**")
    page.locator("input[name=sub]").fill(who)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{url}/**")
    return drawn(page)


def test_a_reader_logs_in_and_out(browser: Any, guarded_server: str) -> None:
    with guarded(browser) as page:
        entered(page, guarded_server, READER)
        expect(page.get_by_role("heading", name="What these documents say")).to_be_visible()
        page.goto(f"{guarded_server}/positions")  # the login lasts
        drawn(page)
        expect(page.locator(".r-lead")).to_contain_text("recorded as supporting")


@pytest.mark.parametrize("who", [STRANGER, UNVERIFIED])
def test_who_is_on_no_list_is_told_so_and_can_leave(browser: Any, guarded_server: str, who: str) -> None:
    with guarded(browser) as page:
        entered(page, guarded_server, who)
        expect(page.locator("[data-testid=stMain]")).to_contain_text(f"{who} is not among the readers")
        assert page.locator(".r-lead, table").count() == 0
        page.get_by_role("button", name="Log out").click()
        page.get_by_role("button", name="End session").click()  # the provider's question
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
