package interchange_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/translation/interchange"
)

var spelling = rapid.Custom(func(t *rapid.T) string {
	words := []string{"Herat", "ژومانگارین", "نخست\u200cوزیر", "Жумангарин", "Ҳирот", "\u200fهراة", "a<b>&", "\"q\"", "o’s", "=1+1", ";", "د", "🏔"}
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 3).Draw(t, "words"), " ")
})

var anyName = rapid.Custom(func(t *rapid.T) newsroom.Name {
	n := newsroom.Name{
		ID: newsroom.NameID(newsroom.NewID()), Kind: rapid.SampledFrom(newsroom.NameKinds).Draw(t, "kind"),
		Labels: map[newsroom.Lang]string{newsroom.Persian: spelling.Draw(t, "label")}, Variants: map[newsroom.Lang][]string{},
	}
	for _, l := range rapid.SliceOf(rapid.SampledFrom(newsroom.Languages)).Draw(t, "languages") {
		n.Labels[l] = spelling.Draw(t, "label")
		n.Variants[l] = rapid.SliceOfN(spelling, 0, 3).Draw(t, "variants")
	}
	if rapid.Bool().Draw(t, "more") {
		n.Note, n.Tag = spelling.Draw(t, "note"), "herat"
	}
	n, err := n.Complete()
	if err != nil {
		t.Fatal(err)
	}
	return n
})

// What is written is read again as it was, in both forms.
func TestNamesComeBackAsTheyWent(t *testing.T) {
	type form struct {
		write func(io.Writer, []newsroom.Name) error
		read  func(io.Reader) ([]interchange.Entry, []interchange.Problem, error)
	}
	for name, f := range map[string]form{
		"csv": {interchange.WriteTable, interchange.ReadTable},
		"tbx": {func(w io.Writer, all []newsroom.Name) error { return interchange.WriteTBX(w, all, "A & B") }, interchange.ReadTBX},
	} {
		rapid.Check(t, func(t *rapid.T) {
			all := rapid.SliceOf(anyName).Draw(t, "names")
			var b bytes.Buffer
			if err := f.write(&b, all); err != nil {
				t.Fatal(err)
			}
			entries, problems, err := f.read(&b)
			if err != nil || len(problems) > 0 {
				t.Fatalf("%s: %v %v", name, problems, err)
			}
			var back []newsroom.Name
			for _, e := range entries {
				back = append(back, e.Name)
			}
			if d := cmp.Diff(all, back); d != "" && len(all)+len(back) > 0 {
				t.Fatalf("%s: %s", name, d)
			}
		})
	}
}

func TestTablesOfOthers(t *testing.T) {
	for name, table := range map[string]string{
		"semicolons": "EN;fa;EN variants\nHerat;هرات;Hirat|Heart\n",
		"tabs":       "en\tfa\ten variants\nHerat\tهرات\tHirat | Heart\n",
		"marked":     "\ufeffen,fa,en variants\r\nHerat,هرات,\"Hirat |Heart\"\r\n\r\n",
	} {
		entries, problems, err := interchange.ReadTable(strings.NewReader(table))
		want := newsroom.Name{
			Kind: newsroom.Expression, Labels: map[newsroom.Lang]string{"en": "Herat", "fa": "هرات"},
			Variants: map[newsroom.Lang][]string{"en": {"Hirat", "Heart"}},
		}
		if err != nil || len(problems) > 0 || len(entries) != 1 {
			t.Fatalf("%s: %v %v %v", name, entries, problems, err)
		}
		if d := cmp.Diff(want, entries[0].Name); d != "" || entries[0].Line != 2 {
			t.Errorf("%s: line %d %s", name, entries[0].Line, d)
		}
	}
	entries, problems, err := interchange.ReadTable(strings.NewReader("id,kind,en\na,place,Herat\nb,town,Kabul\nc,place,\nd,place,Balkh\n"))
	if err != nil || len(entries) != 2 || len(problems) != 2 || problems[0].Line != 3 || problems[1].Line != 4 {
		t.Errorf("%v %v %v", entries, problems, err)
	}
	entries, problems, err = interchange.ReadTable(strings.NewReader("en,variants en,\nHerat,Hirat,\n"))
	if err != nil || len(entries) != 1 || len(problems) != 1 || !strings.Contains(problems[0].Err.Error(), "variants en") {
		t.Errorf("a column that nobody knows: %v %v %v", entries, problems, err)
	}
	for _, bad := range []string{"", "a,b\n1,2\n", "\x00\x01"} {
		if _, _, err := interchange.ReadTable(strings.NewReader(bad)); newsroom.CodeOf(err) != newsroom.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

const oldForm = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="c1"><descrip type="subjectField">geography</descrip>
<langSet xml:lang="en-GB"><ntig><termGrp><term>Herat</term></termGrp></ntig><tig><term>Hirat</term></tig></langSet>
<langSet xml:lang="pt"><tig><term>Herate</term></tig></langSet>
<langSet xml:lang="fa"><tig><term>هیرات</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig><tig><term>هرات</term></tig></langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="pt"><tig><term>nada</term></tig></langSet></termEntry>
</body></text></martif>`

const newForm = `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="1">
<langSec xml:lang="en"><termSec><term>Herat</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>Hirat</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="fa"><termSec><term>هرات</term></termSec><termSec><term>هیرات</term></termSec></langSec></conceptEntry></body></text></tbx>`

func TestGlossariesOfOthers(t *testing.T) {
	want := newsroom.Name{
		Kind: newsroom.Expression, Labels: map[newsroom.Lang]string{"en": "Herat", "fa": "هرات"},
		Variants: map[newsroom.Lang][]string{"en": {"Hirat"}, "fa": {"هیرات"}},
	}
	for form, file := range map[string]string{"2008": oldForm, "2019": newForm} {
		entries, problems, err := interchange.ReadTBX(strings.NewReader(file))
		if err != nil || len(entries) != 1 {
			t.Fatalf("%s: %v %v", form, entries, err)
		}
		if d := cmp.Diff(want, entries[0].Name); d != "" {
			t.Errorf("%s: %s", form, d)
		}
		if form == "2008" && (len(problems) != 1 || problems[0].Line != 9) {
			t.Errorf("%s: %v", form, problems)
		}
	}
	for _, bad := range []string{"", "<html/>", "<martif>", "not xml", `<?xml version="1.0" encoding="utf-16"?><martif/>`} {
		if _, _, err := interchange.ReadTBX(strings.NewReader(bad)); newsroom.CodeOf(err) != newsroom.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
