# Everything here uses the environment that the README's two commands make.
BIN ?= .venv/bin

.PHONY: check test lint format docs bench

check: ## what CI runs, in a fresh environment
	bash .ci/run

test:
	$(BIN)/pytest -n auto --dist worksteal

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: ## write the generated parts of docs/ anew
	$(BIN)/python -m guardrails.constitution.reference > docs/constitution.md
	$(BIN)/python -m tests.helpers.cli_reference
	$(BIN)/python -m tests.helpers.page_runner

bench: ## measure, and write the figures into docs/performance.md
	$(BIN)/python -m tests.benchmarks.table
