"""docker-compose.yml without Docker: its shape, its names, and Neo4j's settings tried on a real server."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import neo4j
import pytest
import typer
import yaml

import rapporteur
from graph.settings import ROOT
from tests.neo4j_server import PASSWORD, USER, served

EXAMPLE = dict(line.split("=", 1) for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
VARIABLE = re.compile(r"\$\{(\w+)(?:(:-|:\?)([^}]*))?\}")
#: What the Compose specification has for a service, as far as we use it.
KEYS = {"build", "image", "environment", "depends_on", "restart", "command", "volumes", "ports", "healthcheck"}


def configured(environment: dict[str, str]) -> dict[str, Any]:
    """The file as Compose reads it: variables put in, a missing one refused where the file says so."""

    def value(found: re.Match[str]) -> str:
        name, operator, rest = found.groups()
        if environment.get(name):
            return environment[name]
        if operator == ":?":
            raise LookupError(rest)
        return rest or ""

    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(VARIABLE.sub(value, text))
    return loaded


@pytest.fixture
def compose() -> dict[str, Any]:
    return configured(EXAMPLE | {"NEO4J_PASSWORD": "a long password"})


def test_without_a_password_nothing_starts() -> None:
    with pytest.raises(LookupError, match=r"set NEO4J_PASSWORD in \.env"):
        configured(EXAMPLE)
    assert EXAMPLE["NEO4J_PASSWORD"] == ""
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_every_variable_is_in_the_example_with_its_default() -> None:
    used = {name: rest for name, operator, rest in VARIABLE.findall((ROOT / "docker-compose.yml").read_text(encoding="utf-8")) if operator == ":-"}
    assert used == {name: value for name, value in EXAMPLE.items() if name != "NEO4J_PASSWORD"}


def test_services_volumes_and_what_waits_for_what(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"neo4j", "loader", "dashboards"}
    assert all(set(service) <= KEYS for service in services.values())
    named = {volume.partition(":")[0] for service in services.values() for volume in service["volumes"]}
    assert {name for name in named if "/" not in name} == set(compose["volumes"])
    assert "/data" in {volume.split(":")[1] for volume in services["neo4j"]["volumes"]}
    for name in ("loader", "dashboards"):
        assert services[name]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["neo4j"]["healthcheck"]["test"][0] == "CMD-SHELL"
    assert services["loader"]["restart"] == "no"
    assert services["loader"]["volumes"][0] == "./data/sources:/documents:ro"


def test_nothing_listens_beyond_this_machine(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", ())]
    assert sorted(ports) == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687", "127.0.0.1:8501:8501"]


@pytest.mark.parametrize("service", ["loader", "dashboards"])
def test_commands_and_variables_are_ours(compose: dict[str, Any], service: str) -> None:
    given = compose["services"][service]
    command = typer.main.get_command(rapporteur.app).commands[given["command"][0]]  # type: ignore[attr-defined]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in given["command"] if word.startswith("--")} <= options
    read = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "graph").glob("*.py"))
    assert [name for name in given["environment"] if name not in read] == []
    assert given["environment"]["RAPPORTEUR_STORE_PASSWORD"] == "a long password"
    assert compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/a long password"


def test_the_image_copies_what_the_wheel_holds() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = {word for line in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE) for word in line.split()}
    assert [name for name in sorted(copied) if not (ROOT / name).exists()] == []
    assert copied == {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")}
    packed = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    only = re.search(r"^only-include = \[(.+)\]$", packed, re.MULTILINE)
    assert only is not None
    assert set(re.findall(r'"([^"]+)"', only[1])) <= copied


def settings(environment: dict[str, str]) -> dict[str, str]:
    """The image's rule: NEO4J_ falls, __ is an underscore, _ a dot."""
    names = {key: key.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_") for key in environment if key != "NEO4J_AUTH"}
    return {name: environment[key] for key, name in names.items()}


@pytest.mark.slow
def test_a_server_takes_the_settings(compose: dict[str, Any], tmp_path: Path) -> None:
    """An unknown or wrong setting would keep it from starting: strict validation is on."""
    given = settings(compose["services"]["neo4j"]["environment"])
    with served(settings=given) as server, neo4j.GraphDatabase.driver(server.url, auth=(USER, PASSWORD)) as driver:
        rows = driver.execute_query("SHOW SETTINGS YIELD name, value RETURN name, value", database_="system").records
    found = {row["name"]: row["value"] for row in rows}
    assert {name: found[name] for name in given} == {
        "server.memory.heap.initial_size": "1.00GiB", "server.memory.heap.max_size": "1.00GiB", "server.memory.pagecache.size": "512.00MiB",
        "db.transaction.timeout": "10m", "dbms.usage_report.enabled": "false",
    }  # fmt: skip
