"""Stance lists, stance tables and recommendations in short texts written before the rules were read: what is found and what is invented."""

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from extract.pipeline import run
