"""What goes wrong at a Neo4j server, as one line each: a driver's error in, ours out."""

from __future__ import annotations

import ssl

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import QueryError, RapporteurError, StoreError

_AGAIN = "nothing is lost: run the same command again to finish"
_LINES = {  # parts of a status code, and what to say
    "Security.AuthenticationRateLimit": "too many wrong passwords; wait a few seconds",
    "Security.CredentialsExpired": "the password must be changed first: ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'",
    "Security.": "the server refuses this user or password; check RAPPORTEUR_STORE_USER and RAPPORTEUR_STORE_PASSWORD",
    "Database.DatabaseNotFound": "there is no such database; check the path of the address or RAPPORTEUR_STORE_DATABASE",
    "Database.DatabaseUnavailable": f"the database is not available (stopped, or its disk is full); see the server's log; {_AGAIN}",
    "Database.IllegalAliasChain": "the database cannot be used",
    "General.ForbiddenOnReadOnlyDatabase": "the database is read-only; load into another",
    "Cluster.NotALeader": "this member of the cluster cannot write; use a neo4j:// address",
    "General.MemoryPoolOutOfMemoryError": f"the server has too little memory for a transaction; raise its heap; {_AGAIN}",
    "General.TransactionOutOfMemoryError": f"the server has too little memory for a transaction; raise dbms.memory.transaction.total.max; {_AGAIN}",
    "Transaction.TransactionCommitFailed": f"the server could not commit (is its disk full?); see its log; {_AGAIN}",
    "Transaction.TransactionLogError": f"the server could not write its log (is its disk full?); {_AGAIN}",
    "Transaction.TransactionStartFailed": f"the database takes no transactions (stopped, or its disk is full); see the server's log; {_AGAIN}",
    "Schema.ConstraintValidationFailed": "two nodes of a label have one id; make ids unique, or load into a database of its own",
    "Schema.ConstraintCreationFailed": "two nodes of a label have one id; make ids unique, or load into a database of its own",
}


def store_error(error: BaseException, place: str) -> StoreError:
    """The line for an error of connecting or writing."""
    if isinstance(error, RapporteurError):
        return StoreError(str(error))
    if isinstance(error, Neo4jError):
        code = error.code or ""
        for part, line in _LINES.items():
            if part in code:
                return StoreError(f"{place}: {line}")
        return StoreError(f"{place}: the server refuses ({code.removeprefix('Neo.')}: {first_line(error.message or '')})")
    if _about_tls(error):
        return StoreError(f"{place}: {_tls_line(error, place)}")
    if isinstance(error, IncompleteCommit | SessionExpired):
        return StoreError(f"{place}: the connection broke off; {_AGAIN} when the server is up")
    if isinstance(error, ServiceUnavailable | OSError):
        return StoreError(f"{place}: no server answers; is it running, and is the address right? What was loaded so far stays: run again to finish")
    if isinstance(error, ConfigurationError):
        return StoreError(f"{place}: {first_line(str(error))}")
    return StoreError(f"{place}: {first_line(str(error)) or type(error).__name__}")


def query_error(error: BaseException, place: str, timeout: float) -> RapporteurError:
    """The line for an error of a reading query."""
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if "TransactionTimedOut" in code or "Transaction.Terminated" in code or "LockClientStopped" in code:
        return QueryError(f"the query took longer than {timeout:g} s; narrow it or allow more time")
    if "MemoryPoolOutOfMemory" in code or "TransactionOutOfMemory" in code:
        return QueryError("the query needs more memory than the server allows; narrow it")
    if "Statement.AccessMode" in code:
        return QueryError("the query would write; queries here only read")
    if isinstance(error, ClientError) and not isinstance(error, AuthError) and ".Statement." in code:
        return QueryError(first_line(error.message or code))
    if isinstance(error, TypeError | ValueError | OverflowError):
        return QueryError(f"a parameter cannot be sent: {first_line(str(error))}")
    return store_error(error, place)


def first_line(text: str) -> str:
    return " ".join(text.partition("\n")[0].split())[:200]


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _about_tls(error: BaseException) -> bool:
    said = " ".join(str(one) for one in _causes(error))
    return any(isinstance(one, ssl.SSLError) for one in _causes(error)) or "encrypted connection" in said or "incomplete handshake" in said


def _tls_line(error: BaseException, place: str) -> str:
    said = " ".join(str(one) for one in _causes(error)).lower()
    if "certificate" in said and "verify" in said:
        return "the server's certificate is not one that this machine trusts; for a self-signed one use +ssc:// instead of +s://"
    if "+s" in place.partition("://")[0]:
        return "the server does not speak TLS here; use the address without +s, or switch TLS on at the server"
    return "the server broke off the greeting; if it speaks TLS only, use the address with +s:// (or +ssc:// for a self-signed certificate)"
