"""Everything that can go wrong with a server is one line that says what, where and what to do, and shows no secret."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j.exceptions import Neo4jError

from graph import neo4j_store, server
from graph.errors import QueryError, StoreError
from graph.server import Address, refuse_old
from graph.server_errors import query_error, store_error
from graph.settings import ROOT
from graph.store import Store, open_store
from tests.graphs import contents, expected, version
from tests.neo4j_server import PASSWORD, USER, Server, served


@pytest.fixture
def loaded(neo4j: Server) -> Iterator[Store]:
    with open_store(neo4j.url) as store:
        store.write(version(0, 5))
        yield store


def line(error: pytest.ExceptionInfo[Any]) -> str:
    said = str(error.value)
    assert "\n" not in said
    assert len(said) < 400
    return said


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("bolt://neo4j:secret@localhost:7687", "leave user and password out of the address"),
        ("neo4j+s://secret@db.example.org", "leave user and password out of the address"),
        ("bolt://localhost:7687/secret@x", "leave user and password out of the address"),
        ("bolt://localhost:secret", "not an address"),
        ("bolt://", "not an address"),
        ("bolt://localhost/a/b", "not an address"),
        ("bolt://localhost?user=secret", "not an address"),
        ("bolt://[::1", "not an address"),
    ],
)
def test_addresses_that_are_none_or_hold_secrets_are_refused(address: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason) as error:
        open_store(address)
    assert "secret" not in line(error)


@pytest.mark.parametrize(
    ("address", "url", "database"),
    [
        ("bolt://localhost", "bolt://localhost:7687", None),
        ("bolt+ssc://[::1]:7000/", "bolt+ssc://[::1]:7000", None),
        ("neo4j+s://DB.example.org/laws", "neo4j+s://db.example.org:7687", "laws"),
        ("neo4j://h:1/x", "neo4j://h:1", "x"),
    ],
)
def test_addresses(address: str, url: str, database: str | None) -> None:
    assert Address.parse(address) == Address(url, database)


def test_the_database_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_STORE_DATABASE", "laws")
    assert Address.parse("bolt://localhost").database == "laws"
    assert str(Address.parse("bolt://localhost/other")) == "bolt://localhost:7687/other"


@pytest.mark.parametrize("agent", ["Neo4j/4.4.12", "Neo4j/3.5", "Memgraph 2", ""])
def test_servers_of_another_kind_or_age_are_refused(agent: str) -> None:
    with pytest.raises(StoreError, match="Neo4j 5 or newer is needed"):
        refuse_old(Address("bolt://h:1", None), agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.0.0", "Neo4j/5.26.16", "Neo4j/2025.06.0"])
def test_newer_ones_are_not(agent: str) -> None:
    refuse_old(Address("bolt://h:1", None), agent)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "too little memory"),
        ("Neo.DatabaseError.Transaction.TransactionCommitFailed", "is its disk full"),
        ("Neo.TransientError.Database.DatabaseUnavailable", "is not available"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "too many wrong passwords"),
        ("Neo.ClientError.Security.CredentialsExpired", "the password must be changed first"),
        ("Neo.ClientError.Security.Forbidden", "check RAPPORTEUR_STORE_USER"),
        ("Neo.DatabaseError.General.UnknownError", r"the server refuses \(DatabaseError.General.UnknownError: two lines"),
    ],
)
def test_what_a_server_says_is_made_a_line(code: str, said: str) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message="two lines\nof it")
    with pytest.raises(StoreError, match=said) as raised:
        raise store_error(error, "bolt://h:1")
    assert line(raised).startswith("bolt://h:1: ")


def test_a_query_that_takes_too_much_is_a_line() -> None:
    error = Neo4jError._hydrate_neo4j(code="Neo.TransientError.General.MemoryPoolOutOfMemoryError", message="x")
    assert isinstance(query_error(error, "bolt://h:1", 5), QueryError)


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with open_store(f"bolt://127.0.0.1:{free.getsockname()[1]}") as store:
            for act in (lambda: store.read("RETURN 1"), lambda: store.write(version(0, 1)), store.condition):
                with pytest.raises(StoreError, match="no server answers; is it running") as error:
                    act()
                line(error)


def test_a_password_file_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RAPPORTEUR_STORE_PASSWORD", raising=False)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(StoreError, match=r"RAPPORTEUR_STORE_PASSWORD_FILE: .* cannot be read") as error:
        open_store("bolt://127.0.0.1:1").read("RETURN 1")
    line(error)


@pytest.mark.slow
def test_wrong_passwords(loaded: Store, neo4j: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", "wrong-secret")
    with open_store(neo4j.url) as store, pytest.raises(StoreError, match="the server refuses this user or password") as error:
        store.read("RETURN 1")
    assert "secret" not in line(error)
    monkeypatch.delenv("RAPPORTEUR_STORE_PASSWORD")
    with open_store(neo4j.url) as store, pytest.raises(StoreError, match="the server asks for a password; set RAPPORTEUR_STORE_USER") as error:
        store.read("RETURN 1")
    line(error)
    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD_FILE", str(tmp_path / "password"))
    with open_store(neo4j.url) as store:
        assert store.read("RETURN 1 AS one").rows == ((1,),)
    monkeypatch.delenv("RAPPORTEUR_STORE_PASSWORD_FILE")
    monkeypatch.setattr(server, "_may_prompt", lambda: True)
    monkeypatch.setattr(server.getpass, "getpass", lambda prompt, stream: PASSWORD)
    with open_store(neo4j.url) as store:
        assert store.read("RETURN 1 AS one").rows == ((1,),)


@pytest.mark.slow
def test_a_wrong_database(neo4j: Server) -> None:
    with open_store(f"{neo4j.url}/nothing") as store:
        for act in (lambda: store.read("RETURN 1"), lambda: store.write(version(0, 1))):
            with pytest.raises(StoreError, match="nothing: there is no such database; check the path of the address") as error:
                act()
            line(error)


@pytest.mark.slow
def test_tls_where_there_is_none(neo4j: Server) -> None:
    with (
        open_store(neo4j.url.replace("bolt://", "bolt+s://")) as store,
        pytest.raises(StoreError, match="the server does not speak TLS here") as error,
    ):
        store.read("RETURN 1")
    line(error)


@pytest.mark.slow
def test_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openssl = shutil.which("openssl")
    assert openssl is not None
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "private.key", "-out", "public.crt", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([openssl, *made], cwd=tmp_path, check=True, capture_output=True)
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    policy = "dbms.ssl.policy.bolt"
    settings = {
        f"{policy}.enabled": "true", f"{policy}.base_directory": str(tmp_path), "server.bolt.tls_level": "REQUIRED", f"{policy}.client_auth": "NONE",
    }  # fmt: skip
    with served(settings=settings, scheme="bolt+ssc") as secured:
        plain = secured.url.replace("+ssc", "")
        with open_store(secured.url) as store:
            assert store.read("RETURN 1 AS one").rows == ((1,),)
        for address, reason in ((plain, r"if it speaks TLS only, use the address with \+s://"), (plain.replace("bolt", "bolt+s"), "self-signed")):
            with open_store(address) as store, pytest.raises(StoreError, match=reason) as error:
                store.read("RETURN 1")
            line(error)


@pytest.mark.slow
def test_a_restarted_server_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    monkeypatch.setattr(neo4j_store, "_READING", 1.0)
    with served() as one, open_store(one.url) as store:
        store.write(version(0, 5))
        before = contents(store)
        one.kill()
        with pytest.raises(StoreError) as error:
            store.read("RETURN 1")
        line(error)
        one.start()
        assert contents(store) == before


@pytest.mark.slow
def test_a_server_that_cannot_finish_a_transaction_is_a_line_and_the_next_load_finishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_STORE_USER", USER)
    monkeypatch.setenv("RAPPORTEUR_STORE_PASSWORD", PASSWORD)
    monkeypatch.setattr(neo4j_store, "_PATIENCE", 1.0)
    with served(settings={"db.memory.transaction.max": "10m"}) as small, open_store(small.url) as store:
        with pytest.raises(StoreError, match="too little memory for a transaction") as error:
            store.write(version(0, 800))
        assert line(error).endswith("run the same command again to finish")
        small.stop()
        small.settings = {}
        small.start()
        store.write(version(0, 800))
        assert contents(store) == expected(version(0, 800), tmp_path)


@pytest.mark.slow
def test_the_command_line_loads_asks_and_examines(neo4j: Server, tmp_path: Path) -> None:
    def rapporteur(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "rapporteur.py"), *words, "--workspace", str(tmp_path), "--store", neo4j.url]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)

    (tmp_path / "note.md").write_text("# Note\n\nChile supports a ban on autonomous weapons.\n")
    first = rapporteur("run", str(tmp_path / "note.md"))
    assert first.returncode == 0, first.stderr
    assert "nodes created" in first.stderr
    assert "notification" not in first.stderr
    assert "changed on the server: nothing" in rapporteur("load").stderr
    assert "note" in rapporteur("report", "documents").stdout
    assert rapporteur("query", "MATCH (d:Document) WHERE d.read RETURN count(d) AS n").stdout.split() == ["n", "-", "1"]
    doctor = rapporteur("doctor").stdout
    assert "Neo4j Kernel 5.26" in doctor
    assert "community, database neo4j" in doctor
    assert "indexes online" in doctor
