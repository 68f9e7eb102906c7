"""Takes the README's pictures of the dashboards: the sample documents are read, and Positions and Network are drawn by the system's Chromium.

``python -m docs.screenshots`` writes docs/positions.png and docs/network.png, 1440 × 900, light; a folder may be given to write them elsewhere.
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.dashboard_server import FLAGS, ROOT, chromium, drawn, guarded, serving

PAGES = {"positions": "positions?holder=state:EGY", "network": "network?node=state:EGY"}
#: What is the last thing to be drawn on each.
LAST = {"positions": ".map [aria-label^=Egypt]", "network": ".net[data-ready]"}
SETTLED = 2_000  # milliseconds after it: canvases of tables, the place of the picture
COLOURS = 256  # enough for pages of text, and a third of the size


def main(folder: Path) -> None:
    """Writes the pictures."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        workspace = Path(made)
        command = [sys.executable, str(ROOT / "rapporteur.py"), "run", "--quiet", "--workspace", str(workspace)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        with serving(workspace) as server:
            for name, path in PAGES.items():
                with guarded(browser, color_scheme="light") as page:
                    page.goto(f"{server.url}/{path}", timeout=60_000)
                    (folder / f"{name}.png").write_bytes(picture(page, LAST[name]))
        browser.close()


def picture(page: Any, last: str) -> bytes:
    """The page once it is drawn, as a small PNG."""
    drawn(page).wait_for_selector(last)
    page.wait_for_timeout(SETTLED)
    made = BytesIO()
    Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
