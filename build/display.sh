#!/bin/sh
# Runs a command on a virtual display with everything of its own: screen, session
# bus, home and runtime folder. Nothing of it stays when the command ends.
#
#   build/display.sh COMMAND ARGUMENT…
#
# KHABAR_SCREEN sets the size of the screen, 1440x900 without it.
set -eu
room=$(mktemp -d "${TMPDIR:-/tmp}/khabar-display.XXXXXX")
trap 'rm -rf "$room"' EXIT
mkdir -m 700 "$room/home" "$room/run"
# A bus that can start nothing: no desktop service wakes up, none stays behind.
cat >"$room/bus.conf" <<'XML'
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
XML

unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME WAYLAND_DISPLAY
export HOME="$room/home" XDG_RUNTIME_DIR="$room/run" LANG=C.UTF-8
export GDK_BACKEND=x11 GSETTINGS_BACKEND=memory NO_AT_BRIDGE=1

# The bus complains where it may not raise its own limits: only the command is heard.
exec 3>&2
dbus-run-session --config-file="$room/bus.conf" -- sh -c 'exec xvfb-run -a -s "$0" "$@" 2>&3 3>&-' \
	"-screen 0 ${KHABAR_SCREEN:-1440x900}x24 -nolisten tcp" "$@" 2>/dev/null
