#!/bin/sh
# Cross-builds the Windows program, with its icon and manifest, from any system.
#
#   build/windows/build.sh OUTPUT.exe LINKER-FLAGS
#
# The linker takes the resources from a .syso file beside main.go; it is made here
# and goes again, so that no other build finds it.
set -eu
cd "$(dirname "$0")/../.."
resources=rsrc_windows_amd64.syso
trap 'rm -f "$resources"' EXIT

go run github.com/tc-hib/go-winres@v0.3.3 make --in build/windows/winres.json --out rsrc --arch amd64
GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go build -tags desktop,production -trimpath \
	-ldflags "-s -w -H windowsgui ${2:-}" -o "$1" .
