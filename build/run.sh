#!/bin/sh
# Opens the application given as the argument. Where there is no display it opens on
# a virtual one, with a home of its own, until the first screen is drawn; a picture
# of that screen stays behind.
set -eu
cd "$(dirname "$0")/.."
app=$1

if [ "${2:-}" != virtual ]; then
	if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then exec "$app"; fi
	echo 'There is no display: opening Khabar on a virtual one.'
	exec build/display.sh "$0" "$app" virtual
fi

picture=$PWD/build/screenshots/run.png
mkdir -p build/screenshots
"$app" >build/cache/run.log 2>&1 </dev/null &
window=$!

# The screen is drawn when it holds more than a background and has come to rest.
before=none
tries=0
while :; do
	kill -0 $window 2>/dev/null || { cat build/cache/run.log >&2; echo 'Khabar ended before it showed anything.' >&2; exit 1; }
	import -window root "$picture"
	now=$(identify -format '%k %#' "$picture")
	if [ "${now%% *}" -gt 16 ] && [ "$now" = "$before" ]; then break; fi
	before=$now
	tries=$((tries + 1))
	[ $tries -lt 120 ] || { echo 'Khabar showed nothing within half a minute.' >&2; kill $window; exit 1; }
	sleep 0.2
done

kill $window
wait $window || true
echo "Khabar opened, and was closed again. What it showed: $picture"
echo 'On a machine with a screen, make run leaves it open. To look further without one: make screenshots.'
