"""YAML files of data/: read whole, refused where a key stands twice or the content breaks its model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import DataError


class Record(BaseModel):
    """Root of the models of data files: unknown keys are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Checked = TypeVar("Checked", bound=Record)
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]  # the C loader where there is one, chosen above
    """YAML lets a later key replace an earlier one; here that is a mistake."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key, (place, _) in zip(keys, node.value, strict=True):
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"line {place.start_mark.line + 1}: {key} stands twice")
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def read_yaml(path: Path) -> Any:
    """The content of a YAML file.

    Raises:
        DataError: it cannot be read, is no YAML, or gives a key twice.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from None
    except yaml.YAMLError as error:
        raise DataError(f"{path}: {' '.join(str(error).split())}") from None


def check(path: Path, data: Any, model: type[Checked], *, key: str = "") -> Checked:
    """``data``, read from ``path`` (under ``key``), as ``model``.

    Raises:
        DataError: naming the first key that is wrong and why.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in ([key] if key else []) + list(first["loc"]))
        raise DataError(f"{path}: {place or 'the file'}: {first['msg'].removeprefix('Value error, ')}") from None
