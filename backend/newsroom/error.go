package newsroom

import (
	"errors"
	"fmt"
	"strings"
)

// Code is the kind of an error: what a program can decide on.
type Code string

// The codes. Anything without a code is Internal.
const (
	Invalid   Code = "invalid"   // the input cannot be used; the message says what and where
	NotFound  Code = "notFound"  // no such thing
	Conflict  Code = "conflict"  // the act does not fit the state the thing is in
	Forbidden Code = "forbidden" // the member's roles do not allow it
	Damaged   Code = "damaged"   // a file or a record is not what it was when written
	TooNew    Code = "tooNew"    // made by a newer Khabar
	Storage   Code = "storage"   // the disk refused: full, read-only, gone
	Cancelled Code = "cancelled" // the user stopped it
	Internal  Code = "internal"  // a fault of Khabar
)

// Error is an error that a person may see. The sentence is not here: Message names
// an entry "error."+Message of the catalogues, in which {{.name}} stands for a
// parameter.
type Error struct {
	Code    Code
	Message string         // "slug.taken": catalogue entry error.slug.taken
	Params  map[string]any // what the sentence names: the thing, the place
	Err     error          // cause, for the log; may be nil
}

// Errorf returns an *Error. The arguments after message are name, value pairs; a
// last argument without a name before it is the cause, an error or nil.
func Errorf(code Code, message string, args ...any) error {
	e := &Error{Code: code, Message: message, Params: map[string]any{}}
	for len(args) > 0 {
		if len(args) == 1 {
			cause, ok := args[0].(error)
			if !ok && args[0] != nil {
				panic("newsroom.Errorf: odd arguments for " + message)
			}
			e.Err = cause
			break
		}
		e.Params[args[0].(string)] = args[1]
		args = args[2:]
	}
	return e
}

// Error is for logs and developers, not for the window.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Code, e.Message)
	for k, v := range e.Params {
		fmt.Fprintf(&b, " %s=%v", k, v)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of err: "" for nil, Internal for an error that has none.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return Internal
}
