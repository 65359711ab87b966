// Package command is Khabar's command line: the same newsroom without a window, for
// scripts and tests. It needs no GTK.
//
// Every verb takes --data DIR (otherwise the platform's usual data folder) and --json,
// which prints one JSON object on standard output and nothing else. Progress and
// problems go to standard error. Exit codes:
//
//	0  done
//	1  not done: the error says why
//	2  the command line is wrong
//	3  done, but not all of it: the problems are listed
//	4  stopped by the user
package command

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"khabar/app"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// The exit codes.
const (
	Done = iota
	Failed
	Usage
	Partly
	Stopped
)

// These end a verb that has said itself what is missing.
var (
	errPartly  = errors.New("not everything was done")
	errStopped = errors.New("stopped")
)

type flags struct {
	Data    string           `help:"Data folder; otherwise the platform's usual one." placeholder:"DIR" type:"path"`
	JSON    bool             `help:"Print one JSON object."`
	Version kong.VersionFlag `help:"Print the version."`

	Open      openVerb      `cmd:"" default:"1" help:"Open the window (what khabar does without a verb)."`
	Sample    sampleVerb    `cmd:"" help:"Make the sample newsroom in the data folder."`
	Coverage  coverageVerb  `cmd:"" help:"List the newest stories and what they are in each language."`
	Import    importVerb    `cmd:"" help:"Take in trees of Markdown files with front matter, one file an edition."`
	Export    exportVerb    `cmd:"" help:"Write every edition as a Markdown file with front matter, pictures beside."`
	Names     namesVerb     `cmd:"" help:"Exchange the names with other programs."`
	Translate translateVerb `cmd:"" help:"Exchange a translation with other programs."`
	Memory    memoryVerb    `cmd:"" help:"Exchange the translation memory with other programs."`
	Search    searchVerb    `cmd:"" help:"Find editions by their words."`
	Publish   publishVerb   `cmd:"" help:"Bring a folder up to date with what is live. Approves nothing."`
	Verify    verifyVerb    `cmd:"" help:"Check signatures, chains, tables and pictures."`
}

// session is what a verb works with.
type session struct {
	ctx    context.Context
	dir    string
	json   bool
	assets fs.FS
	text   *locale.Catalogues
	lang   newsroom.Lang
	out    io.Writer
	errs   io.Writer
}

// Main runs the verb that args name and returns the exit code.
func Main(args []string, assets fs.FS, out, errs io.Writer) int {
	text, err := locale.Load()
	if err != nil {
		fmt.Fprintln(errs, err)
		return Failed
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{ctx: ctx, assets: assets, text: text, lang: locale.Guess(os.Environ()), out: out, errs: errs}
	return s.run(args)
}

func (s *session) run(args []string) int {
	var f flags
	ended := -1 // set where help or the version was all that was asked for
	parser, err := kong.New(&f, kong.Name("khabar"), kong.Writers(s.out, s.errs), kong.Exit(func(code int) { ended = code }),
		kong.Description("An offline-first newsroom in nine languages."), kong.Vars{"version": app.Version},
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(s.errs, err)
		return Failed
	}
	parsed, err := parser.Parse(args)
	if ended >= 0 {
		return ended
	}
	if err != nil {
		fmt.Fprintln(s.errs, "khabar:", err)
		return Usage
	}
	s.json, s.dir = f.JSON, f.Data
	if s.dir == "" {
		if s.dir, err = app.DefaultDir(); err != nil {
			return s.fail(err)
		}
	}
	return s.fail(parsed.Run(s))
}

// fail tells an error and returns the exit code.
func (s *session) fail(err error) int {
	switch {
	case err == nil:
		return Done
	case errors.Is(err, errPartly):
		return Partly
	case errors.Is(err, errStopped):
		return Stopped
	}
	if s.json {
		s.print(map[string]any{"error": problemOf("", err)})
	} else {
		s.say("%s", s.sentence(err))
	}
	if newsroom.CodeOf(err) == newsroom.Cancelled {
		return Stopped
	}
	return Failed
}

// room opens the newsroom of the data folder.
func (s *session) room() (*app.Room, error) {
	return app.OpenRoom(s.ctx, s.dir, s.assets, s.text, newsroom.SystemClock{})
}

// withNew does what with does, and makes an empty newsroom first where there is none.
func (s *session) withNew(name, member string, f func(*app.Room) error) error {
	settings := newsroom.Settings{Name: name, Agency: name, Owner: name, Languages: newsroom.Languages}
	r, err := app.FoundRoom(s.ctx, s.dir, member, settings, nil, s.assets, s.text, newsroom.SystemClock{})
	if newsroom.CodeOf(err) == newsroom.Conflict {
		return s.with(f)
	}
	if err != nil {
		return err
	}
	s.say("%s", s.text.T(s.lang, "cli.founded", map[string]any{"path": s.dir}))
	return closing(r, f(r))
}

// with runs f with the newsroom open, and closes it.
func (s *session) with(f func(*app.Room) error) error {
	r, err := s.room()
	if err != nil {
		return err
	}
	return closing(r, f(r))
}

// closing closes r after something that ended in err; a failure to close counts where
// nothing worse happened.
func closing(r *app.Room, err error) error {
	if closed := r.Close(context.Background()); err == nil || errors.Is(err, errPartly) {
		return cmp.Or(closed, err)
	}
	return err
}

func (s *session) print(v any) {
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // a closed pipe has nobody left to tell
}

// line prints a line of result; nothing with --json.
func (s *session) line(key string, params map[string]any) {
	if !s.json {
		fmt.Fprintln(s.out, s.text.T(s.lang, key, params))
	}
}

func (s *session) say(format string, args ...any) { fmt.Fprintf(s.errs, format+"\n", args...) }
