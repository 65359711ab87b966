//go:build !shifted

package app

import "khabar/backend/newsroom"

// clockOfWindow is the clock that the window goes by.
func clockOfWindow() newsroom.Clock { return newsroom.SystemClock{} }
