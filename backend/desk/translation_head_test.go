package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/alignment"
	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// headed makes a story in English and its Persian edition, with what is to be said of both.
func headed(t testing.TB, r *newsroomtest.Room) (source, id newsroom.EditionID) {
	t.Helper()
	source = r.Edition(t, newsroom.English, newsroom.Text{Headline: "Forty wells", Summary: "They hold.", Body: "Dug in May."})
	id, err := r.BeginTranslation(t.Context(), source.Story(), newsroom.Persian, "")
	if err != nil {
		t.Fatal(err)
	}
	d := draftOf(aligned(t, r, id))
	d.Text.Headline, d.Text.Summary, d.Rows[0].Target = "چهل چاه", "پابرجاست.", "در ثور کنده شد."
	wantHeads(t, save(t, r, id, d), "")
	return source, id
}

// wantHeads fails unless these heads are stale, and the count of the edition says so.
func wantHeads(t testing.TB, a desk.Aligned, want string) {
	t.Helper()
	var stale []string
	for _, head := range a.Heads {
		if head.Stale {
			stale = append(stale, head.Name)
		}
	}
	if got := strings.Join(stale, " "); got != want {
		t.Fatalf("stale is %q, not %q", got, want)
	}
	if !a.Edition.Working && a.Edition.Stale != a.Stale {
		t.Fatalf("the row says %d stale, the view %d", a.Edition.Stale, a.Stale)
	}
}

// rehead saves an edition with other words at its head.
func rehead(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID, headline, summary string) {
	t.Helper()
	text := r.Open(t, id).Text
	text.Headline, text.Summary = headline, summary
	if _, err := r.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
}

func TestTheHeadOfASourceChanges(t *testing.T) {
	r := newsroomtest.New(t)
	source, id := headed(t, r)
	rehead(t, r, source, "Forty new wells", "They hold.")
	a := aligned(t, r, id)
	wantHeads(t, a, "headline")
	if h := a.Heads[0]; a.Stale != 1 || h.Before != "Forty wells" || fmt.Sprint(h.Diff) != "[{same Forty} {add  new} {same  wells}]" {
		t.Fatalf("%+v", h)
	}
	d := draftOf(a) // typing alone is not looking at it
	d.Text.Headline = "چهل چاه تازه"
	wantHeads(t, save(t, r, id, d), "headline")
	rehead(t, r, source, "Forty new wells", "They hold well.")
	wantHeads(t, aligned(t, r, id), "headline summary")
	d = draftOf(aligned(t, r, id))
	d.Heads = map[string]newsroom.Digest{alignment.Headline: a.Heads[0].Now}
	if _, err := r.KeepTranslation(t.Context(), id, d); err != nil {
		t.Fatal(err)
	}
	if a = aligned(t, r, id); a.Heads[0].Stale || a.Stale != 1 { // what is kept counts in the view
		t.Fatalf("%+v", a.Heads)
	}
	a = save(t, r, id, d)
	wantHeads(t, a, "summary")
	if err := r.MarkSame(t.Context(), source, []newsroom.Digest{a.Heads[1].Link}, []newsroom.Digest{a.Heads[1].Now}); err != nil {
		t.Fatal(err)
	}
	wantHeads(t, aligned(t, r, id), "")
	rehead(t, r, source, "Forty new wells", "")
	wantHeads(t, aligned(t, r, id), "summary")
	rehead(t, r, id, "چهل چاه تازه", "")
	wantHeads(t, aligned(t, r, id), "") // neither has one
	rehead(t, r, source, "Forty  new\twells ", "They hold.")
	wantHeads(t, aligned(t, r, id), "") // what was translated once, and white space
	d = draftOf(aligned(t, r, id))
	d.Heads = map[string]newsroom.Digest{"byline": a.Heads[0].Now}
	_, err := r.SaveTranslation(t.Context(), id, d)
	wantCode(t, err, newsroom.Invalid)
}

