"""The errors a user can meet. Each message is one line that says what, where and what to do.

RapporteurError
├── InputError       a document, folder or stream that cannot be read
├── DataError        a file of data/ (or of the user's) that breaks its schema
├── EvidenceError    a claim whose quote is not what its passage says
├── StoreError       a store that cannot be opened, written or asked
└── QueryError       a query that is refused, wrong or over its limits
"""


class RapporteurError(Exception):
    """Root of all expected failures: the command line prints its one line and ends with exit code 1."""


class InputError(RapporteurError):
    """A document, folder or stream that cannot be read."""


class DataError(RapporteurError):
    """A data file that breaks its schema."""


class EvidenceError(RapporteurError):
    """A claim whose quote is not what its passage says."""


class StoreError(RapporteurError):
    """A store that cannot be opened, written or asked."""


class QueryError(RapporteurError):
    """A query that is refused, wrong, or over its row or time limit."""
