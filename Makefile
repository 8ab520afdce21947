# bantin: two commands do all set-up on a fresh Debian or Ubuntu with Swift 6.3: `make site` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: site build test check soak lint format bench clean help

BANTIN := .build/release/bantin
# The binary holds Swift's libraries, libcmark, libyaml, libxxhash, zlib and SQLite; libc and the C++ runtime stay outside.
# The linker takes a library's .a where a folder has no .so of it: scripts/static-libraries makes that folder.
STATIC := $(CURDIR)/.build/static-libraries
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xswiftc -L$(STATIC)

help:
	@echo "make site    install what is missing, build, generate public/ from content/"
	@echo "make test    all tests: unit, whole sites, the built binary, the browser, style"
	@echo "make check   the quick tests, for all day"
	@echo "make soak    the long campaigns"
	@echo "make bench   measure against Hugo and the floor; writes docs/benchmarks.md"
	@echo "make build | lint | format | clean"

site: build
	$(BANTIN) build
	@echo
	@echo "public/ is ready. To look at it: $(BANTIN) serve"

build:
	scripts/install build
	scripts/static-libraries $(STATIC)
	swift build $(RELEASE) --product bantin

check:
	scripts/install build
	scripts/unit-tests
	scripts/lint

test: build
	scripts/install test
	scripts/lint
	scripts/unit-tests
	scripts/binary-tests
	scripts/fault-tests
	scripts/incremental-tests
	scripts/browser-tests

soak: build
	scripts/install test
	BANTIN_SOAK=1 scripts/unit-tests
	BANTIN_SOAK=1 scripts/fault-tests
	BANTIN_SOAK=1 scripts/binary-tests -k no_answered_hit
	BANTIN_SEQUENCES=10000 scripts/incremental-tests

lint:
	scripts/lint

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

bench: build
	scripts/install test
	scripts/install bench
	python3 Benchmarks/run.py --bantin $(BANTIN)

clean:
	rm -rf .build .bench .venv .bantin
