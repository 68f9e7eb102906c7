"""The way to a Neo4j server: an address in, a driver out; and what its errors mean, each as one line.

Who asks is said by RAPPORTEUR_STORE_USER and by RAPPORTEUR_STORE_PASSWORD or RAPPORTEUR_STORE_PASSWORD_FILE; neither is ever shown.
"""

from __future__ import annotations

import getpass
import logging
import os
import re
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, Auth, Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import StoreError
from graph.server_errors import store_error

USER, PASSWORD, PASSWORD_FILE = "RAPPORTEUR_STORE_USER", "RAPPORTEUR_STORE_PASSWORD", "RAPPORTEUR_STORE_PASSWORD_FILE"
DATABASE = "RAPPORTEUR_STORE_DATABASE"
_OLDEST = 5
_CONNECT = 10.0  # seconds
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # the driver's remarks on retries would go past us to standard error
logging.getLogger("neo4j").propagate = False


@dataclass(frozen=True, slots=True)
class Address:
    """``url`` is shown to people: it holds no secret. ``database`` is ``None`` for the server's own choice."""

    url: str
    database: str | None

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address in a store's URL; the database is its path, else RAPPORTEUR_STORE_DATABASE.

        Raises:
            StoreError: it holds a user or password, or names no server.
        """
        scheme = text.partition("://")[0]
        try:
            parts = urlsplit(text)
            host, port = parts.hostname, parts.port
        except ValueError:
            raise StoreError(f"{scheme}://…: not an address; write it as {scheme}://HOST:PORT/DATABASE") from None
        if "@" in text:
            raise StoreError(f"{scheme}://…: leave user and password out of the address; set {USER} and {PASSWORD} or {PASSWORD_FILE}")
        database = parts.path.strip("/")
        if not host or "/" in database or parts.query or parts.fragment:
            raise StoreError(f"{scheme}://…: not an address; write it as {scheme}://HOST:PORT/DATABASE")
        shown = f"[{host}]" if ":" in host else host
        return cls(f"{scheme}://{shown}:{port or 7687}", database or os.environ.get(DATABASE) or None)

    def __str__(self) -> str:
        return self.url if self.database is None else f"{self.url}/{self.database}"


def connect(address: Address, *, patience: float) -> Driver:
    """A driver for a server that was found, let us in, and is of a version we know; it tries again for ``patience`` seconds where that can help.

    Raises:
        StoreError: it cannot be reached, refuses us, lacks the database, or is too old.
    """
    auth = _auth()
    try:
        return _checked(address, auth, patience)
    except AuthError as error:
        if auth is not None or not _may_prompt():
            raise _refused(address, error, auth) from None
    auth = Auth("basic", os.environ.get(USER) or "neo4j", getpass.getpass(f"Password for {address}: ", sys.stderr))
    try:
        return _checked(address, auth, patience)
    except AuthError as error:
        raise _refused(address, error, auth) from None


def refuse_old(address: Address, agent: str) -> None:
    """Raises:
    StoreError: the server is no Neo4j, or older than version 5.
    """
    found = re.match(r"Neo4j/v?(\d+)", agent)
    if found is None or int(found[1]) < _OLDEST:
        raise StoreError(f"{address.url}: the server is {agent[:60]}; Neo4j {_OLDEST} or newer is needed")


def _checked(address: Address, auth: Auth | None, patience: float) -> Driver:
    try:
        driver = GraphDatabase.driver(
            address.url, auth=auth, connection_timeout=_CONNECT, max_transaction_retry_time=patience, user_agent="rapporteur", keep_alive=True
        )
    except (DriverError, ValueError) as error:
        raise store_error(error, str(address)) from None
    try:
        with driver.session(database=address.database, default_access_mode=READ_ACCESS) as session:
            refuse_old(address, session.run("RETURN 1").consume().server.agent)
        return driver
    except (Neo4jError, DriverError, OSError) as error:
        driver.close()
        if isinstance(error, AuthError):
            raise
        raise store_error(error, str(address)) from None
    except BaseException:
        driver.close()
        raise


def _auth() -> Auth | None:
    """The user and password of the environment, or ``None`` where no password is given: some servers ask for none."""
    password = os.environ.get(PASSWORD)
    file = os.environ.get(PASSWORD_FILE)
    if password is None and file:
        try:
            password = Path(file).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{PASSWORD_FILE}: {file} cannot be read ({getattr(error, 'strerror', None) or 'not text'})") from None
    return None if password is None else Auth("basic", os.environ.get(USER) or "neo4j", password)


def _may_prompt() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and threading.current_thread() is threading.main_thread()


def _refused(address: Address, error: AuthError, auth: Auth | None) -> StoreError:
    if auth is None:
        return StoreError(f"{address}: the server asks for a password; set {USER} and {PASSWORD} or {PASSWORD_FILE}")
    return store_error(error, str(address))
