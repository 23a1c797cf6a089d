# Each target sets up what it needs in .venv: the site needs requirements.txt, the checks requirements-dev.txt.
PYTHON ?= python3
BIN := .venv/bin
SITE := .venv/site-installed
DEV := .venv/dev-installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# The theme's notice about its own end of life is not about this site.
export NO_MKDOCS_2_WARNING := 1
ADDRESS ?= 127.0.0.1:8000
# What is typed for these is text: a dollar in it means nothing, neither to make nor to the shell.
override DIR := $(value DIR)
override TITLE := $(value TITLE)
override SUBJECTS := $(value SUBJECTS)
# Half of the world writes it with an s.
override LICENCE := $(or $(value LICENCE),$(if $(findstring command,$(origin LICENSE)),$(value LICENSE)))
override LICENSE := $(value LICENSE)
override ENGINE := $(value ENGINE)
override FORCE := $(value FORCE)
override RUN := $(value RUN)
export RUN DIR TITLE SUBJECTS LICENCE ENGINE FORCE
# The environment has a LANGUAGE, too, which gettext reads: it says nothing of a course.
export COURSE_LANGUAGE := $(if $(findstring command,$(origin LANGUAGE)),$(value LANGUAGE))
override LANGUAGE := $(value LANGUAGE)

export ZIP ?= offline/course.zip

.PHONY: serve build pdf epub publish offline load check test fuzz lint format golden addresses measurements citation schema transcripts words summary bench bench-reader bench-frames bench-author new update lock clean

serve: $(SITE)  ## show the site and follow every edit
	$(BIN)/python -m mkdocs serve --dev-addr $(ADDRESS)

build: $(SITE)  ## build the site into site/
	$(BIN)/python -m mkdocs build --strict

pdf: build $(DEV)  ## print the whole course and its slides as PDF into the site, and offer both on it; needs Chromium
	$(BIN)/python -m macros.paper site

epub: build  ## make the whole course one EPUB in the site, for reading apps and e-readers, and offer it there
	$(BIN)/python -m macros.book site

publish: build  ## build the site, compress it, and write configurations of nginx for it, and for an image, into server/
	$(BIN)/python -m macros.publish site

offline: build  ## build the site, and pack it as a zip that works without a server: ZIP=offline/course.zip
	@$(BIN)/python -m macros.publish.archive site "$$ZIP"

load: build $(DEV)  ## measure how fast that nginx answers, for about a minute; needs nginx and wrk
	@$(BIN)/python -m tests.bench.load

check: $(SITE)  ## check all data and lessons, without building
	$(BIN)/python -m macros

test: $(DEV)  ## run every test
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

fuzz: $(DEV)  ## try much more random input at the gates; takes about half an hour
	FUZZ=1 $(BIN)/python -m pytest --numprocesses auto -m fuzz

lint: $(DEV)  ## style, types and layers of the code, spelling and Markdown of the prose
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(if $(wildcard docs/lab/*.py),$(BIN)/python -m mypy $(wildcard docs/lab/*.py))
	$(BIN)/lint-imports --no-cache --no-logo
	PYTHONPATH=.github $(BIN)/python -m report.spelling
	$(BIN)/python -m pymarkdown scan *.md

format: $(DEV)  ## format the code
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

golden: $(DEV)  ## accept the rendered output as it is now
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q tests/site/test_golden.py tests/project/test_architecture.py

addresses: check  ## add the site's new addresses to the list of those that were published
	$(BIN)/python -m macros.outputs.addresses

measurements: $(SITE)  ## measure this machine and add the run to the data, or add one that somebody sent: RUN=mine.yml
	@$(BIN)/python -m macros.outputs.measured "$$RUN"

citation: $(SITE)  ## write CITATION.cff, which says how the course is cited
	$(BIN)/python -m macros.outputs.citation

schema: $(SITE)  ## write the JSON Schemas of the data files again
	$(BIN)/python -m macros.outputs.schema

transcripts: $(SITE)  ## record what the transcripts show, or some of them: ONLY="one another"
	$(BIN)/python -m macros.recording $(ONLY)

words: $(SITE)  ## put the texts of the code into the catalogue of each language
	$(BIN)/python -m macros.outputs.catalogues

summary: $(DEV)  ## print what the course holds, as JSON: the comment on a pull request compares two of these
	@PYTHONPATH=.github $(BIN)/python -m report.summary

bench: $(DEV)  ## measure this site beside others, and print ratios: needs Node, npm and Chromium
	$(BIN)/python -m tests.bench

bench-reader: $(DEV)  ## only what the site costs its readers
	$(BIN)/python -m tests.bench reader

bench-frames: $(DEV)  ## only how smoothly pictures move while they are operated on a slow phone
	$(BIN)/python -m tests.bench frames

bench-author: $(DEV)  ## only what a build and a save cost its authors; takes half an hour
	$(BIN)/python -m tests.bench author

new: $(SITE)  ## write a project for another course: DIR=../tea TITLE="Tea and coffee" SUBJECTS="Tea, Coffee" LANGUAGE=en LICENCE=CC-BY-4.0
	@$(BIN)/python -m macros.starter new --dir="$$DIR" --title="$$TITLE" --subjects="$$SUBJECTS" --language="$$COURSE_LANGUAGE" --licence="$$LICENCE"

update: $(SITE)  ## take a newer engine over into a project that make new wrote: ENGINE=../engine
	@$(BIN)/python -m macros.starter update --engine="$$ENGINE" --force="$$FORCE"

lock:  ## lock the dependencies of pyproject.toml again
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet pip-tools
	.venv-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --output-file requirements.txt pyproject.toml
	.venv-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	rm -rf .venv-lock

clean:  ## remove what was installed and built
	rm -rf .venv .bench .cache offline server site

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11.5 or newer is needed" if sys.version_info < (3, 11, 5) else 0)'
	$(PYTHON) -m venv .venv
	rm -f $(SITE) $(DEV)

# Each of these is a copy of the list that was installed: a checkout makes the list newer, and no other.
$(SITE): .venv/bin/python requirements.txt
	cmp -s requirements.txt $@ || $(PIP) -r requirements.txt
	cp requirements.txt $@

$(DEV): .venv/bin/python requirements.txt requirements-dev.txt
	cmp -s requirements-dev.txt $@ && cmp -s requirements.txt $(SITE) || $(PIP) -r requirements-dev.txt
	cp requirements.txt $(SITE)
	cp requirements-dev.txt $@
