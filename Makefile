# make demo   set up and build the samples' graph, then ask it the headline question
# make test   set up and run every check
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types unit wheel clean

demo: $(VENV)/.ready
	$(BIN)/kg demo

test: lint types unit wheel

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

unit: $(VENV)/.ready-dev
	$(BIN)/pytest

# The wheel must work in an empty environment, away from this checkout.
wheel: $(VENV)/.ready-dev
	$(BIN)/python tests/wheel_check.py

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rol-kg needs Python 3.11 or later: make PYTHON=/path/to/python")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.ready

clean:
	rm -rf $(VENV) build dist kg-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
