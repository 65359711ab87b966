#!/bin/sh
# Started by the driver: opens the application under automation. Its output goes to
# the file KHABAR_LOG, since an inherited one would keep the test runner waiting.
echo $$ >"$KHABAR_PID"
exec env LD_PRELOAD="$KHABAR_AUTOMATE" "$KHABAR_BINARY" "$@" >>"$KHABAR_LOG" 2>&1 </dev/null
