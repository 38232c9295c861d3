# Every target sets up the virtual environment first; a second run starts at once.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test lint types gate docs wheel check clean

demo: $(READY)
	$(BIN)/arabnews read seeds/*.txt --dates seeds/published.csv --out build/demo

test: $(READY)
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

gate: $(READY)
	$(BIN)/python evaluation/gate.py

docs: $(VENV)/.ready-docs
	$(BIN)/sphinx-build -W --keep-going -q -b html docs build/docs
	@echo "docs: build/docs/index.html"

# The built wheel alone, in an environment of its own, with the light install of the README.
wheel: $(READY)
	rm -rf dist build/wheel
	$(BIN)/python -m build --wheel --outdir dist .
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/pip install -q -c constraints.txt attrs cattrs dateparser hijridate six
	build/wheel/bin/pip install -q -c constraints.txt --no-deps camel-tools dist/*.whl
	build/wheel/bin/arabnews read seeds/*.txt --dates seeds/published.csv --out build/wheel-demo > build/wheel-demo.txt
	test -f build/wheel/lib/python*/site-packages/arabnews/py.typed
	@tail -n 2 build/wheel-demo.txt

check: test lint types gate docs wheel

# pip from 25.1 on knows dependency groups.
$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q "pip>=25.1"
	$(BIN)/pip install -q -c constraints.txt --group dev -e ".[frames,graph]"
	touch $@

$(VENV)/.ready-docs: $(READY)
	$(BIN)/pip install -q -c constraints.txt --group docs
	touch $@

clean:
	rm -rf build dist
