# What a person runs. It needs Python 3.11 or later, make and a package index; all it installs goes into $(VENV).
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
PEERS ?= $(VENV)/peers
RUN ?= runs/latest
WEIGHTS ?= $(RUN)/weights
VERSION ?= local

bin := $(VENV)/bin
pip := $(bin)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test test-training format train bench clean

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/base.stamp ## Read the bundled stories, print the record, write it as a page.
	$(bin)/onrecord demo

test: $(VENV)/dev.stamp ## Check style, types and layers, then run the tests; PyTorch is not needed.
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/python -m pytest -rs

test-training: $(VENV)/training.stamp ## Run the tests that need PyTorch (installs it).
	$(bin)/python -m pytest -rs tests/training

format: $(VENV)/dev.stamp ## Format the code, and mend what ruff can mend.
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

train: $(VENV)/training.stamp ## Train and export the network: CORPORA=folder [START=] [RUN=] [WEIGHTS=] [VERSION=].
	@test -n "$(CORPORA)" || { echo "Name the folder of corpora: make train CORPORA=folder (docs/training.md)." >&2; exit 2; }
	$(bin)/python -m training train "$(CORPORA)" "$(RUN)" $(if $(START),--start "$(START)")
	$(bin)/python -m training release "$(CORPORA)" "$(RUN)" "$(WEIGHTS)" --weights-version "$(VERSION)" \
		$(if $(START),--start "$(START)")
	$(bin)/python -m training acts "$(CORPORA)" "$(WEIGHTS)"

bench: $(VENV)/dev.stamp $(PEERS)/peers.stamp ## Measure accuracy, reliability and speed: CORPORA=folder.
	@test -n "$(CORPORA)" || { echo "Name the folder of corpora: make bench CORPORA=folder (bench/README.md)." >&2; exit 2; }
	$(bin)/python -m bench.accuracy "$(CORPORA)" --peers-python $(PEERS)/bin/python --keep build/predictions
	$(bin)/python -m bench.reliability polnear-dev "$(CORPORA)/polnear/dev" build/predictions/polnear-dev.jsonl
	$(bin)/python -m bench.reliability wire-dev "$(CORPORA)/wire/dev.jsonl" build/predictions/wire-dev.jsonl
	$(bin)/python -m bench.speed "$(CORPORA)/reuters21578/*.sgm" --peers-python $(PEERS)/bin/python

clean: ## Remove what was installed and built; runs of the training stay.
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/pip.stamp:
	@test -n "$(PYTHON)" || { echo "Onrecord needs Python 3.11 or later; name one: make PYTHON=python3.12." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(pip) --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/base.stamp: pyproject.toml $(VENV)/pip.stamp
	$(pip) --editable .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml $(VENV)/pip.stamp
	$(pip) --editable '.[charts,evaluate,parquet,postgresql]' --group dev
	@touch $@ $(VENV)/base.stamp

$(VENV)/training.stamp: $(VENV)/dev.stamp
	$(pip) --editable '.[evaluate,training]'
	@touch $@

$(PEERS)/peers.stamp: bench/peers.txt
	@test -n "$(PYTHON)" || { echo "The peers need Python 3.11 or later; name one: make PYTHON=python3.12." >&2; exit 2; }
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/peers.txt
	@touch $@
