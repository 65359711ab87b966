package interchange

import (
	"bytes"
	"io"
	"regexp"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// ReadXLIFF reads the documents of a file of XLIFF 1.x or 2.x. Each unit is read by itself:
// one that is no XML, or whose marks are broken, is a Problem with its line, and the rest
// comes in. Errors are Invalid: the file is no XLIFF.
func ReadXLIFF(r io.Reader) (all []Document, problems []Problem, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return nil, nil, newsroom.Errorf(newsroom.Invalid, "interchange.xliff", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	root := xliffRoot.FindSubmatch(data)
	if root == nil || bytes.Contains(data[:min(len(data), 200)], []byte{0}) {
		return nil, nil, newsroom.Errorf(newsroom.Invalid, "interchange.xliff")
	}
	langs := attributes(string(root[0]))
	starts := unitStart.FindAllSubmatchIndex(data, -1)
	line, at := 1, 0
	for i, s := range starts {
		line += bytes.Count(data[at:s[0]], []byte("\n"))
		at = s[0]
		end := len(data)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		if string(data[s[2]:s[3]]) == "file" {
			all = append(all, documentOf(attributes(string(data[s[0]:s[1]])), langs))
			continue
		}
		if len(all) == 0 {
			continue
		}
		u, found, err := readUnit(string(data[s[0]:end]), line)
		if err != nil {
			problems = append(problems, Problem{line, err})
			continue
		}
		problems = append(problems, found...)
		d := &all[len(all)-1]
		d.Units = append(d.Units, u)
	}
	return all, problems, nil
}

var (
	xliffRoot = regexp.MustCompile(`<(?:[\w.-]+:)?xliff\b[^>]*>`)
	unitStart = regexp.MustCompile(`<(?:[\w.-]+:)?(file|trans-unit|unit)\b[^>]*>`)
	attribute = regexp.MustCompile(`([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

func attributes(tag string) map[string]string {
	all := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(tag, -1) {
		all[m[1]] = m[2] + m[3]
	}
	return all
}

func documentOf(file, root map[string]string) Document {
	d := Document{Edition: newsroom.EditionID(file["original"]), From: langOf(file["source-language"]), To: langOf(file["target-language"])}
	if d.Edition == "" {
		d.Edition = newsroom.EditionID(file["id"])
	}
	if d.From == "" {
		d.From, d.To = langOf(root["srcLang"]), langOf(root["trgLang"])
	}
	return d
}

// langOf is the language of a tag, "fa-AF" for one; "" where the newsroom does not have it.
func langOf(tag string) newsroom.Lang {
	first, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if l := newsroom.Lang(first); l.Valid() {
		return l
	}
	return ""
}

// readUnit reads the unit that data begins with.
func readUnit(data string, line int) (u Unit, problems []Problem, err error) {
	e, err := readElement(data, line)
	if err != nil {
		return u, nil, err
	}
	u.Line = line
	if !u.named(e.attrs["id"]) {
		return u, nil, newsroom.Errorf(newsroom.Invalid, "interchange.unit", "unit", e.attrs["id"])
	}
	c := newContent(e)
	var source, target []element
	if e.name == "trans-unit" {
		u.Kind = strings.TrimPrefix(e.attrs["restype"], "x-")
		u.was(e.attrs["extradata"])
		source, target = parts([]element{e}, "source"), parts([]element{e}, "target")
	} else {
		u.Kind = e.attrs["name"]
		if notes, ok := e.first("notes"); ok {
			for _, n := range notes.children {
				if n.attrs["category"] == markCategory {
					u.was(n.all())
				}
			}
		}
		source, target = parts(segments(e), "source"), parts(segments(e), "target")
	}
	u.Source = c.runs(source, true)
	c.unit = u.Name()
	if len(target) > 0 {
		u.Target = c.runs(target, false)
	}
	for _, err := range c.problems {
		problems = append(problems, Problem{line, err})
	}
	if u.Translated() {
		problems = append(problems, u.check()...)
	}
	return u, problems, nil
}

func (u *Unit) was(mark string) {
	if before, ok := strings.CutPrefix(mark, markPrefix); ok {
		u.Before, u.Written = newsroom.Digest(before), true
	}
}

// segments are the parts into which a program cut a unit of version 2, in order, with what
// stands between them.
func segments(unit element) (all []element) {
	for _, c := range unit.children {
		if c.name == "segment" || c.name == "ignorable" {
			all = append(all, c)
		}
	}
	return all
}

// parts are the sources or targets of segments. What is not translated between them is the
// same in both.
func parts(segments []element, name string) (all []element) {
	some := false
	for _, s := range segments {
		part, ok := s.first(name)
		some = some || ok
		if !ok && s.name == "ignorable" {
			part, _ = s.first("source")
		}
		all = append(all, part)
	}
	if !some {
		return nil
	}
	return all
}

// check finds the marks of the source that the target lost, and those that Markdown would
// not read as marks where they stand now.
func (u Unit) check() (problems []Problem) {
	id := u.Name()
	for _, mark := range lost(u.Source, u.Target) {
		problems = append(problems, Problem{u.Line, newsroom.Errorf(newsroom.Invalid, "interchange.markLost", "unit", id, "mark", mark)})
	}
	if u.Field != "" {
		return problems
	}
	again := markdown.Runs(markdown.Join(u.Target), references(u.Target))
	for _, mark := range lost(u.Target, again) {
		problems = append(problems, Problem{u.Line, newsroom.Errorf(newsroom.Invalid, "interchange.markBroken", "unit", id, "mark", mark)})
	}
	return problems
}

// lost lists the marks of one text that another lacks.
func lost(of, in []markdown.Run) (marks []string) {
	type mark struct {
		source string
		pair   bool
	}
	have := map[mark]int{}
	look := func(r markdown.Run) mark { return mark{strings.TrimSpace(r.Source), r.Kind != markdown.Alone} }
	for _, r := range in {
		have[look(r)]++
	}
	for _, r := range of {
		m := look(r)
		if r.Kind == markdown.Wording || m.source == "" || strings.HasPrefix(m.source, `\`) || strings.HasPrefix(m.source, "&") {
			continue // an escape that was not needed, or a space, may go
		}
		if have[m]--; have[m] < 0 {
			marks = append(marks, m.source)
		}
	}
	return marks
}

// noteMark is a reference to a footnote, or to the definition of a link.
var noteMark = regexp.MustCompile(`\[\^[^\]\s]+\]|\]\[([^\]]+)\]`)

// references are definitions of what marks refer to, so that they are read as marks.
func references(runs []markdown.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Kind == markdown.Wording {
			continue
		}
		for _, m := range noteMark.FindAllStringSubmatch(r.Source, -1) {
			if m[1] != "" {
				b.WriteString("[" + m[1] + "]: x\n\n")
			} else {
				b.WriteString(m[0] + ": x\n\n")
			}
		}
	}
	return b.String()
}
