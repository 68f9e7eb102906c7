"""A real Neo4j for tests, without Docker: Community edition from Maven artifacts, on loopback and a free port, with a password.

``neo4j_server`` is one server for the whole run of a worker; ``neo4j`` is that server with an empty database. RAPPORTEUR_TEST_NEO4J names another
server to use, whose database is emptied; its user and password come from RAPPORTEUR_STORE_USER and RAPPORTEUR_STORE_PASSWORD. Where no
server starts, tests fail.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import neo4j as driver
import pytest
from filelock import FileLock
from neo4j.exceptions import AuthError, ServiceUnavailable

from graph.ontology import load_ontology
from graph.schema import lacking

POM = Path(__file__).with_name("neo4j") / "pom.xml"
USER, PASSWORD = "neo4j", "for-tests-only"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "jdk.internal.misc")
# The shell ends the server when this process is gone, however it went: its standard input closes then.
_GUARDED = 'trap "" INT; "$@" >"$LOG" 2>&1 & echo $!; read -r _; kill $! 2>/dev/null; wait'
_EMPTY = ("MATCH ()-[r]->() WITH r LIMIT 50000 DELETE r RETURN count(*)", "MATCH (n) WITH n LIMIT 50000 DELETE n RETURN count(*)")


@dataclass(slots=True)
class Server:
    """A server that can be started, ended, killed and started again on the same data."""

    home: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=dict)
    scheme: str = "bolt"
    options: tuple[str, ...] = ("-XX:TieredStopAtLevel=1",)  # of Java: starts twice as fast; leave it out where speed is measured
    _shell: subprocess.Popen[str] | None = None
    _pid: int = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts it and waits until it answers."""
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        configured = {**_settings(self.port), **self.settings}
        (self.home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in configured.items()))
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
        java = ["java", "-cp", f"{jars()}/*", "-Xmx1g", "-XX:+UseSerialGC", *self.options, *opens, "org.neo4j.server.CommunityEntryPoint"]
        self._shell = subprocess.Popen(
            ["sh", "-c", _GUARDED, "sh", *java, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | {"LOG": str(self.home / "server.log")},
        )  # fmt: skip
        assert self._shell.stdout is not None
        self._pid = int(self._shell.stdout.readline())
        self._wait()

    def kill(self) -> None:
        """Ends it at once, as a power failure would."""
        os.kill(self._pid, signal.SIGKILL)
        self.stop()

    def stop(self) -> None:
        """Ends it in order."""
        if self._shell is not None:
            self._shell.communicate(timeout=120)
            self._shell = None

    def empty(self) -> None:
        """See :func:`clear`."""
        clear(self.url, USER, PASSWORD)

    def processor_time(self) -> float:
        """Seconds that its process has worked (Linux)."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _wait(self) -> None:
        deadline = time.monotonic() + 300
        while not self._answers():
            if not _alive(self._pid) or time.monotonic() > deadline:
                log = (self.home / "server.log").read_text(errors="replace")
                self.stop()
                pytest.fail(f"no Neo4j started: {log[-2000:]}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return self._ready()
        return False

    def _ready(self) -> bool:
        """Whether the database answers; a new server's password is changed from the one all servers come with."""
        try:
            with driver.GraphDatabase.driver(self.url, auth=(USER, PASSWORD)) as known:
                known.execute_query("RETURN 1", database_="neo4j")
            return True
        except AuthError:
            with driver.GraphDatabase.driver(self.url, auth=(USER, "neo4j")) as new:
                new.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", {"password": PASSWORD}, database_="system")
            return False
        except (ServiceUnavailable, driver.exceptions.Neo4jError):  # answers, but is not up yet
            return False


@dataclass(frozen=True, slots=True)
class Given:
    """A server that runs already (RAPPORTEUR_TEST_NEO4J)."""

    url: str

    def empty(self) -> None:
        clear(self.url, os.environ.get("RAPPORTEUR_STORE_USER", USER), os.environ.get("RAPPORTEUR_STORE_PASSWORD", ""))


def clear(url: str, user: str, password: str) -> None:
    """Leaves a database without content, constraints and indexes; our own stay, for making them takes longer than most tests."""
    ours = [statement.partition(" IF NOT")[0].rpartition(" ")[2] for statement in lacking(load_ontology(), set())]
    with driver.GraphDatabase.driver(url, auth=(user, password)) as client, client.session() as session:
        for statement in _EMPTY:
            while session.run(statement).single(strict=True).value():
                pass
        for name in session.run("SHOW CONSTRAINTS YIELD name").value():
            if name not in ours:
                session.run(f"DROP CONSTRAINT `{name}`").consume()
        for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            if name not in ours:
                session.run(f"DROP INDEX `{name}`").consume()


def jars() -> Path:
    """The folder with the server's jars, fetched by Maven when they are first needed."""
    version = next(node.text for node in ElementTree.parse(POM).iter() if node.tag.endswith("neo4j.version"))
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur-tests"
    folder = cache / f"neo4j-{version}"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "lock"):
        if not folder.exists():
            fresh = Path(tempfile.mkdtemp(dir=cache))
            command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
            try:
                subprocess.run(command, check=True, capture_output=True, text=True)
            except (OSError, subprocess.CalledProcessError) as error:
                shutil.rmtree(fresh)
                pytest.fail(f"Neo4j's jars cannot be fetched by Maven: {error} {getattr(error, 'stdout', '')}")
            fresh.rename(folder)
    return folder


@contextmanager
def served(**rest: object) -> Iterator[Server]:
    """A server of one's own, for tests that end it or need other settings."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="neo4j-", ignore_cleanup_errors=True) as home:
        server = Server(Path(home), port, **rest)  # type: ignore[arg-type]
        try:
            server.start()
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server | Given]:
    """A running server; user and password stand in the environment while tests run."""
    given = os.environ.get("RAPPORTEUR_TEST_NEO4J")
    if given:
        yield Given(given)
        return
    with served() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAPPORTEUR_STORE_USER", USER)
        patch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
        yield server


@pytest.fixture
def neo4j(neo4j_server: Server | Given) -> Server | Given:
    """The server with nothing in its database."""
    neo4j_server.empty()
    return neo4j_server


def _settings(port: int) -> dict[str, str]:
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "db.tx_log.preallocate": "false",
    }


def _alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and is not yet cleared away does not."""
    return subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()[:1] not in ("", "Z")
