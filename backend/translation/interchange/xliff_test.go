package interchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

func documentFor(body, target string) Document {
	d := Document{Edition: "abcdefghabcdefgh-en", From: newsroom.Persian, To: newsroom.English}
	d.Units = append(d.Units, Unit{Field: Headline, Source: []markdown.Run{{Text: "سر <خط> & \"نقل\""}}})
	for i, b := range markdown.Blocks(body) {
		u := Unit{Blocks: []newsroom.Digest{alignment.Digest(b.Source)}, Kind: b.Kind, Source: markdown.Runs(b.Source, "[^1]: x")}
		if target != "" && i%2 == 0 {
			u.Target, u.Done, u.Before = markdown.Runs(target, ""), true, DigestOf(target)
		}
		d.Units = append(d.Units, u)
	}
	return d
}

func written(t rapid.TB, d Document, version string) string {
	t.Helper()
	var b strings.Builder
	if left, err := WriteXLIFF(&b, d, version); err != nil || left > 0 {
		t.Fatal(left, err)
	}
	return b.String()
}

// What goes out comes back: the same units, words and marks.
func TestXLIFFRoundTrip(t *testing.T) {
	pieces := []string{"a", "خبر", "می‌روم", " ", "\n", "\n\n", "*", "**", "_", "`", "[", "](u)", "![x](media/a.jpg \"t\")", "\\*", "&amp;", "<b>", "1. ", "- ", "# ", "> ", "| a |\n|--|\n| b |\n", "~~", "[^1]", "]]>", "\u202b", "\r", "\t"}
	text := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 30)
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(text.Draw(t, "body"), "")
		target := strings.TrimSpace(strings.Join(text.Draw(t, "target"), ""))
		d := documentFor(body, target)
		for _, version := range []string{XLIFF1, XLIFF2} {
			file := written(t, d, version)
			all, _, err := ReadXLIFF(strings.NewReader(file))
			if err != nil || len(all) != 1 || all[0].Edition != d.Edition || all[0].From != d.From || all[0].To != d.To || len(all[0].Units) != len(d.Units) {
				t.Fatalf("%v %+v\n%s", err, all, file)
			}
			for i, u := range all[0].Units {
				was := d.Units[i]
				if u.Field != was.Field || !slices.Equal(u.Blocks, was.Blocks) || u.Kind != was.Kind && was.Field == "" || u.Before != was.Before || !u.Written {
					t.Fatalf("%+v became %+v", was, u)
				}
				if version == XLIFF1 && was.Target == nil {
					was.Target = was.Source
				}
				if markdown.Join(u.Source) != markdown.Join(was.Source) || markdown.Join(u.Target) != markdown.Join(was.Target) {
					t.Fatalf("%q became %q, %q became %q\n%s", markdown.Join(was.Source), markdown.Join(u.Source), markdown.Join(was.Target), markdown.Join(u.Target), file)
				}
			}
		}
	})
}

// A translator moves marks about, leaves one out, breaks one: words come in, and what is not
// as it was is said with unit and line.
func TestXLIFFBroken(t *testing.T) {
	d := documentFor("one **two** and [three](https://example.org)[^1]\n\nfour *five*\n\nsix", "")
	file := written(t, d, XLIFF1)
	ids := []string{d.Units[1].id(), d.Units[2].id(), d.Units[3].id()}
	put := func(file string, unit int, target string) string {
		at := strings.Index(file, ids[unit])
		start := at + strings.Index(file[at:], "<target")
		end := at + strings.Index(file[at:], "</trans-unit>")
		return file[:start] + "<target>" + target + "</target>" + file[end:]
	}
	for _, c := range []struct{ unit0, unit1, unit2, want string }{
		{`<bpt id="2"/>drei<ept id="2"/> <bpt id="1"/>zwei<ept id="1"/><ph id="3"/>`, "", "", "[drei](https://example.org) **zwei**[^1]"},
		{`eins <g id="1">zwei</g> <g id="2">drei</g><x id="3"/>`, "", "", "eins **zwei** [drei](https://example.org)[^1]"},
		{`eins <g id="1">zwei</g>`, "", "", "eins **zwei** !markLost:[ !markLost:](https://example.org) !markLost:[^1]"},
		{`eins <bpt id="1"/>zwei`, "", "", "eins zwei !markBroken:** !markLost:** !markLost:** !markLost:[ !markLost:](https://example.org) !markLost:[^1]"},
		{`<g id="1">`, "vier <g id=\"1\">fünf</g>", "", "vier *fünf* !xml"},
		{"", "vier <g id=\"1\">fünf</g>sechs", "sechs * sieben", "vier *fünf*sechs sechs * sieben"},
		{"", "vier<g id=\"1\"> fünf </g>sechs", "# sechs", "vier *fünf* sechs \\# sechs"},
		{"", "vier<g id=\"1\">«fünf</g>sechs", "", "vier*«fünf*sechs !markBroken:* !markBroken:*"},
	} {
		f := file
		for i, target := range []string{c.unit0, c.unit1, c.unit2} {
			if target != "" {
				f = put(f, i, target)
			}
		}
		all, problems, err := ReadXLIFF(strings.NewReader(f))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, u := range all[0].Units {
			if u.Translated() {
				got = append(got, markdown.Join(u.Target))
			}
		}
		for _, p := range problems {
			e := p.Err.(*newsroom.Error)
			name := "!" + strings.TrimPrefix(e.Message, "interchange.")
			if m := e.Params["mark"]; m != nil {
				name += fmt.Sprint(":", m)
			}
			if p.Line < 5 {
				t.Errorf("line %d", p.Line)
			}
			got = append(got, name)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s%s%s:\n got %s\nwant %s", c.unit0, c.unit1, c.unit2, s, c.want)
		}
	}
}

