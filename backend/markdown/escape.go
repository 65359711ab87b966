package markdown

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Join writes a block from runs: marks as they are, words escaped where Markdown would take
// them for marks. Spaces at the inner edge of a pair of marks move out of it, where the marks
// would not be read as such.
func Join(runs []Run) string {
	j := joiner{runs: shifted(runs)}
	if len(j.runs) > 0 && j.runs[0].Kind == Alone {
		j.marked = blockMark.MatchString(j.runs[0].Source)
		j.heading = strings.HasPrefix(j.runs[0].Source, "#")
	}
	for _, r := range j.runs {
		j.table = j.table || r.Kind == Alone && j.marked && strings.Contains(r.Source, "|")
	}
	for i, r := range j.runs {
		if r.Kind != Wording {
			j.b.WriteString(r.Source)
			j.title = r.Kind == Alone && openTitle.MatchString(r.Source)
			j.fresh = j.fresh && r.Kind != Alone || r.Kind == Alone && (i == 0 && j.marked || strings.ContainsRune(r.Source, '\n'))
			continue
		}
		for _, s := range j.escape([]rune(r.Text), i) {
			j.b.WriteString(s)
		}
		j.fresh = false
	}
	return j.b.String()
}

// blockMark is what begins a block that is no paragraph; openTitle comes before a caption.
var (
	blockMark = regexp.MustCompile(`^\s*(?:[-+*>|]|#{1,6}\s|\d+[.)]|\[\^)`)
	openTitle = regexp.MustCompile(`\]\((?:<[^<>\n]*>|[^\s()<>]+)\s+"$`)
)

type joiner struct {
	runs    []Run
	b       strings.Builder
	marked  bool // it begins with the sign of a block
	heading bool
	table   bool
	title   bool // the words are a caption
	fresh   bool // they begin a line of the block
}

// escape returns the Markdown of each character of run i.
func (j *joiner) escape(text []rune, i int) []string {
	out := make([]string, len(text))
	for n, c := range text {
		out[n] = string(c)
		if j.special(text, n, i) {
			out[n] = `\` + out[n]
		}
	}
	for n := range text {
		if text[n] == '\n' && (j.marked || j.title || n == 0 && j.b.Len() == 0 || n > 0 && text[n-1] == '\n') {
			out[n] = " "
			if n == 0 || text[n-1] == '\n' {
				out[n] = ""
			}
		}
	}
	if !j.title {
		j.lines(text, out)
	}
	if j.heading && i == len(j.runs)-1 {
		if m := closing.FindStringIndex(string(text)); m != nil {
			at := utf8.RuneCountInString(string(text)[:m[1]]) - 1
			out[at] = `\#`
		}
	}
	return out
}

// closing is what ends a heading without being of it.
var closing = regexp.MustCompile(`(?:^|\s)#+\s*$`)

// special reports whether Markdown could take character n of the text for a mark.
func (j *joiner) special(text []rune, n, i int) bool {
	before, after := rune(0), rune(0)
	if n > 0 {
		before = text[n-1]
	}
	if n+1 < len(text) {
		after = text[n+1]
	}
	switch text[n] {
	case '\\':
		return after == 0 || after == '\n' || after < utf8.RuneSelf && punctuation(after)
	case '&':
		return entity.MatchString(string(text[n:]))
	case '"':
		return j.title
	}
	if j.title {
		return false
	}
	switch text[n] {
	case '`':
		return true
	case '*', '~':
		return !unicode.IsSpace(before) || !unicode.IsSpace(after)
	case '_':
		return !(unicode.IsSpace(before) && unicode.IsSpace(after) || letter(before) && letter(after))
	case '[':
		return after == '^'
	case ']':
		return after == '(' || after == '[' || after == ':' || after == 0 && j.next(i, "([:")
	case '!':
		return after == 0 && j.next(i, "[")
	case '<':
		return after < utf8.RuneSelf && (unicode.IsLetter(after) || strings.ContainsRune("/!?", after)) && after != 0
	case '|':
		return j.table
	}
	return false
}

