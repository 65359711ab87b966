#!/bin/sh
# Installs what building and testing Khabar needs on Debian 12 and Ubuntu 24.04.
#
#   build/setup.sh build          compiler and headers of GTK 3 and WebKitGTK
#   build/setup.sh window         a virtual display, to open the window without a screen
#   build/setup.sh test           browsers, drivers and checkers for the tests
#   build/setup.sh frontend e2e   Node packages of the folders with these names
#
# Only what is missing is installed: a second run finds everything there, asks no
# package manager and ends at once. Go, Node and make have to be there already.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

# least NAME FOUND WANTED: ends the script where version FOUND is below WANTED.
least() {
	lowest=$(printf '%s\n%s\n' "$2" "$3" | sort -V | head -n 1)
	[ "$lowest" = "$3" ] || fail "$1 $2 is too old; Khabar needs $1 $3 or newer."
}

tools() {
	command -v go >/dev/null || fail 'Go is not installed. Install Go 1.26 or newer and put its bin folder on the PATH.'
	command -v node >/dev/null || fail 'Node is not installed. Install Node 20.19 or newer.'
	command -v npm >/dev/null || fail 'npm is not installed. It comes with Node; on Debian its package is npm.'
	least Go "$(go env GOVERSION | sed 's/^go//; s/[^0-9.].*//')" 1.26
	least Node "$(node --version | sed 's/^v//')" 20.19
}

# Names of packages are those of Debian 12 and Ubuntu 24.04 alike.
packages() {
	case $1 in
	build) echo gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev ;;
	window) echo xvfb xauth dbus-daemon fonts-noto-core imagemagick ;;
	test) echo webkit2gtk-driver xdotool libxml2-utils default-jre-headless omegat unzip php-symfony-translation $(browser) ;;
	esac
}

# Debian has Chromium as a package. Ubuntu's package of that name only installs a
# snap, which cannot read a test's folders: there, Playwright brings its own.
browser() { [ "$(distribution)" = ubuntu ] || echo chromium; }
distribution() { . /etc/os-release 2>/dev/null && echo "${ID:-unknown}"; }

# missing PACKAGE…: prints those that are not installed.
missing() {
	for package in "$@"; do
		dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
	done
}

system() {
	wanted=$(packages "$1")
	if ! command -v dpkg-query >/dev/null; then
		say "set-up: this is no Debian or Ubuntu. Please see to it that these are installed, by the names they have here: $wanted"
		return 0
	fi
	absent=$(missing $wanted | tr '\n' ' ')
	[ -n "$absent" ] || return 0
	root=
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null || fail "these packages are missing: $absent— install them as root, or install sudo."
		root=sudo
	fi
	say "Installing for the $1 set: $absent"
	$root apt-get -q -o DPkg::Lock::Timeout=600 update >/dev/null ||
		say 'The list of packages could not be renewed; going on with the one that is there.'
	$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
		-o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install $absent >build/cache/apt.log 2>&1 ||
		{ tail -n 20 build/cache/apt.log >&2; fail "apt-get could not install: $absent"; }
}

# node FOLDER: installs exactly what its package-lock.json names, when that has changed.
node_packages() {
	stamp=build/cache/$1.lock
	if [ -d "$1/node_modules" ] && cmp -s "$1/package-lock.json" "$stamp"; then return 0; fi
	say "Installing the Node packages of $1"
	(cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
		fail "npm could not install the packages of $1."
	cp "$1/package-lock.json" "$stamp"
}

playwright_browser() {
	[ "$(distribution)" = ubuntu ] || return 0
	for name in chromium google-chrome google-chrome-stable; do
		if command -v "$name" >/dev/null; then return 0; fi
	done
	[ -e build/cache/browser ] && return 0
	say 'Installing a Chromium of its own for the tests'
	(cd e2e && npx playwright-core install --with-deps chromium) || fail 'Chromium could not be installed.'
	touch build/cache/browser
}

mkdir -p build/cache
tools
for set in "$@"; do
	case $set in
	build | window) system "$set" ;;
	test) system test ;;
	frontend) node_packages frontend ;;
	e2e) node_packages e2e; playwright_browser ;;
	*) fail "there is no set called $set. The sets are build, window, test, frontend and e2e." ;;
	esac
done
