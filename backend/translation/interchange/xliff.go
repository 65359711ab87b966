package interchange

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// The versions of XLIFF that are written; 2.0 is read as well, and every 1.x.
const (
	XLIFF1 = "1.2"
	XLIFF2 = "2.1"
)

// WriteXLIFF writes a document in a version of XLIFF. Marks go as bpt, ept and ph with their
// Markdown inside (1.2), as pc and ph with their Markdown as original data (2.1). Units with
// characters that XML does not have are left out: left says how many.
func WriteXLIFF(w io.Writer, d Document, version string) (left int, err error) {
	if version != XLIFF1 && version != XLIFF2 {
		return 0, newsroom.Errorf(newsroom.Invalid, "interchange.version", "version", version)
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	unit := d.unit1
	end := "    </body>\n  </file>\n</xliff>\n"
	from, to, name := string(d.From), string(d.To), string(d.Edition)
	if version == XLIFF1 {
		b.WriteString(`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">` + "\n" +
			`  <file original="` + name + `" source-language="` + from + `" target-language="` + to + `" datatype="plaintext">` + "\n" +
			"    <header><tool tool-id=\"khabar\" tool-name=\"Khabar\"/></header>\n    <body>\n")
	} else {
		unit, end = d.unit2, "  </file>\n</xliff>\n"
		b.WriteString(`<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="` + from + `" trgLang="` + to + `">` + "\n" +
			`  <file id="` + name + `">` + "\n")
	}
	for _, u := range d.Units {
		if slices.ContainsFunc(slices.Concat(u.Source, u.Target), func(r markdown.Run) bool { return !representable(r.Source + r.Text) }) {
			left++
			continue
		}
		unit(&b, u)
	}
	b.WriteString(end)
	_, err = io.WriteString(w, b.String())
	return left, err
}

// unit1 writes a unit in version 1.2.
func (d Document) unit1(b *strings.Builder, u Unit) {
	ids := number(u)
	b.WriteString(`      <trans-unit id="` + u.id() + `" restype="x-` + u.kind() + `" extradata="` + d.mark(u) + `" xml:space="preserve">` + "\n")
	b.WriteString("        <source>" + inline1(u.Source, ids.source) + "</source>\n")
	// Some programs, OmegaT among them, translate what is in the target: where nothing is
	// written yet, that is the source.
	state, target := "new", inline1(u.Source, ids.source)
	if u.Target != nil {
		state, target = "needs-adaptation", inline1(u.Target, ids.target)
		if u.Done {
			state = "translated"
		}
	}
	b.WriteString(`        <target state="` + state + `">` + target + "</target>\n      </trans-unit>\n")
}

func inline1(runs []markdown.Run, ids []int) string {
	var b strings.Builder
	for i, r := range runs {
		id := strconv.Itoa(ids[i])
		switch r.Kind {
		case markdown.Wording:
			b.WriteString(escaped(r.Text))
		case markdown.Open:
			b.WriteString(`<bpt id="` + id + `">` + escaped(r.Source) + "</bpt>")
		case markdown.Close:
			b.WriteString(`<ept id="` + id + `">` + escaped(r.Source) + "</ept>")
		case markdown.Alone:
			b.WriteString(`<ph id="` + id + `">` + escaped(r.Source) + "</ph>")
		}
	}
	return b.String()
}

// unit2 writes a unit in version 2.1.
func (d Document) unit2(b *strings.Builder, u Unit) {
	ids := number(u)
	state := "initial"
	if u.Done {
		state = "translated"
	}
	b.WriteString(`    <unit id="` + u.id() + `" name="` + u.kind() + `" xml:space="preserve">` + "\n")
	b.WriteString("      <notes>\n        <note category=\"" + markCategory + "\">" + d.mark(u) + "</note>\n      </notes>\n")
	var data originals
	source := data.inline(u.Source, ids.source)
	target := data.inline(u.Target, ids.target)
	if len(data.list) > 0 {
		b.WriteString("      <originalData>\n")
		for i, s := range data.list {
			b.WriteString(`        <data id="d` + strconv.Itoa(i+1) + `">` + escaped(s) + "</data>\n")
		}
		b.WriteString("      </originalData>\n")
	}
	b.WriteString(`      <segment state="` + state + `">` + "\n        <source>" + source + "</source>\n")
	if u.Target != nil {
		b.WriteString("        <target>" + target + "</target>\n")
	}
	b.WriteString("      </segment>\n    </unit>\n")
}

// originals are the marks of a unit, each once.
type originals struct{ list []string }

func (o *originals) ref(s string) string {
	at := slices.Index(o.list, s)
	if at < 0 {
		at = len(o.list)
		o.list = append(o.list, s)
	}
	return "d" + strconv.Itoa(at+1)
}

func (o *originals) inline(runs []markdown.Run, ids []int) string {
	var b strings.Builder
	for i, r := range runs {
		switch r.Kind {
		case markdown.Wording:
			b.WriteString(escaped(r.Text))
		case markdown.Open:
			end := slices.IndexFunc(runs, func(c markdown.Run) bool { return c.Kind == markdown.Close && c.Pair == r.Pair })
			b.WriteString(`<pc id="` + strconv.Itoa(ids[i]) + `" dataRefStart="` + o.ref(r.Source) + `" dataRefEnd="` + o.ref(runs[end].Source) + `">`)
		case markdown.Close:
			b.WriteString("</pc>")
		case markdown.Alone:
			b.WriteString(`<ph id="` + strconv.Itoa(ids[i]) + `" dataRef="` + o.ref(r.Source) + `"/>`)
		}
	}
	return b.String()
}

func (u Unit) kind() string {
	if u.Field != "" {
		return u.Field
	}
	return u.Kind
}

// markCategory is the note that holds the mark of a unit.
const markCategory = "khabar"

// mark is what a unit carries of its target, to see that it was changed here meanwhile.
func (d Document) mark(u Unit) string { return markPrefix + string(u.Before) }

const markPrefix = "was:"

// DigestOf is the digest of a target, as Unit.Before has it.
func DigestOf(target string) newsroom.Digest {
	if strings.TrimSpace(target) == "" {
		return ""
	}
	return alignment.Digest(target)
}
