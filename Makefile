# The commands that people and CI run. Everything happens in .venv; nothing is installed elsewhere
# but the system packages that `make test` needs (see .ci/system-packages).
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: install demo test check format lint types contracts bench bench-reading floors docs clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@.ci/make-venv $(PYTHON)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

demo: $(STAMP)
	@$(BIN)/firsthand trace examples/tidewater --case demo/tidewater

test: $(STAMP)
	@.ci/system-packages
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory docs-check
	@$(MAKE) --no-print-directory test

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m bench

bench-reading: $(STAMP)
	$(BIN)/python -m bench.reading

floors: $(STAMP)
	@$(BIN)/python -m bench reading

docs: $(STAMP)
	$(BIN)/python docs/generate.py

docs-check: $(STAMP)
	$(BIN)/python docs/generate.py --check

clean:
	rm -rf .venv demo bench/out build dist
