# Entente. `make` says what there is to make.

SHELL := /bin/bash

# The archive that `make run` fills and reads, and the folder its report goes to.
export ENTENTE_ARCHIVE ?= observatory.entente
REPORT ?= report

# Figures are drawn by Tools/render_figures.py under this Python.
export ENTENTE_RENDERER ?= $(CURDIR)/.venv/bin/python

# Debian's packages: to build; to draw figures with Polish and Chinese labels; to look at pages, and validate XML, in tests.
PACKAGES := libsqlite3-dev zlib1g-dev libicu-dev r-mathlib liblinear-dev sqlite3 python3 python3-venv fonts-dejavu-core fonts-droid-fallback
PAGE_CHECK_PACKAGES := chromium chromium-driver curl libxml2-utils

STRICT := --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors
# A cached plan would miss new files of Entente itself, which is a package beside this one.
BENCH_BUILD := -c release --package-path Benchmarks --disable-build-manifest-caching
SWIFT_FILES := Package.swift $(foreach package,Benchmarks Fuzz,$(package)/Package.swift $(package)/Sources) Sources Tests
VENV_INSTALL := .venv/bin/pip install --quiet --disable-pip-version-check --requirement

.PHONY: help setup run report test lint fuzz kill bench clean

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make run ENTENTE_ARCHIVE=my.entente REPORT=my-report   with an archive and a folder of your own"
	@echo "  make run PORT=8090                                     on another port than 8080"
	@echo "  make fuzz READERS='csv xlsx' RUNS=20000                with other readers, or more or fewer inputs"
	@echo "  make kill ROWS=100000 SEED=7                           with another table, or the moments of an earlier run"
	@echo "  make bench ROWS=100000                                 with fewer rows than a million"
	@echo "  make bench LARGEST=10000000                            with the growth up to ten million"
	@echo "  make bench MOST_ARTICLES=1000000                       with near-duplicates among up to a million articles"
	@echo "  make bench SOAK=600                                    with ten minutes of visitors, for the memory"

setup: .setup/packages .venv/.tools .assets/.placed ## install what building, drawing and the pages need (Debian)

run: report ## the same, and open the observatory on it: a web site on this machine, until Ctrl-C
	.build/release/entente serve $(if $(PORT),--port $(PORT))

report: setup ## build Entente, load the bundled evidence, recompute all studies
	swift build -c release --product entente
	@test -e "$(ENTENTE_ARCHIVE)" || (set -x; .build/release/entente init --bundled)
	.build/release/entente study run --all --out "$(REPORT)"

test: setup .setup/page-check-packages ## build with all warnings as errors and run all tests
	swift build --build-tests $(STRICT)
	swift test --skip-build $(STRICT)

lint: ## check the style of the Swift files
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

fuzz: setup ## look for inputs on which a reader of files fails: a million dates and tables, 100,000 of the others
	Fuzz/run $(READERS)

kill: setup ## kill the import of a million rows at twenty moments, and look at what is left
	swift build -c release --product entente
	python3 Tools/kill_import.py .build/release/entente $(if $(ROWS),--rows $(ROWS)) $(if $(SEED),--seed $(SEED))

bench: setup .venv/.bench .setup/bench-packages ## time Entente against what one would use instead, over a million rows
	swift build $(BENCH_BUILD) --product entente
	swift build $(BENCH_BUILD) --product warm
	swift build $(BENCH_BUILD) --product words
	.venv/bin/python Benchmarks/bench.py $(addprefix Benchmarks/.build/release/,entente warm words) \
		$(if $(ROWS),--rows $(ROWS)) $(if $(LARGEST),--largest $(LARGEST)) $(if $(SOAK),--soak $(SOAK)) \
		$(if $(MOST_ARTICLES),--most-articles $(MOST_ARTICLES))

clean: ## remove what was built and installed here; archives and reports stay
	rm -rf .build .setup .venv .assets Benchmarks/.build Fuzz/.build

.setup/packages: Makefile
	@bash Tools/install-packages $(PACKAGES)
	@mkdir -p $(@D) && touch $@

.setup/page-check-packages: Makefile
	@bash Tools/install-packages $(PAGE_CHECK_PACKAGES)
	@mkdir -p $(@D) && touch $@

.setup/bench-packages: Makefile
	@bash Tools/install-packages wrk
	@mkdir -p $(@D) && touch $@

# Without what the packages depend on: of one that carries a script, only the script is wanted.
.venv/.tools: Tools/requirements.txt | .setup/packages
	@echo "Preparing .venv …"
	@python3 -m venv .venv
	@$(VENV_INSTALL) Tools/requirements.txt --no-deps
	@touch $@

# What the observatory's pages load, out of the packages that carry it.
.assets/.placed: Tools/place_assets.py .venv/.tools
	@.venv/bin/python Tools/place_assets.py .assets
	@touch $@

.venv/.bench: Benchmarks/requirements.txt | .venv/.tools
	@$(VENV_INSTALL) Benchmarks/requirements.txt
	@touch $@