// An edition that was written as if it were an original learns what it translates before its
// source changes, and what the source lacked then is seen when it comes.
func TestTheHeadOfAnEditionThatNobodyLinked(t *testing.T) {
	r := newsroomtest.New(t)
	source := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Wells", Body: "Dug in May."})
	id, err := r.CreateEdition(t.Context(), source.Story(), newsroom.Persian)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(t.Context(), id, nil, newsroom.Text{Headline: "چاه‌ها", Body: "در ثور کنده شد."}); err != nil {
		t.Fatal(err)
	}
	rehead(t, r, source, "Wells", "They hold.")
	a := aligned(t, r, id)
	wantHeads(t, a, "summary")
	if h := a.Heads[1]; h.Before != "" || fmt.Sprint(h.Diff) != "[{add They hold.}]" {
		t.Fatalf("%+v", h)
	}
	rehead(t, r, source, "The wells", "They hold.")
	wantHeads(t, aligned(t, r, id), "headline summary")
}

// Whatever happens to the heads of both texts, exactly those are stale whose source says
// something else than what was translated, or marked as the same.
func TestStaleHeadsAreExact(t *testing.T) {
	words := []string{"One", "Two", "Three words here", "One ", " Three  words\nhere", ""}
	rapid.Check(t, func(rt *rapid.T) {
		r := newsroomtest.New(t)
		source, id := headed(t, r)
		even := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		// What the source said when each head was translated, and what means the same as what.
		was := map[string]string{alignment.Headline: "Forty wells", alignment.Summary: "They hold."}
		group := map[string]string{}
		find := func(name, s string) string {
			key := name + ":" + even(s)
			for group[key] != "" && group[key] != key {
				key = group[key]
			}
			return key
		}
		for range rapid.IntRange(1, 7).Draw(rt, "steps") {
			now, a := r.Open(t, source).Text, aligned(t, r, id)
			name := rapid.SampledFrom(alignment.HeadNames).Draw(rt, "head")
			switch rapid.SampledFrom([]string{"source", "source", "target", "done", "same", "translate"}).Draw(rt, "what") {
			case "source":
				if s := rapid.SampledFrom(words).Draw(rt, "words"); name == alignment.Headline {
					rehead(t, r, source, s, now.Summary)
				} else {
					rehead(t, r, source, now.Headline, s)
				}
			case "target": // in the ordinary editor
				rehead(t, r, id, a.Edition.Text.Headline+"ا", rapid.SampledFrom([]string{"", "پابرجاست."}).Draw(rt, "summary"))
			case "translate": // typed in the translation, looked at or not
				d := draftOf(a)
				d.Text.Summary = "بسیار پابرجاست."
				save(t, r, id, d)
			case "done":
				d, at := draftOf(a), 0
				if name == alignment.Summary {
					at = 1
				}
				d.Heads = map[string]newsroom.Digest{name: a.Heads[at].Now}
				save(t, r, id, d)
				was[name] = alignment.Head(now, name)
			case "same":
				for _, h := range a.Heads {
					if h.Name == name && h.Stale {
						if err := r.MarkSame(t.Context(), source, []newsroom.Digest{h.Link}, []newsroom.Digest{h.Now}); err != nil {
							t.Fatal(err)
						}
						if x, y := find(name, was[name]), find(name, alignment.Head(now, name)); x != y {
							group[x] = y
						}
					}
				}
			}
			now, a = r.Open(t, source).Text, aligned(t, r, id)
			var want []string
			for _, name := range alignment.HeadNames {
				empty := even(alignment.Head(now, name)) == "" && even(alignment.Head(a.Edition.Text, name)) == ""
				if !empty && find(name, was[name]) != find(name, alignment.Head(now, name)) {
					want = append(want, name)
				}
			}
			wantHeads(t, a, strings.Join(want, " "))
		}
	})
}

// A head that comes back translated is a translation of what went out.
func TestAHeadThatReturns(t *testing.T) {
	r := newsroomtest.New(t)
	source, id := headed(t, r)
	rehead(t, r, source, "Forty new wells", "They hold well.")
	heads := []desk.ReturnedHead{
		{Name: alignment.Headline, Source: "Forty wells", Target: "چهل حلقه چاه"},
		{Name: alignment.Summary, Source: "They hold well.", Target: "خوب پابرجاست."},
	}
	if _, err := r.TakeTranslation(t.Context(), id, newsroom.English, heads, nil); err != nil {
		t.Fatal(err)
	}
	a := aligned(t, r, id)
	wantHeads(t, a, "headline")
	if text := a.Edition.Text; text.Headline != heads[0].Target || text.Summary != heads[1].Target {
		t.Fatalf("%+v", text)
	}
}
