"""A browser page that heeds the app: actions and expectations wait until the app has done what was asked of it before.

Streamlit draws while its server works: a link that is seen may be another one a moment later, and a click on it is lost or leads elsewhere. A reader
waits for that without a thought; a test has to be told. :func:`heeding` tells a page once: before each click, key and expectation Playwright waits
for the end of the run that is under way. What has no such waiting (``count()``, ``inner_text()``, ``evaluate()``) comes after :func:`settled`.
"""

from __future__ import annotations

from typing import Any

#: Marks the page from the moment at which it asks the server for a run until it hears of the run's end: Streamlit itself says that the app is running
#: only once the server has begun. 0x5a begins a message that asks for a run (BackMsg.rerun_script); 4 is the field of one that tells of a run's
#: beginning (ForwardMsg.new_session), 6 of its end (script_finished).
_LISTENING = """
let asked = false, running = false;
function mark() {
  if (asked || running) document.documentElement.dataset.busy = "";
  else setTimeout(() => { if (!asked && !running) delete document.documentElement.dataset.busy; }, 50); // Streamlit draws what came last
}
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => { if (data instanceof ArrayBuffer) heard(new Uint8Array(data)); });
    this.addEventListener("close", () => { asked = running = false; mark(); });
  }
  send(data) {
    if (data[0] === 0x5a) { asked = true; mark(); }
    super.send(data);
  }
};
function heard(bytes) {
  let at = 0;
  const number = () => {
    let value = 0, scale = 1, byte;
    do { byte = bytes[at++]; value += (byte & 127) * scale; scale *= 128; } while (byte > 127);
    return value;
  };
  while (at < bytes.length) {
    const tag = number(), field = Math.floor(tag / 8), value = number();
    if (field === 4) { asked = false; running = true; return mark(); }
    if (field === 6) { running = false; return mark(); }
    if (tag % 8 === 2) at += value;
  }
}
"""
_BUSY = "html[data-busy], [data-testid=stApp]:not([data-test-script-state=notRunning])"
#: Whether an element keeps its place over ten pictures of the screen.
_STILL = """(element) => new Promise((done) => {
  let before = "", still = 0;
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect(), now = [x, y, width, height].join();
    still = now === before && width > 0 ? still + 1 : 0;
    before = now;
    if (still === 10) done(); else requestAnimationFrame(look);
  };
  look();
})"""


def heeding(page: Any) -> Any:
    """Makes a page wait for the app before each action and expectation."""
    page.add_init_script(_LISTENING)
    page.add_locator_handler(page.locator(_BUSY).first, lambda: None)  # Playwright goes on once the app is no longer busy
    return page


def settled(page: Any) -> Any:
    """Waits until the app has done all that was asked of it."""
    page.locator(_BUSY).first.wait_for(state="hidden")
    return page


def still(locator: Any) -> Any:
    """Waits until an element stays where it is: charts are drawn anew as soon as they know how much room they have."""
    locator.wait_for()
    locator.evaluate(_STILL)
    return locator