// next reports whether the mark after run i begins with one of signs.
func (j *joiner) next(i int, signs string) bool {
	return i+1 < len(j.runs) && j.runs[i+1].Kind != Wording && strings.IndexAny(j.runs[i+1].Source, signs) == 0
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func punctuation(r rune) bool {
	return r > ' ' && r < 0x7f && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

var entity = regexp.MustCompile(`^&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]*);`)

// lineMark is what at the start of a line begins another block; the group is the sign to
// escape.
var lineMark = regexp.MustCompile(`^(?:(#)#{0,5}(?:\s|$)|([-+])(?:\s|$)|[0-9]{1,9}([.)])(?:\s|$)|(>)|([=:|-])[\s|:=-]*$|(\[)[ xX]\])`)

// lines escapes what begins a line.
func (j *joiner) lines(text []rune, out []string) {
	start := j.fresh || j.b.Len() == 0
	for n := 0; n < len(text); n++ {
		if start {
			for n < len(text) && (text[n] == ' ' || text[n] == '\t') { // an indent would make it code
				out[n] = ""
				n++
			}
			line, _, _ := strings.Cut(string(text[n:]), "\n")
			if m := lineMark.FindStringSubmatchIndex(line); m != nil {
				for g := 2; g < len(m); g += 2 {
					if m[g] >= 0 && (line[m[g]] != '[' || j.marked) { // a box to tick, in lists
						at := n + m[g] // the signs and what stands before them are ASCII
						out[at] = `\` + string(text[at])
					}
				}
			}
		}
		start = n < len(text) && text[n] == '\n'
	}
}

// shifted moves spaces from the inner edges of pairs to the outside.
func shifted(runs []Run) []Run {
	out := append([]Run(nil), runs...)
	for i := range out {
		if out[i].Kind != Wording || strings.TrimSpace(out[i].Text) == "" {
			continue
		}
		if i > 0 && out[i-1].Kind == Open {
			out[i].Text = moved(out, i, -1, strings.TrimLeft(out[i].Text, " \n"))
		}
		if i+1 < len(out) && out[i+1].Kind == Close {
			out[i].Text = moved(out, i, 1, strings.TrimRight(out[i].Text, " \n"))
		}
	}
	return out
}

// moved gives a space that was trimmed off run i to the words beyond the marks in a direction,
// where there are some; it returns what is left of the run.
func moved(out []Run, i, way int, trimmed string) string {
	if trimmed == out[i].Text {
		return trimmed
	}
	at := i + way
	for at >= 0 && at < len(out) && out[at].Kind != Wording {
		if out[at].Kind == Alone {
			return trimmed
		}
		at += way
	}
	if at >= 0 && at < len(out) {
		if way < 0 && !strings.HasSuffix(out[at].Text, " ") {
			out[at].Text += " "
		}
		if way > 0 && !strings.HasPrefix(out[at].Text, " ") {
			out[at].Text = " " + out[at].Text
		}
	}
	return trimmed
}

// readWords gives the words of each run as they are read. A character that Join would write
// in another way (an escape that is not needed, an entity) becomes a mark.
func (r *runner) readWords() {
	pieces := make([][]string, len(r.out))
	for i := range r.out {
		if r.out[i].Kind == Wording {
			pieces[i] = cutWords(r.out[i].Source)
			r.out[i].Text = strings.Join(meanings(pieces[i]), "")
		}
	}
	probe := joiner{runs: r.out}
	if len(r.out) > 0 && r.out[0].Kind == Alone {
		probe.marked, probe.heading = blockMark.MatchString(r.out[0].Source), strings.HasPrefix(r.out[0].Source, "#")
	}
	for _, run := range r.out {
		probe.table = probe.table || run.Kind == Alone && probe.marked && strings.Contains(run.Source, "|")
	}
	var out []Run
	for i, run := range r.out {
		if run.Kind != Wording {
			probe.b.WriteString(run.Source)
			probe.title = run.Kind == Alone && openTitle.MatchString(run.Source)
			probe.fresh = probe.fresh && run.Kind != Alone || run.Kind == Alone && (i == 0 && probe.marked || strings.ContainsRune(run.Source, '\n'))
			out = append(out, run)
			continue
		}
		out = append(out, exact(pieces[i], probe.escape([]rune(run.Text), i))...)
		probe.b.WriteString(run.Source)
		probe.fresh = false
	}
	r.out = out
}

// exact parts pieces into words that are written as they were, and marks.
func exact(pieces, written []string) (out []Run) {
	text := meanings(pieces)
	for i, at := 0, 0; i < len(pieces); i++ {
		n := utf8.RuneCountInString(text[i])
		same := strings.Join(written[at:at+n], "") == pieces[i]
		at += n
		last := len(out) - 1
		switch {
		case !same:
			out = append(out, Run{Kind: Alone, Source: pieces[i]})
		case last >= 0 && out[last].Kind == Wording:
			out[last].Text += text[i]
			out[last].Source += pieces[i]
		default:
			out = append(out, Run{Kind: Wording, Text: text[i], Source: pieces[i]})
		}
	}
	return out
}

// cutWords cuts Markdown without marks into characters as they are written.
func cutWords(s string) (pieces []string) {
	for s != "" {
		n := 0
		switch m := entity.FindString(s); {
		case len(s) > 1 && s[0] == '\\' && punctuation(rune(s[1])):
			n = 2
		case m != "" && html.UnescapeString(m) != m:
			n = len(m)
		default:
			_, n = utf8.DecodeRuneInString(s)
		}
		pieces = append(pieces, s[:n])
		s = s[n:]
	}
	return pieces
}

// meanings are the characters that are read.
func meanings(pieces []string) []string {
	out := make([]string, len(pieces))
	for i, p := range pieces {
		out[i] = p
		if len(p) > 1 && p[0] == '\\' {
			out[i] = p[1:]
		} else if len(p) > 1 && p[0] == '&' {
			out[i] = html.UnescapeString(p)
		}
	}
	return out
}
