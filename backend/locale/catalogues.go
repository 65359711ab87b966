package locale

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"khabar/backend/newsroom"
)

//go:embed catalogues
var embedded embed.FS

// Catalogues are the texts of the interface and the site in all nine languages. A
// language is read when something is first said in it. Safe for concurrent use.
//
// The files are go-i18n's and go-i18n reads them. Which plural form is taken and how
// parameters are put in is Khabar's own, so that the window, which has no go-i18n,
// says the same.
type Catalogues struct {
	languages map[newsroom.Lang]func() map[string]*i18n.Message
}

// Load returns the catalogues that are built into the program. It reads English, which
// stands in for whatever is missing elsewhere, and fails where that is damaged.
func Load() (*Catalogues, error) {
	files, err := fs.Sub(embedded, "catalogues")
	if err != nil {
		return nil, err
	}
	return load(files)
}

func load(files fs.FS) (*Catalogues, error) {
	english, err := read(files, newsroom.English)
	if err != nil {
		return nil, err
	}
	c := &Catalogues{languages: map[newsroom.Lang]func() map[string]*i18n.Message{}}
	for _, l := range newsroom.Languages {
		c.languages[l] = sync.OnceValue(func() map[string]*i18n.Message {
			// A language that cannot be read is one without texts: English is shown. The
			// tests read all of them, so it does not leave the workshop.
			messages, _ := read(files, l)
			return messages
		})
	}
	c.languages[newsroom.English] = func() map[string]*i18n.Message { return english }
	return c, nil
}

// read returns the messages of all areas in l, by key.
func read(files fs.FS, l newsroom.Lang) (map[string]*i18n.Message, error) {
	names, err := fs.Glob(files, "*."+string(l)+".json")
	if err != nil {
		return nil, err
	}
	messages := map[string]*i18n.Message{}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		file, err := i18n.ParseMessageFileBytes(b, name, nil)
		if err != nil {
			return nil, fmt.Errorf("locale: catalogue %s: %w", name, err)
		}
		for _, m := range file.Messages {
			messages[m.ID] = m
		}
	}
	return messages, nil
}

// Has reports whether there is a text for key in l itself.
func (c *Catalogues) Has(l newsroom.Lang, key string) bool { return c.message(l, key) != nil }

// T returns the text of key in l, in English where l has none, else the key. The
// parameter "count" chooses the plural form. Whole numbers and fractions among params
// are written as l writes them; strings are put in as they are, and kept from turning
// the line around where they run against it. A parameter that is not given stays
// visible as {{.name}}.
func (c *Catalogues) T(l newsroom.Lang, key string, params map[string]any) string {
	m := c.message(l, key)
	if m == nil {
		l, m = newsroom.English, c.message(newsroom.English, key)
	}
	if m == nil {
		return key
	}
	return fill(l, textOf(m, formOf(l, params)), params)
}

func (c *Catalogues) message(l newsroom.Lang, key string) *i18n.Message {
	if messages, ok := c.languages[l]; ok {
		return messages()[key]
	}
	return nil
}

func formOf(l newsroom.Lang, params map[string]any) string {
	if n, ok := wholeNumber(params["count"]); ok {
		return Plural(l, n)
	}
	return otherForm
}

// textOf returns the text of a form, of "other" where m does not count.
func textOf(m *i18n.Message, form string) string {
	text := ""
	switch form {
	case zeroForm:
		text = m.Zero
	case oneForm:
		text = m.One
	case twoForm:
		text = m.Two
	case fewForm:
		text = m.Few
	case manyForm:
		text = m.Many
	}
	return cmp.Or(text, m.Other)
}

// fill puts params into the {{.name}} of text.
func fill(l newsroom.Lang, text string, params map[string]any) string {
	if !strings.Contains(text, "{{.") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(text, "{{.")
		name, after, closed := strings.Cut(rest, "}}")
		b.WriteString(before)
		if !opened {
			return b.String()
		}
		value, known := params[name]
		if !closed || !known {
			b.WriteString("{{.")
			text = rest
			continue
		}
		b.WriteString(written(l, value))
		text = after
	}
}
