# make demo   set up and build the samples' graph, then ask it the headline question
# make test   set up and run every check
# The first interpreter that runs and is recent enough.
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types unit readers engines ontology wheel clean

demo: $(VENV)/.ready
	$(BIN)/kg demo

test: lint types unit wheel

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

unit: $(VENV)/.ready-dev readers engines
	$(BIN)/pytest

# What others read exported networks with. Without npm, or without a network, the tests that need it are skipped.
readers:
	@if command -v npm > /dev/null; then npm install --silent --no-audit --no-fund --prefix tests/networks/readers || true; fi

# A third SPARQL engine to compare answers with. Without npm, or without a network, the tests that need it are skipped.
engines:
	@if command -v npm > /dev/null; then npm install --silent --no-audit --no-fund --prefix tests/questions/comunica || true; fi

# The ontology as a web page.
ontology: $(VENV)/.ready-dev
	$(BIN)/python docs/ontology/make.py

# The wheel must work in an empty environment, away from this checkout.
wheel: $(VENV)/.ready-dev
	$(BIN)/python tests/wheel_check.py

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "rol-kg needs Python 3.11 or later: make PYTHON=/path/to/python $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.ready

clean:
	rm -rf $(VENV) build dist kg-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
