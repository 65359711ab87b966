package app

import (
	"cmp"
	"os"
)

// WebKit's engine for JavaScript sizes its heap by the memory of the machine: on one with
// 24 GB it collects for the first time after 32 MB and then lets the heap double, so that an
// hour of lists and editors leaves a hundred MB of garbage that nobody has come for. The
// window is made for laptops with 4 GB that run other things too. These settings, which
// the engine reads from the environment of its process, have it take the machine for a
// small one; the heap is not limited by them. Other engines do not know them.
var webMemory = map[string]string{
	"JSC_largeHeapSize": "8388608",   // bytes until the first collection
	"JSC_forceRAMSize":  "268435456", // what it takes the machine to have: beyond a quarter of it the heap grows by half and less
}

// frugal gives the web view its settings, unless somebody has set them. WebKit must
// not have been started yet.
func frugal() {
	for name, value := range webMemory {
		os.Setenv(name, cmp.Or(os.Getenv(name), value)) // fails for a malformed name only
	}
}
