package command

import (
	"errors"
	"fmt"
	"maps"
	"strings"
	"unicode/utf8"

	"khabar/app"
	"khabar/backend/newsroom"
)

// problem is an error as --json prints it.
type problem struct {
	File    string         `json:"file,omitempty"`
	Line    int            `json:"line,omitempty"`
	Code    newsroom.Code  `json:"code"`
	Message string         `json:"message"`
	Params  map[string]any `json:"params,omitempty"`
}

func problemOf(file string, err error) problem {
	e, ok := errors.AsType[*newsroom.Error](err)
	if !ok {
		return problem{File: file, Code: newsroom.Internal, Message: err.Error()}
	}
	p := problem{File: file, Code: e.Code, Message: e.Message, Params: map[string]any{}}
	for k, v := range e.Params {
		p.Params[k] = fmt.Sprint(v)
	}
	return p
}

// fileProblems says what did not go in of a file, with its line; what stands in no line is
// said of the first.
func (s *session) fileProblems(file string, all []app.FileProblem) []problem {
	problems := []problem{}
	for _, p := range all {
		problems = append(problems, s.problemAt(file, p.Line, p.Err))
	}
	return problems
}

// problemAt is what is wrong in a line of a file; it is said at once where no JSON is wanted.
func (s *session) problemAt(file string, line int, err error) problem {
	entry := problemOf(file, err)
	entry.Line = line
	if !s.json {
		s.say("%s:%d: %s", file, max(1, line), s.sentence(err))
	}
	return entry
}

// sentence is an error in the user's language, with the next step where there is one.
func (s *session) sentence(err error) string {
	e, ok := errors.AsType[*newsroom.Error](err)
	if !ok {
		return err.Error()
	}
	params := s.named(e.Params)
	text := s.text.T(s.lang, "error."+e.Message, params)
	for _, hint := range []string{"error." + e.Message + ".hint", "error.code." + string(e.Code) + ".hint"} {
		if s.text.Has(newsroom.English, hint) {
			if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(".!?؟۔", last) {
				text += " —" // it ends with a path
			}
			text += " " + s.text.T(s.lang, hint, params)
			break
		}
	}
	if e.Err != nil && e.Code == newsroom.Internal {
		text += " (" + e.Err.Error() + ")"
	}
	return strings.TrimSpace(text)
}

// named calls a field by its name in the user's language; others, such as a key of a
// file, stay as they are.
func (s *session) named(params map[string]any) map[string]any {
	field, ok := params["field"].(string)
	if key := "error.field." + field; ok && s.text.Has(newsroom.English, key) {
		params = maps.Clone(params)
		params["field"] = s.text.T(s.lang, key, nil)
	}
	return params
}
