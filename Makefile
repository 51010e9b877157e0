# What a person does with this checkout; each target says so in its comment.

.DEFAULT_GOAL := help
.PHONY: help setup browser postgresql run test lint types imports unit oracle faults bench bench-scale \
  bench-load mutants fuzz reading reading-blind docs manual release audit format clean

BIN := .venv/bin
READY := .venv/.ready
# uv as it is on this machine, else one of this checkout's own.
UV := $(or $(shell command -v uv 2>/dev/null),.uv/bin/uv)
CODE := src tests $(wildcard benchmarks)
PROVED := src/summitry/model/*,src/summitry/reckoning/*

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: $(READY) ## install what is needed, from the lock, into .venv

$(READY): uv.lock pyproject.toml | $(UV)
	$(UV) sync --frozen --quiet
	@touch $@

.uv/bin/uv:
	python3 -m pip install --quiet --root-user-action=ignore --target .uv uv \
	  || { python3 -m venv .uv && .uv/bin/pip install --quiet uv; } \
	  || { echo "uv needs pip or venv; on Debian: apt-get install python3-venv" >&2; exit 1; }

run: setup ## check the example page, and write a better one to out/
	$(BIN)/summitry check examples/history-of-interactions.txt --as-of 2025-08-16 || test $$? -eq 1
	@mkdir -p out
	$(BIN)/summitry history "Vladimir Putin" "President of the United States" \
	  --format markdown --output out/putin-us-presidents.md
	@echo
	@echo "wrote out/putin-us-presidents.md"

test: lint types imports unit ## everything that must hold before a commit

lint: setup ## ruff: rules and layout
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: setup ## mypy, strict
	$(BIN)/mypy $(CODE)

imports: setup ## the arrows between the rooms
	$(BIN)/lint-imports --no-logo

# What is missing is skipped, with its reason: no test of anything else needs a browser.
browser: ## Debian's Chromium, for the tests of pages, where it can be installed
	@command -v chromium >/dev/null || { \
	  test "$$(id -u)" = 0 || sudo="sudo -n"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -q -y --no-install-recommends chromium fonts-liberation; \
	} || echo "no chromium: the tests of pages in a browser are skipped" >&2

postgresql: ## Debian's PostgreSQL, for the tests of records in a database, where it can be installed
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { \
	  test "$$(id -u)" = 0 || sudo="sudo -n"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -q -y --no-install-recommends postgresql; \
	} || echo "no PostgreSQL: the tests of records in a database are skipped" >&2

unit: setup browser postgresql ## the tests; the model and reckoning are covered branch by branch
	$(BIN)/pytest -q -n auto --cov --cov-report=
	$(BIN)/coverage report --include='$(PROVED)' --fail-under=100

oracle: setup ## hold reckoning to 20,000 enumerated small records
	$(BIN)/pytest -q -m oracle --hypothesis-profile=oracle

faults: setup ## kill imports, changes, migrations and exports 200 times
	$(BIN)/python -m tests.desk.kills

# Configured in pyproject.toml; tests/mutants.toml explains what may survive, and says what was run.
mutants: setup ## break the model and reckoning in every way and see that a test breaks; takes hours
	$(UV) sync --frozen --quiet --group trust
	$(BIN)/mutmut run --max-children 1 $(ONLY)
	$(BIN)/mutmut results

fuzz: setup ## give what comes from elsewhere anything, five minutes a target; counts executions
	$(UV) sync --frozen --quiet --group trust
	$(BIN)/python -m tests.fuzz $(SECONDS)

bench: setup ## accuracy and speed on the benchmarks
	$(BIN)/python benchmarks/seed_page.py
	$(BIN)/python benchmarks/historian.py
	$(BIN)/python benchmarks/csv_import.py
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python benchmarks/times.py
	$(BIN)/python -m benchmarks.serving
	$(BIN)/python benchmarks/site.py

bench-scale: setup ## reckoning over a million events; takes some minutes
	$(BIN)/python -m benchmarks.scale

bench-load: setup ## a server under load for five minutes, with clients that misbehave
	$(BIN)/python -m benchmarks.load

reading: setup ## how the gold corpus is read: the open texts, with what went wrong
	$(BIN)/python -m benchmarks.reading_gold open

reading-blind: setup ## how the gold corpus is read: the held-out texts, totals only
	$(BIN)/python -m benchmarks.reading_gold held-out

docs: setup ## the documents as a site, in out/docs
	$(BIN)/zensical build --clean --strict

manual: setup ## the manual page, of what the commands say of themselves
	$(BIN)/python -m tests.docs.manual

release: setup ## wheel, sdist and the list of what they stand on (CycloneDX), in dist
	rm -rf dist
	$(UV) build --quiet
	$(UV) export --frozen --quiet --no-dev --all-extras --format cyclonedx1.5 \
	  --output-file dist/summitry.cdx.json >/dev/null
	@ls -l dist

audit: setup ## what is known against the versions of the lock (asks pypi.org)
	$(UV) export --frozen --quiet --no-dev --all-extras --no-emit-project --output-file dist/audited.txt
	$(UV)x pip-audit --requirement dist/audited.txt --disable-pip --require-hashes

format: setup ## lay the code out and mend what ruff can
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

clean: ## remove what the targets made
	rm -rf .venv .uv .cache out dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
