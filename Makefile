# Each target does all its own set-up in .venv; the second time it is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench docs lock clean

demo: $(READY)
	$(BIN)/mailflow demo

test: check
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Beside programs that do a part of the same, where they can be had; nothing else needs them.
bench: $(READY)
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[peers]' \
		2>/dev/null || echo "The peers cannot be installed here; measuring without those that are missing."
	$(BIN)/python -m benchmarks

# What documents say about the code, written anew; read the difference before you commit it.
docs: $(READY)
	$(BIN)/pytest -n0 tests/house/test_documents.py --update-golden

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "mailflow needs Python 3.11 or newer; name one with make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is missing; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[demo,dev]'
	@touch $(READY)

# Newest versions that pyproject.toml allows, written down; run the tests before you commit it.
lock:
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[demo,dev]'
	{ sed -n '/^#/p' requirements.lock; $(BIN)/pip freeze --exclude-editable; } > requirements.lock.new
	mv requirements.lock.new requirements.lock
	@touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo-letters
