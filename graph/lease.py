"""One loader at a time in a server: nodes say who loads, one a lane, and every change confirms its own. A dead loader is known by its process or
its silence."""

from __future__ import annotations

import getpass
import os
import socket
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from neo4j import ManagedTransaction

from graph.errors import StoreError

LABEL = "_Rapporteur"  # of all our notes in a server; they have no relationships
SILENCE = 60  # seconds after which a loader that has confirmed nothing is taken for dead
LANES = 2  # transactions of a loader that may be under way at once
_KEYS = ["lock", *(f"lock/{lane}" for lane in range(1, LANES))]  # a transaction writes to the node of its lane first, and so locks it
_TAKE = f"""UNWIND $keys AS key MERGE (l:{LABEL} {{key: key}}) ON CREATE SET l.owner = '' WITH l SET l.asked = timestamp() REMOVE l.asked WITH l
    RETURN l.owner AS owner, l.holder AS holder, l.machine AS machine, l.process AS process, (timestamp() - l.beat) / 1000 AS silent"""
_LOCKS = f"MATCH (l:{LABEL}) WHERE l.key IN $keys "
_SET = _LOCKS + "SET l.owner = $owner, l.holder = $holder, l.machine = $machine, l.process = $process, l.beat = timestamp()"
_CONFIRM = f"MATCH (l:{LABEL} {{key: $key}}) SET l.beat = timestamp() WITH l WHERE l.owner = $owner RETURN count(l)"
_GIVE_BACK = _LOCKS + "AND l.owner = $owner SET l.owner = '' REMOVE l.holder, l.machine, l.process, l.beat"


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to change a server's graph, taken on all lanes at once. Its methods are work for a transaction; ``place`` is the server's
    address, for errors."""

    place: str
    owner: str = field(default_factory=lambda: uuid4().hex)

    def take(self, tx: ManagedTransaction) -> None:
        """Takes the right, from a loader that died if need be.

        Raises:
            StoreError: another loads; it is named.
        """
        found = [row for row in tx.run(_TAKE, keys=_KEYS) if row["owner"] not in ("", self.owner)]
        silent = min((row["silent"] for row in found), default=0)
        if found and not _dead(found[0]["machine"], found[0]["process"], silent):
            raise StoreError(
                f"{self.place}: {found[0]['holder']} is loading there; wait for it, or, if it was killed, {max(1, SILENCE - silent)} s longer"
            )
        tx.run(_SET, keys=_KEYS, owner=self.owner, holder=_holder(), machine=_machine(), process=os.getpid()).consume()

    def confirm(self, tx: ManagedTransaction, lane: int = 0) -> None:
        """Opens every transaction that changes something: it holds the lock of its lane until the end, so nobody can take over in between.

        Raises:
            StoreError: another has taken over.
        """
        if tx.run(_CONFIRM, key=_KEYS[lane], owner=self.owner).single(strict=True).value() == 0:
            raise StoreError(f"{self.place}: another rapporteur has taken over the loading; run again when it is done")

    def give_back(self, tx: ManagedTransaction) -> None:
        tx.run(_GIVE_BACK, keys=_KEYS, owner=self.owner).consume()


def _holder() -> str:
    return f"{_user()} on {socket.gethostname()}, process {os.getpid()}, since {datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z},"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user without a name
        return f"user {os.getuid()}"


def _machine() -> str:
    """Names this machine, its start, and what its process numbers are counted in; empty where that cannot be told."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{socket.gethostname()} {boot} {os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return ""


def _dead(machine: str, process: int, silent: int) -> bool:
    if silent > SILENCE:
        return True
    if not machine or machine != _machine():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # another user's
        return False
    return False
