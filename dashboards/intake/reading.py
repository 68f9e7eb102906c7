"""The process that reads what was handed in: paths on standard input, a line on standard output for each, what was read into a folder of its own.

It stands apart from the server, so that a file that hangs, eats memory or brings a parser down takes nothing along. It is run by
:mod:`dashboards.intake.apart`, which ends it when it takes too long; it bounds its own memory and, should nobody be left to end it, its time.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from extract.files import read_source, read_stream
from extract.pipeline import read_passages
from graph.concepts import with_vocabulary
from graph.errors import RapporteurError
from graph.workspace import Workspace

READY, READ, REFUSED, LARGE = "ready", "read", "refused", "large"
_FIRST = b"Egypt supports a ban.\n"


def main() -> None:
    """Reads one path after the other, as long as there are some."""
    how = json.loads(sys.argv[1])
    answers = _private_output()
    read_passages(read_stream("first.txt", _FIRST), preview=how["preview"])  # loads what every document needs
    _bound_memory(how["megabytes"])
    _say(answers, {"what": READY})
    for line in sys.stdin:
        _bound_time(how["seconds"])
        wanted = json.loads(line)
        _say(answers, _answer(Path(wanted["path"]), Path(wanted["into"]), how))


def _answer(path: Path, into: Path, how: dict[str, Any]) -> dict[str, str]:
    try:
        source = read_source(path)
        with with_vocabulary(None if how["vocabulary"] is None else Path(how["vocabulary"])):
            extraction = read_passages(source, preview=how["preview"])
        with Workspace(into).writing() as writer:
            writer.keep(extraction, source.content)
    except MemoryError:
        return {"what": LARGE}
    except RapporteurError as error:
        return {"what": REFUSED, "reason": str(error)}
    except Exception as error:
        return {"what": REFUSED, "reason": f"{path}: an error of ours, {type(error).__name__}: {error}; please report it with the document"}
    return {"what": READ}


def _private_output() -> TextIO:
    """Where answers go; what libraries print goes elsewhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, what: dict[str, str]) -> None:
    answers.write(json.dumps(what) + "\n")
    answers.flush()


def _bound_memory(megabytes: int) -> None:
    """At most so much more than is in use now."""
    try:
        import resource

        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 1_000_000, resource.RLIM_INFINITY))
    except (ImportError, OSError, ValueError):  # a system without such limits; that of time is kept by the server
        return


def _bound_time(seconds: float) -> None:
    """Should the server be gone, so much more work at most."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + 4 * seconds) + 5, resource.RLIM_INFINITY))
    except (ImportError, OSError, ValueError):
        return


if __name__ == "__main__":
    main()
