# make run    sets everything up and serves the site at http://127.0.0.1:8000/ (another port: make run PORT=8001)
# make test   sets everything up, a headless Chromium and a PostgreSQL server included, and passes all tests
# make setup  only makes .venv, with what developing needs
# make screenshots  draws each kind of page at three widths, light and dark, into var/screenshots/
# make lighthouse  rates the pages with Lighthouse, axe-core and the Nu HTML checker, and writes docs/quality.md
# make format lays the code out
# make messages  gathers the texts of the interface for translators (a new language: make messages LANGUAGE=de)
# make lock   renews the locked requirements from pyproject.toml (needs uv)

PYTHON ?= python3
PORT ?= 8000
export PORT

.DEFAULT_GOAL := run
.PHONY: run test setup screenshots lighthouse format messages lock

run test setup:
	@$(PYTHON) -m tools $@

format: setup
	@.venv/bin/python -m ruff check --fix-only --quiet . && .venv/bin/python -m ruff format .

screenshots: setup
	@.venv/bin/python -m tools.screenshots

lighthouse: setup
	@.venv/bin/python -m tools.quality

messages: setup
	@.venv/bin/python -m tools.messages $(LANGUAGE)

LOCK := uv --no-config pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --quiet

lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraints requirements.txt --output-file requirements-dev.txt