// Programs cut units into sentences and mark words as they like.
func TestXLIFFSegmented(t *testing.T) {
	d := documentFor("One. **Two.** Three.", "")
	id := d.Units[1].id()
	file := written(t, d, XLIFF2)
	at := strings.Index(file, "<segment state=\"initial\">\n        <source>One.")
	end := at + strings.Index(file[at:], "</unit>")
	file = file[:at] + `<segment><source>One.</source><target>Eins.</target></segment><ignorable><source> </source></ignorable>
		<segment><source><pc id="1" dataRefStart="d1" dataRefEnd="d1">Two.</pc> Three.</source>
		<target><sc id="1" dataRef="d1"/><mrk id="m1" translate="no">Zwei</mrk>.<ec startRef="1" dataRef="d1"/> Drei.</target></segment>` + file[end:]
	all, problems, err := ReadXLIFF(strings.NewReader(file))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for _, u := range all[0].Units {
		if u.id() == id && markdown.Join(u.Target) != "Eins. **Zwei.** Drei." {
			t.Errorf("%q", markdown.Join(u.Target))
		}
	}
}

func TestTMXRoundTrip(t *testing.T) {
	pieces := []string{"a", "خبر", " ", "\n", "**", "_", "`", "](u)", "\\*", "&amp;", "<b>", "- ", "[^1]", "]]>", "\r"}
	text := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 20)
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		w := NewTMX(&b)
		var want, got []string
		for range 3 {
			fa, en := "ف "+strings.Join(text.Draw(t, "fa"), ""), "e "+strings.Join(text.Draw(t, "en"), "")
			w.Add("story", Passage{newsroom.Persian: markdown.Runs(fa, "[^1]: x"), newsroom.English: markdown.Runs(en, "[^1]: x")})
			want = append(want, markdown.Join(markdown.Runs(fa, "[^1]: x")), markdown.Join(markdown.Runs(en, "[^1]: x")))
		}
		if err := w.End(); err != nil {
			t.Fatal(err)
		}
		problems, err := ReadTMX(strings.NewReader(b.String()), func(p Passage) error {
			got = append(got, markdown.Join(p[newsroom.Persian]), markdown.Join(p[newsroom.English]))
			return nil
		})
		if err != nil || len(problems) > 0 || !slices.Equal(got, want) {
			t.Fatalf("%v %v\n%q\n%q\n%s", err, problems, want, got, b.String())
		}
	})
}

func FuzzReadXLIFF(f *testing.F) {
	d := documentFor("one **two** [three](u)\n\n- four", "eins")
	for _, version := range []string{XLIFF1, XLIFF2} {
		f.Add(written(f, d, version))
	}
	f.Add("<xliff><file><unit id='headline'><segment><target><pc><pc></target>")
	f.Fuzz(func(t *testing.T, file string) {
		all, _, err := ReadXLIFF(strings.NewReader(file))
		if err == nil {
			for _, d := range all {
				for _, u := range d.Units {
					_ = markdown.Join(u.Target)
				}
			}
		}
	})
}
