"""`rapporteur dashboard`: the place of the graph in, this process becomes the Streamlit server with every option given, whatever files lie about."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from dashboards.access import STORE, WORKSPACE
from graph.settings import ROOT

APP = ROOT / "dashboards" / "front.py"
UPLOAD_LIMIT = 20  # MB


@dataclass(frozen=True, slots=True)
class Server:
    """Where to listen and what to show. ``base_path`` is the path under which a proxy publishes the app."""

    workspace: Path
    store: str | None = None
    port: int = 8501
    host: str = "127.0.0.1"
    base_path: str = ""

    def options(self) -> dict[str, str]:
        """Streamlit's settings: nothing is sent anywhere, nothing watched, no details of errors shown."""
        return {
            "server.port": str(self.port),
            "server.address": self.host,
            "server.baseUrlPath": self.base_path.strip("/"),
            "server.headless": "true",
            "server.fileWatcherType": "none",
            "server.maxUploadSize": str(UPLOAD_LIMIT),
            "server.enableXsrfProtection": "true",
            "server.enableStaticServing": "false",
            "browser.gatherUsageStats": "false",
            "client.showErrorDetails": "none",
            "client.toolbarMode": "minimal",
            "runner.postScriptGC": "false",  # going through all that Python holds after each run took longer than the run
        }

    def arguments(self) -> list[str]:
        """The command that runs the server."""
        flags = [part for name, value in self.options().items() for part in (f"--{name}", value)]
        return [sys.executable, "-m", "streamlit", "run", str(APP), *flags]

    def environment(self) -> dict[str, str]:
        """The environment of the server: ours, with the places of workspace and store, and of the code that was asked."""
        path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        places = {WORKSPACE: str(self.workspace.resolve())} | ({STORE: self.store} if self.store else {})
        return dict(os.environ) | places | {"PYTHONPATH": path}


def serve(server: Server) -> None:
    """Becomes the server; does not return."""
    os.execve(sys.executable, server.arguments(), server.environment())
