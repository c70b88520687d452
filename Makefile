# tonghop: every command an office or an engineer needs. `make help` lists them.

ORG     ?= ninh-khanh
PERIOD  ?=
AS_OF   ?=
UNIT    ?=
INPUTS  ?= inputs
OUTPUTS ?= outputs
PREFIX  ?= /usr/local

BIN     := .build/release
SOURCES := $(shell find Sources -type f 2>/dev/null) Package.swift
STAMP   := .build/release.stamp

# Names of folders may hold anything: each value is one word of the shell.
quoted = '$(subst ','\'',$(1))'
inputs  = $(call quoted,$(INPUTS))
outputs = $(call quoted,$(OUTPUTS))

common = --inputs $(inputs) --outputs $(outputs) $(if $(AS_OF),--as-of $(call quoted,$(AS_OF)))
org    = $(common) --organisation $(call quoted,$(ORG))
period = $(if $(PERIOD),--period $(call quoted,$(PERIOD)))
unit   = $(if $(UNIT),--unit $(call quoted,$(UNIT)))
prefix = $(call quoted,$(DESTDIR)$(PREFIX))

# A stage that finds something to mend ends with 2: the work is done, so make goes on.
stage  = $(1) || [ $$? -eq 2 ]

.DEFAULT_GOAL := help

PROGRAMS := $(addprefix tonghop-,plan forms ingest aggregate workbook briefing trace nightly ledger)
BASH_FOLDER := share/bash-completion/completions
ZSH_FOLDER := share/zsh/site-functions
INSTALLED_FOLDERS := bin share/man/man1 $(BASH_FOLDER) $(ZSH_FOLDER)

BENCH   := .build-bench
SIZE    ?= S
RUNS    ?=

.PHONY: help setup build report test verify-workbook fuzz goldens nightly quarterly rerun forms plans \
  template install uninstall reference backup verify crash-test cron bench lint format clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' \
	  | awk -F'|' '{printf "  make %-15s %s\n", $$1, $$2}'

setup: ## install what is missing (Debian packages)
	@scripts/setup

build: setup $(STAMP) ## build a release

$(STAMP): $(SOURCES)
	swift build -c release --static-swift-stdlib
	@touch $@

# What was made is listed: of the period that was asked for, its documents; else all.
define documents
@$(call stage,$(BIN)/tonghop-ingest $(org))
@$(call stage,$(BIN)/tonghop-aggregate $(org) $(period) --hold)
@$(call stage,$(BIN)/tonghop-workbook $(org) $(period) --hold)
@$(call stage,$(BIN)/tonghop-briefing $(org) $(period))
@folder=$(outputs)/$(call quoted,$(ORG)); period=$$(printf %s $(call quoted,$(PERIOD)) | tr a-z A-Z); \
  if [ -d "$$folder/$$period" ]; then folder=$$folder$${period:+/$$period}; fi; \
  echo "Documents:" && find "$$folder" -type f \( -name '*.xlsx' -o -name '*.txt' -o -name '*.csv' \) | LC_ALL=C sort
endef

report: build ## all documents of the default period (ORG, PERIOD, AS_OF)
	$(documents)

test: ## run every test
	scripts/setup sqlite3
	swift build --build-tests
	rm -rf .build/test-cache
	XDG_CACHE_HOME=$(CURDIR)/.build/test-cache swift test --skip-build

verify-workbook: setup ## recalculate all workbooks with LibreOffice and compare every cell
	@scripts/verify-workbook $(outputs)/$(call quoted,$(ORG))

fuzz: setup ## hunt for crashes and hangs in the reader: make fuzz FUZZ_SECONDS=600
	TONGHOP_FUZZ=1 swift build --product fuzz_intake --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address
	@mkdir -p .build-fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build-fuzz/debug/fuzz_intake -max_total_time=$(or $(FUZZ_SECONDS),60) -timeout=10 \
	  -dict=Fuzz/intake.dict .build-fuzz/corpus Tests/IntakeTests/Fixtures

goldens: setup ## record the documents of the tests anew, then read them
	swift build --build-tests
	TONGHOP_RECORD_GOLDENS=1 swift test --skip-build

nightly: build ## take what is new, of every organisation and period; for cron
	@$(call stage,$(BIN)/tonghop-nightly $(common))

quarterly: build ## documents of one period: make quarterly PERIOD=2024-Q3
	@$(if $(PERIOD),,$(error PERIOD is missing: make quarterly PERIOD=2024-Q3))
	$(documents)

