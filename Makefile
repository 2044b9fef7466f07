.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
UV := $(VENV)/bin/uv
BIN := $(VENV)/bin
export UV_PROJECT_ENVIRONMENT := $(VENV)
unexport PYTHONDONTWRITEBYTECODE # what one run of the tests has compiled the next need not

.PHONY: help run test soak endure check lint types imports compiled fix migrate page browser bench lock clean

help: ## show these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(VENV)/.installed: pyproject.toml uv.lock
	@echo "Setting up what it needs in $(VENV), once: a minute or two…"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(UV) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: uv
	@$(UV) sync --frozen --quiet --inexact
	-@$(BIN)/sanctions-bot --help >/dev/null # imports, and so compiles, what a start needs
	@touch $@

run: $(VENV)/.installed ## set up and run the bot (a local Slack when there are no tokens)
	@echo "Starting the sanctions bot…"
	@$(BIN)/sanctions-bot run

test: $(VENV)/.installed ## run the tests
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

soak: $(VENV)/.installed ## the slow and heavy tests
	@$(BIN)/pytest -n 2 -m soak $$(grep -rlE --include='test_*.py' 'mark\.soak\b' tests) # to collect the rest takes longer

endure: $(VENV)/.installed ## the long ones, by hand: outages, crowds, questions by the thousand (docs/endurance.md)
	-@$(UV) sync --frozen --quiet --inexact --group browser
	@$(BIN)/python -m tests.endure $(ENDURE)

check: lint types imports ## formatting, lint, types, import directions

lint: $(VENV)/.installed
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(VENV)/.installed
	@$(BIN)/mypy

imports: $(VENV)/.installed
	@$(BIN)/lint-imports

compiled: $(VENV)/.installed
	-@$(BIN)/pytest --collect-only -n 0 >/dev/null # what fails here the tests themselves tell

fix: $(VENV)/.installed ## format and mend what lint can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

migrate: $(VENV)/.installed ## bring the database up to date
	@$(BIN)/sanctions-bot db upgrade

page: ## rebuild the page of the local workspace (needs Node)
	@cd bot/workspace/page && npm ci --ignore-scripts --no-audit --no-fund --silent && npm run --silent build

browser: $(VENV)/.installed ## try the page in a real browser (Debian's chromium; skips without)
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -y -qq chromium fonts-noto-color-emoji >/dev/null 2>&1; } \
		|| echo "There is no chromium here, and it could not be installed: nothing will be tried."
	@$(UV) sync --frozen --quiet --inexact --group browser
	@$(BIN)/pytest -m "browser and not endure" tests/browser

bench: $(VENV)/.installed ## measure screening beside the baselines (BENCH=--all: every case)
	@$(UV) sync --frozen --quiet --inexact --group bench
	@$(BIN)/python -m benchmarks $(BENCH)

lock: ## renew the lock file
	@$(UV) lock

clean: ## remove what was built
	rm -rf $(VENV) var build dist
