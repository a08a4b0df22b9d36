# What to type. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
HOST ?= 127.0.0.1
PORT ?= 8000
# Tests are spread over this many processes.
WORKERS ?= 2
TEST_DATABASE_URL ?= postgresql://postgres@127.0.0.1:5432/postgres

# uv trusts the certificates this machine trusts, as pip does, and brings no
# Python of its own.
export UV_SYSTEM_CERTS := 1
export UV_NATIVE_TLS := 1
export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy
export PIP_DISABLE_PIP_VERSION_CHECK := 1

CATALOGUES := $(wildcard endimpunity/locale/*/LC_MESSAGES/django.po)
COMPILED := $(CATALOGUES:.po=.mo)

# Only wheels, and only those whose hash the lock names.
LOCKED := --require-hashes --only-binary :all: -r
# The project itself, where it lies: nothing is fetched to install it.
ITSELF := --no-deps --no-build-isolation --quiet -e .
ifneq ($(UV),)
PIP_INSTALL := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install
else
PIP_INSTALL := $(BIN)/python -m pip install
endif

.PHONY: help
help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' \
		| while IFS=$$'\t' read -r name does; do printf '  make %-12s %s\n' "$$name" "$$does"; done

.PHONY: run
run: install ## install, prepare the database, load the starter registry, serve
	@$(BIN)/endimpunity migrate --verbosity 0
	@$(BIN)/endimpunity load starter
	@exec $(BIN)/endimpunity serve --host $(HOST) --port $(PORT)

.PHONY: install
install: $(VENV)/installed $(COMPILED) ## install what the program needs to run

.PHONY: install-dev
install-dev: $(VENV)/installed-dev $(COMPILED) ## install what building and testing needs besides

.PHONY: test
test: install-dev ## run what every change must pass, on each engine there is
	@$(call on-each-engine,-n $(WORKERS))

.PHONY: check
check: install-dev ## format, lint, types, floors, templates, migrations, then the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint endimpunity --check --quiet
	$(BIN)/djlint endimpunity --lint --quiet
	$(SCRATCH) $(BIN)/endimpunity makemigrations --check --dry-run
	$(SCRATCH) $(BIN)/endimpunity check --fail-level WARNING
	@$(MAKE) test

.PHONY: prove
prove: install-dev ## everything at full counts, kept in docs/proofs; an hour at most
	@mkdir -p docs/proofs
	@proof=docs/proofs/$$(date -u +%F)-$$(git rev-parse --short HEAD).txt; \
	export HYPOTHESIS_PROFILE=prove; \
	{ date -u '+Proved at %F %T UTC'; git log -1 --format='commit %H'; \
	  git diff --quiet HEAD || echo 'with changes that were not committed'; \
	  $(call on-each-engine,-n $(WORKERS) -m "" --durations=15); } 2>&1 \
		| sed -u 's#$(CURDIR)#.#g' | tee "$$proof"

.PHONY: bench
bench: install-dev ## run the benchmarks, each against its named baseline
	@for file in bench/*.py; do echo "== $$file"; $(BIN)/python "$$file"; done

.PHONY: lock
lock: ## resolve both lists of requirements again, with hashes (needs uv)
	@test -n "$(UV)" || { echo "make lock needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -c requirements.txt -o requirements-dev.txt

COMPILE = $(UV) pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --quiet

.PHONY: messages
messages: install-dev ## gather the texts to translate into the catalogues (needs xgettext)
	@command -v xgettext >/dev/null || { echo "make messages needs xgettext, of the package gettext." >&2; exit 1; }
	$(SCRATCH) $(BIN)/endimpunity makemessages --all --no-wrap --no-location \
		--ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'

# A folder of its own for commands that keep nothing: the installation in var/
# is not touched by checking it.
SCRATCH = ENDIMPUNITY_HOME=$$(mktemp -d)

# $(1): words for pytest. Says first which engines are there, so that pytest's own
# line is the last; ends at the first engine that fails.
define on-each-engine
export PYTHONDONTWRITEBYTECODE=1 ENDIMPUNITY_HOME=$$(mktemp -d); \
trap 'rm -rf "$$ENDIMPUNITY_HOME"' EXIT; \
if postgres=$$($(BIN)/python -m tests.engines "$(TEST_DATABASE_URL)"); then \
	echo "Engines: SQLite, then $$postgres."; \
	env -u DATABASE_URL $(BIN)/pytest $(1); \
	echo "Engines: SQLite has passed; now $$postgres."; \
	DATABASE_URL="$(TEST_DATABASE_URL)" $(BIN)/pytest $(1); \
else \
	echo "Engines: SQLite alone. $$postgres"; \
	env -u DATABASE_URL $(BIN)/pytest $(1); \
fi
endef

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "There is no $(PYTHON) here. Install Python 3.11 or later, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is $$($(PYTHON) --version 2>&1); EndImpunity needs Python 3.11 or later: make PYTHON=/path/to/python3.11" >&2; exit 1; }
ifneq ($(UV),)
	@$(UV) venv --quiet --allow-existing --python "$$(command -v $(PYTHON))" $(VENV)
else
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv; or install uv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
endif

$(VENV)/installed: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the program needs …"
	@$(PIP_INSTALL) --quiet $(LOCKED) requirements.txt
	@$(PIP_INSTALL) $(ITSELF)
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what building and testing needs …"
	@$(PIP_INSTALL) --quiet $(LOCKED) requirements-dev.txt
	@$(PIP_INSTALL) $(ITSELF)
	@touch $@ $(VENV)/installed

%.mo: %.po | $(VENV)/installed
	@$(BIN)/pybabel --quiet compile -i $< -o $@
