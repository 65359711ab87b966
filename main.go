// Command khabar is an offline-first newsroom. Without arguments it opens the window;
// with a verb (khabar help) it does one thing and ends.
package main

import (
	"os"

	"khabar/app/command"
	"khabar/frontend"
)

func main() { os.Exit(command.Main(os.Args[1:], frontend.Assets(), os.Stdout, os.Stderr)) }
