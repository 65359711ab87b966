# Khabar: everything that can be done with this source. `make` alone lists it.
# What is missing on the machine is installed first (build/setup.sh).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

BIN   := build/bin
CACHE := build/cache
APP   := $(BIN)/khabar
PLAIN := $(BIN)/khabar-plain
SHIFTED := $(CACHE)/khabar-shifted
SETUP := build/setup.sh

# The window is GTK 3 with WebKitGTK 4.1; everything else is built without cgo.
TAGS  := desktop,production,webkit2_41
PURE  := CGO_ENABLED=0

# The version is the newest one of the change log.
VERSION := $(shell sed -n 's/^\#\# \([0-9][0-9.]*\).*/\1/p' CHANGELOG.md 2>/dev/null | head -n 1)
NAMED   := $(if $(VERSION),-X khabar/app.Version=$(VERSION))

export PLAYWRIGHT_BROWSERS_PATH := $(CURDIR)/$(CACHE)/browsers

GO_CODE  := $(wildcard *.go) app backend frontend/embed.go
GO_FILES := $(shell find $(GO_CODE) -type f -not -name '*_test.go' -not -path '*/testdata/*')
UI_FILES := $(shell find frontend backend/locale/catalogues docs/guide -type f \
	-not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/public/fonts/*' -not -path '*/public/spelling/*' -not -name '*.test.ts')
BOUND    := $(wildcard app/*.go backend/newsroom/*.go)

## run          open the application; without a display, on a virtual one with a picture of it
.PHONY: run
run: $(APP)
	@[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || $(SETUP) window
	@build/run.sh $(APP)

## build        the application, as build/bin/khabar
.PHONY: build
build: $(APP)

$(APP): $(GO_FILES) go.mod go.sum frontend/dist/index.html | system
	@echo "Building the application"
	@CGO_ENABLED=1 go build -tags $(TAGS) -trimpath -ldflags '$(NAMED)' -o $@ .
	@touch $@

# The command line alone, on any machine: no window, no GTK, no C compiler.
$(PLAIN): $(GO_FILES) go.mod go.sum frontend/dist/index.html
	@$(PURE) go build -trimpath -ldflags '$(NAMED)' -o $@ .
	@touch $@

frontend/dist/index.html: $(UI_FILES) $(CACHE)/bindings | packages
	@echo "Building the window"
	@cd frontend && npm run --silent build -- --logLevel error >/dev/null
	@touch frontend/dist/.gitkeep

$(CACHE)/bindings: $(BOUND) wails.json go.mod | $(CACHE)
	@$(PURE) go run -tags bindings . >$(CACHE)/bindings.log 2>&1 || { cat $(CACHE)/bindings.log; exit 1; }
	@touch $@

## bindings     write frontend/wailsjs anew from the methods that the window may call
.PHONY: bindings
bindings:
	@rm -f $(CACHE)/bindings
	@$(MAKE) $(CACHE)/bindings

## check        formatting, vet, staticcheck, types, lint, architecture, bindings
.PHONY: check check-go check-frontend check-bindings
check: check-go check-frontend check-bindings
	@echo "Everything is in order."

check-go: | system
	@list=$$(gofmt -l $(GO_CODE)); [ -z "$$list" ] || { echo "Not formatted; run gofmt -w on:"; echo "$$list"; exit 1; }
	@$(PURE) go vet ./...
	@$(PURE) go tool staticcheck ./...
	@$(PURE) go test ./backend

check-frontend: frontend/dist/index.html | packages
	@cd frontend && npm run --silent check
	@cd frontend && npm run --silent lint -- --max-warnings 0
	@cd frontend && npm run --silent test -- src/arch.test.ts

check-bindings: bindings
	@git diff --exit-code -- frontend/wailsjs && [ -z "$$(git ls-files --others --exclude-standard frontend/wailsjs)" ] || \
		{ echo "frontend/wailsjs was out of date. It has been written anew: commit it."; exit 1; }

## test         everything: Go, window code, the real window, the published site
.PHONY: test test-go test-race test-frontend test-window test-site test-interchange
test: test-go test-race test-frontend test-site test-interchange test-window

test-go: | system
	@$(PURE) go test ./...

# The packages that do several things at once, under the race detector.
RACE := $(wildcard backend/journal backend/media backend/site backend/publish)
test-race: | system
	@CGO_ENABLED=1 go test -race $(RACE:%=./%)

test-frontend: | packages
	@cd frontend && npm run --silent test

test-window: $(APP) $(SHIFTED) $(PLAIN) $(CACHE)/libautomate.so $(CACHE)/devices | tools
	@build/display.sh node --test --test-concurrency=1 --test-reporter=spec e2e/window/*.test.mjs

test-site: $(PLAIN) | tools
	@node --test --test-concurrency=1 --test-reporter=spec e2e/site/*.test.mjs

# Files for translators' programs, put through OmegaT.
test-interchange: $(PLAIN) | tools
	@node --test --test-concurrency=1 --test-reporter=spec e2e/interchange/*.test.mjs

$(CACHE)/libautomate.so: e2e/harness/automate.c | system
	@gcc -shared -fPIC -O1 -Wall -o $@ $< $$(pkg-config --cflags --libs webkit2gtk-4.1)

# The application with a clock that a test can set; see app/clock_shifted.go.
$(SHIFTED): $(APP) | $(CACHE)
	@CGO_ENABLED=1 go build -tags $(TAGS),shifted -trimpath -o $@ .
	@touch $@

$(CACHE)/devices: e2e/devices/main.go $(GO_FILES) | $(CACHE)
	@$(PURE) go build -o $@ ./e2e/devices
	@touch $@

## bench        measure; the table comes out in build/cache/bench.md
.PHONY: bench
bench: $(APP) $(PLAIN) $(CACHE)/libautomate.so | tools
	@build/display.sh node e2e/bench/run.mjs

## screenshots  pictures of the main views into docs/screenshots, those of the guide into docs/guide/pictures
.PHONY: screenshots
screenshots: $(APP) $(CACHE)/libautomate.so | tools
	@KHABAR_SCREEN=1280x840 build/display.sh node e2e/screenshots/run.mjs
	@KHABAR_SCREEN=1280x840 build/display.sh node e2e/screenshots/guide.mjs

## dist         what is given away: a stripped binary for Linux and one for Windows
.PHONY: dist
dist: frontend/dist/index.html | system
	@CGO_ENABLED=1 go build -tags $(TAGS) -trimpath -ldflags '-s -w $(NAMED)' -o $(BIN)/khabar-linux-amd64 .
	@build/windows/build.sh $(BIN)/khabar-windows-amd64.exe '$(NAMED)'
	@ls -lh $(BIN)/khabar-linux-amd64 $(BIN)/khabar-windows-amd64.exe

## clean        remove everything that was built; what was installed stays
.PHONY: clean
clean:
	@rm -rf $(BIN) $(CACHE) frontend/dist frontend/node_modules e2e/node_modules
	@mkdir -p frontend/dist && touch frontend/dist/.gitkeep

# What has to be on the machine. These ask each time and take no time where all is there.
.PHONY: system packages tools
system:   | $(CACHE) ; @$(SETUP) build
packages: | $(CACHE) ; @$(SETUP) frontend
tools:    | $(CACHE) ; @$(SETUP) build window test e2e
$(CACHE): ; @mkdir -p $@ $(BIN)

.PHONY: help
help:
	@echo "Khabar: make VERB"
	@sed -n 's/^## /  /p' Makefile
