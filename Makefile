# make run · make test · make install PREFIX=… · make bench · make compare · make format
SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := -c release -Xswiftc -cross-module-optimization
STATIC := $(RELEASE) --static-swift-stdlib
# Options of pubql-bench or compare.py, and how many records the latter compares on.
BENCH ?=
SIZE ?= 100000

.PHONY: run test build install uninstall bench compare lint format clean setup

# Builds in release and runs a real query script over seeds/.
run: setup
	$(SWIFT) build $(RELEASE) --product pubql
	$$($(SWIFT) build $(RELEASE) --show-bin-path)/pubql run Examples/chinese-smart-cities.pubql --format table

# All tests, after the set-up that they need.
test: setup
	$(SWIFT) build --build-tests
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --skip-build

build: setup
	$(SWIFT) build $(STATIC) --product pubql

# One file, with the Swift runtime linked in; it needs only the C library and libedit.
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(SWIFT) build $(STATIC) --show-bin-path)/pubql" "$(DESTDIR)$(PREFIX)/bin/pubql"
	strip "$(DESTDIR)$(PREFIX)/bin/pubql"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/pubql"

# Figures on a generated corpus; see Benchmarks/README.md.
bench: bench-build
	$$($(SWIFT) build $(RELEASE) --show-bin-path)/pubql-bench $(BENCH)

# The same questions on DuckDB, SQLite, tantivy and polars, from PyPI: make compare SIZE=1000000
compare: bench-build
	Benchmarks/Peers/compare.py --size $(SIZE) \
	  --bench "$$($(SWIFT) build $(RELEASE) --show-bin-path)/pubql-bench" $(BENCH)

.PHONY: bench-build
bench-build: setup
	$(SWIFT) build $(RELEASE) --product pubql
	$(SWIFT) build $(RELEASE) --product pubql-bench

lint:
	$(SWIFT) format lint --strict --parallel -r Sources Tests Benchmarks Examples Package.swift

format:
	$(SWIFT) format -i --parallel -r Sources Tests Benchmarks Examples Package.swift

clean:
	$(SWIFT) package clean

# Values of the engine lie inside of those of PubQL. Where only their layout has changed, SwiftPM does
# not see that what uses PubQL has to be built anew, and that would crash: so it is touched.
STAMP := .build/.engine-seen
.PHONY: dependents
dependents:
	@if [ -e $(STAMP) ] && [ -n "$$(find Sources -name '*.swift' -newer $(STAMP) -print -quit)" ]; then \
	  find Sources/PubQL Sources/PubQLDisplay Sources/PubQLREPL Sources/pubql-cli Benchmarks Tests \
	    -name '*.swift' -exec touch {} +; \
	fi; mkdir -p .build; touch $(STAMP)

# The prompt edits lines with libedit: its header is installed where it is missing.
setup: dependents
	@if [ ! -e /usr/include/histedit.h ] && [ "$$PUBQL_LIBEDIT" != 0 ]; then \
	  if command -v apt-get >/dev/null; then \
	    echo "installing libedit-dev, which the prompt needs"; \
	    as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	    $$as_root apt-get install -y libedit-dev >/dev/null 2>&1 \
	      || { $$as_root apt-get update && $$as_root apt-get install -y libedit-dev; }; \
	  else \
	    echo "libedit is missing: the prompt will read plain lines"; \
	  fi; \
	fi
