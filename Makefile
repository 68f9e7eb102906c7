# demo: environment, install, graph from the sample documents, the ban table on screen
# test: everything the tests need, then all of them
# check: what every change must pass (under a minute once installed): style, types, layers, quick tests
# bench: speed and memory beside bare tools, as ratios in one run
# bench-graph: loading and reports with 100,000 claims, in a Neo4j and in the default store; bench-dashboards: pages with 100,000 claims
# lock: the exact versions in requirements*.lock, after a change of pyproject.toml
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
USE := .venv/.installed
DEV := .venv/.installed-dev

.PHONY: demo test check lint bench bench-graph bench-dashboards lock clean
.DELETE_ON_ERROR:

demo: $(USE)
	$(BIN)/rapporteur run

test: $(DEV)
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: lint
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadgroup

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV)
	$(BIN)/python -m benchmarks.stages
	$(BIN)/python -m benchmarks.memory

bench-graph: $(DEV)
	$(BIN)/python -m benchmarks.loading
	$(BIN)/python -m benchmarks.synthetic build/synthetic --claims 100000
	$(BIN)/rapporteur load --quiet --workspace build/synthetic
	$(BIN)/python -m benchmarks.reports build/synthetic

bench-dashboards: $(DEV)
	$(BIN)/python -m benchmarks.dashboards
	$(BIN)/python -m benchmarks.network

lock: $(DEV)
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --group dev pyproject.toml -o requirements-dev.lock

$(USE): requirements.lock pyproject.toml rapporteur.pth
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rapporteur needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(PIP) install -q --require-hashes -r requirements.lock
	$(PIP) install -q --no-deps --editable .
	@touch $@

$(DEV): requirements-dev.lock $(USE)
	$(PIP) install -q --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf .venv build dist *.egg-info
