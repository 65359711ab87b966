package manuscript

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Bytes writes m as a file. Parse gives back the same manuscript, if its text is within
// the limits of newsroom.Text; a carriage return in the body becomes a line feed.
func (m Manuscript) Bytes() []byte {
	w := &writer{}
	w.b.WriteString("---\n")
	w.text("title", m.Text.Headline)
	w.text(m.name("description", "summary"), m.Text.Summary)
	w.date("date", m.Date)
	w.date("lastmod", m.Modified)
	w.text(m.name("author", "authors", "byline"), m.Text.Byline)
	w.text("translator", m.Text.Translator)
	w.text("slug", m.Text.Slug)
	w.list("sections", m.Sections)
	w.list("tags", m.Tags)
	w.image(m.Image)
	w.text("place", m.Place)
	w.text(m.name("lang", "language"), string(m.Lang))
	w.text(m.name("source", "sourceLanguage"), string(m.Source))
	w.text(m.name("story", "translationKey"), m.StoryKey)
	if m.Draft {
		w.b.WriteString("draft: true\n")
	}
	if m.Extra != "" {
		w.b.WriteString(m.Extra + "\n")
	}
	w.b.WriteString("---\n\n" + m.Text.Body + "\n")
	return []byte(w.b.String())
}

// name returns the first of the names of a key that Extra leaves free: where a file used
// two, the second is there, and YAML allows no key twice.
func (m Manuscript) name(names ...string) string {
	for _, name := range names {
		taken := regexp.MustCompile(`(?m)^(\? *)?["']?` + name + `["']?[ \t]*(:|$)`)
		if !taken.MatchString(m.Extra) {
			return name
		}
	}
	return names[0]
}

// writer writes YAML of the plainest kind, which every reader understands alike: all
// text in double quotation marks.
type writer struct{ b strings.Builder }

func (w *writer) text(key, s string) {
	if s != "" {
		w.b.WriteString(key + ": " + quote(s) + "\n")
	}
}

func (w *writer) date(key string, t time.Time) {
	if !t.IsZero() {
		w.b.WriteString(key + ": " + t.UTC().Format(time.RFC3339Nano) + "\n")
	}
}

func (w *writer) list(key string, items []string) {
	if len(items) == 0 {
		return
	}
	w.b.WriteString(key + ":\n")
	for _, item := range items {
		w.b.WriteString("  - " + quote(item) + "\n")
	}
}

func (w *writer) image(i Image) {
	if i == (Image{}) {
		return
	}
	if i == (Image{Src: i.Src}) {
		w.text("image", i.Src)
		return
	}
	w.b.WriteString("image:\n")
	for _, f := range []struct{ key, value string }{{"src", i.Src}, {"alt", i.Alt}, {"caption", i.Caption}, {"credit", i.Credit}} {
		w.text("  "+f.key, f.value)
	}
}

// quote writes s between double quotation marks (YAML 1.2, 7.3.1). Letters, joiners and
// bidi marks stay as they are; only what YAML takes for a line end or forbids is escaped.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20, r >= 0x7F && r < 0xA0, r == 0x2028, r == 0x2029, r == 0xFEFF, r == 0xFFFE, r == 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