# Of an office whose ledger is still to be begun one file would be all there is: everything is taken first.
ledger = $(call quoted,$(OUTPUTS)/$(ORG)/ledger.sqlite)
rerun: build ## after a correction: make rerun PERIOD=2024-Q3 [UNIT=HU03]
	@$(if $(PERIOD),,$(error PERIOD is missing: make rerun PERIOD=2024-Q3 [UNIT=HU03]))
	@test -s $(ledger) || $(call stage,$(BIN)/tonghop-ingest $(org))
	@$(call stage,$(BIN)/tonghop-ingest $(org) $(period) $(unit))
	@$(call stage,$(BIN)/tonghop-aggregate $(org) $(period) --hold)
	@$(call stage,$(BIN)/tonghop-workbook $(org) $(period) --hold)
	@$(call stage,$(BIN)/tonghop-briefing $(org) $(period))

forms: build ## blank forms for the units: make forms PERIOD=2024-Q4 [UNIT=HU03]
	@$(if $(PERIOD),,$(error PERIOD is missing: make forms PERIOD=2024-Q4 [UNIT=HU03]))
	@$(call stage,$(BIN)/tonghop-forms $(org) $(period) $(unit))

plans: build ## check the plans and print what they hold
	@$(call stage,$(BIN)/tonghop-plan $(common) --list)

templates = $(call quoted,$(INPUTS)/$(ORG)/templates)
own_template = $(call quoted,$(INPUTS)/$(ORG)/templates/$(NAME).mustache)
template: build ## the wording of a document, to be edited: make template ORG=ninh-khanh NAME=bao-cao
	@$(if $(ORG),,$(error ORG is missing: make template ORG=ninh-khanh NAME=bao-cao))
	@$(if $(NAME),,$(error NAME is missing: one of bao-cao tom-tat cong-van don-doc phan-hoi hieu-chinh))
	@test ! -e $(own_template) || { echo $(own_template)": it is there already: edit it, or delete it first" >&2; exit 1; }
	@mkdir -p $(templates)
	@$(BIN)/tonghop-briefing --print-template $(call quoted,$(NAME)) > $(templates)/.new || { rm -f $(templates)/.new; exit 1; }
	@mv $(templates)/.new $(own_template)
	@echo $(own_template)

install: build ## programs, manual pages, completions: make install PREFIX=/usr/local
	install -d $(foreach folder,$(INSTALLED_FOLDERS),$(prefix)/$(folder))
	install -s -m 755 $(PROGRAMS:%=$(BIN)/%) $(prefix)/bin
	scripts/reference $(BIN) man .build/man
	install -m 644 .build/man/*.1 $(prefix)/share/man/man1
	for name in $(PROGRAMS); do program=$(BIN)/$$name; \
	  $$program --generate-completion-script bash > $(prefix)/$(BASH_FOLDER)/$$name && \
	  $$program --generate-completion-script zsh > $(prefix)/$(ZSH_FOLDER)/_$$name || exit 1; done

uninstall: ## take away what install put below PREFIX; inputs and outputs stay
	rm -f $(foreach name,$(PROGRAMS),$(prefix)/bin/$(name) \
	  $(prefix)/share/man/man1/$(name).1 $(prefix)/$(BASH_FOLDER)/$(name) \
	  $(prefix)/$(ZSH_FOLDER)/_$(name)) $(prefix)/share/man/man1/tonghop-ledger-*.1

reference: build ## write docs/options.md anew from what the programs say of themselves
	@scripts/reference $(BIN) > docs/options.md

backup: build ## copy every ledger to a dated file below outputs/<organisation>/sao-luu/
	@$(BIN)/tonghop-ledger backup $(common)

verify: build ## look through every ledger, read all originals and make all editions again
	@$(BIN)/tonghop-ledger verify $(common)

crash-test: build ## kill the stages and fail their writes at random, then check: ROUNDS=200
	@scripts/crash-test $(BIN) $(or $(ROUNDS),200)

cron: ## print a crontab line and a systemd service and timer for the nightly run
	@scripts/cron "$(CURDIR)" $(inputs) $(outputs)

bench: build ## measure the stages beside their floors: make bench SIZE=S|M|L|all|H|HL [RUNS=3]
	@swift build --package-path Benchmarks --scratch-path $(BENCH) -c release --quiet
	@cc -O2 -o $(BENCH)/floors Benchmarks/floors.c -lcsv -lxlsxwriter -lsqlite3
	@cp $(BENCH)/release/bench-inputs $(BENCH)/bench-inputs
	@$(BENCH)/release/bench $(SIZE) $(BIN) $(BENCH) $(BENCH)/floors Benchmarks/check-sums.py $(RUNS)

lint: ## check the style of all code
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz Benchmarks/Package.swift Benchmarks/Sources

format: ## put all code in the project's style
	swift format --in-place --recursive Package.swift Sources Tests Fuzz Benchmarks/Package.swift Benchmarks/Sources

clean: ## remove what was built; ledgers, backups and documents stay
	rm -rf .build .build-fuzz .build-bench
