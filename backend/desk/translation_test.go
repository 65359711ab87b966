package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

const wells = "The wells were dug in May.\n\n## What it cost\n\n![A well](media/a.jpg \"The first of 40 © RASC\")\n\n" +
	"| Village | Wells |\n| :-- | --: |\n| Shindand | 12 |\n\nEach cost 300 dollars.\n\n***\n\n[The list](https://example.org/wells) is open."

func aligned(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) desk.Aligned {
	t.Helper()
	a, err := r.Translation(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// draftOf is what the window sends of a translation in which nothing was touched.
func draftOf(a desk.Aligned) desk.TranslationDraft {
	d := desk.TranslationDraft{From: a.From, Base: a.Edition.Base, Text: a.Edition.Text}
	for _, row := range a.Rows {
		w := desk.RowDraft{Links: row.Links, Target: row.Target, Done: row.State == alignment.Fresh}
		for _, p := range row.Sources {
			w.Sources = append(w.Sources, p.Digest)
		}
		d.Rows = append(d.Rows, w)
	}
	return d
}

func save(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID, d desk.TranslationDraft) desk.Aligned {
	t.Helper()
	if _, err := r.SaveTranslation(t.Context(), id, d); err != nil {
		t.Fatal(err)
	}
	return aligned(t, r, id)
}

// states is the rows at a glance.
func states(a desk.Aligned) string {
	var all []string
	for _, row := range a.Rows {
		all = append(all, row.State)
	}
	return strings.Join(all, " ")
}

func wantStates(t testing.TB, a desk.Aligned, want string) {
	t.Helper()
	if got := states(a); got != want {
		t.Fatalf("rows are %s\nwant     %s", got, want)
	}
	if !a.Edition.Working && (a.Edition.Stale != a.Stale || a.Edition.Missing != a.Missing) {
		t.Fatalf("the row says %d stale, %d missing; the rows %d, %d", a.Edition.Stale, a.Edition.Missing, a.Stale, a.Missing)
	}
}

// change saves an edition with some words of its body replaced.
func change(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID, words ...string) {
	t.Helper()
	text := r.Open(t, id).Text
	text.Body = strings.NewReplacer(words...).Replace(text.Body)
	if _, err := r.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
}

// translated makes a story in English and its complete Persian edition.
func translated(t testing.TB, r *newsroomtest.Room) (source, id newsroom.EditionID) {
	t.Helper()
	source = r.Edition(t, newsroom.English, newsroom.Text{Headline: "Wells", Body: wells})
	id, err := r.BeginTranslation(t.Context(), source.Story(), newsroom.Persian, "")
	if err != nil {
		t.Fatal(err)
	}
	a := aligned(t, r, id)
	wantStates(t, a, "missing missing missing missing missing fresh missing")
	if a.Rows[2].Target != `![](media/a.jpg "© RASC")` || !strings.HasPrefix(a.Rows[3].Target, "|  |  |\n| :-- | --: |") {
		t.Fatalf("%q\n%q", a.Rows[2].Target, a.Rows[3].Target)
	}
	if tokens := a.Rows[6].Tokens; len(tokens) != 1 || tokens[0] != "[The list](https://example.org/wells)" {
		t.Fatalf("%q", tokens)
	}
	d := draftOf(a)
	d.Text.Headline = "چاه‌ها"
	for i, target := range []string{"چاه‌ها در ثور کنده شد.", "## هزینه", `![چاه](media/a.jpg "نخستین چاه © RASC")`,
		"| روستا | چاه |\n| :-- | --: |\n| شیندند | ۱۲ |", "هر یک ۳۰۰ دالر.", "***", "[فهرست](https://example.org/wells) باز است."} {
		d.Rows[i].Target = target
	}
	a = save(t, r, id, d)
	wantStates(t, a, "fresh fresh fresh fresh fresh fresh fresh")
	return source, id
}

func TestATranslationAndItsSourceChange(t *testing.T) {
	r := newsroomtest.New(t)
	source, id := translated(t, r)
	change(t, r, source, "May", "June", "Each cost", "Each cost about", "\n\n***", "\n\nNothing more was paid.\n\n***")
	a := aligned(t, r, id)
	wantStates(t, a, "stale fresh fresh fresh stale missing fresh fresh")
	if a.Rows[0].Before != "The wells were dug in May." || fmt.Sprint(a.Rows[0].Diff) !=
		"[{same The wells were dug in } {del May} {add June} {same .}]" {
		t.Fatalf("%+v", a.Rows[0])
	}
	d := draftOf(a) // one is looked at, the other is not
	d.Rows[0].Done, d.Rows[0].Target = true, "چاه‌ها در جوزا کنده شد."
	d.Rows[4].Target += " شاید."
	a = save(t, r, id, d)
	wantStates(t, a, "fresh fresh fresh fresh stale missing fresh fresh")
	if err := r.MarkSame(t.Context(), source, a.Rows[4].Links, []newsroom.Digest{a.Rows[4].Sources[0].Digest}); err != nil {
		t.Fatal(err)
	}
	a = aligned(t, r, id)
	wantStates(t, a, "fresh fresh fresh fresh fresh missing fresh fresh")
	d = draftOf(a)
	d.Rows[5].Done = true // left out on purpose
	a = save(t, r, id, d)
	wantStates(t, a, "fresh fresh fresh fresh fresh fresh fresh fresh")
	change(t, r, source, "Nothing more was paid.", "Nothing else was paid.", "## What it cost\n\n", "")
	a = aligned(t, r, id)
	wantStates(t, a, "fresh gone fresh fresh fresh missing fresh fresh")
	d = draftOf(a)
	d.Rows[1].Done, d.Rows[5].Done = true, true // the heading stays although the source has none
	a = save(t, r, id, d)
	wantStates(t, a, "fresh extra fresh fresh fresh fresh fresh fresh")
	d = draftOf(a) // a picture without caption is to be looked at once
	d.Rows[2].Target, d.Rows[2].Done = "![](media/a.jpg)", false
	a = save(t, r, id, d)
	wantStates(t, a, "fresh extra missing fresh fresh fresh fresh fresh")
	d = draftOf(a)
	d.Rows[2].Done = true
	a = save(t, r, id, d)
	wantStates(t, a, "fresh extra fresh fresh fresh fresh fresh fresh")
	a = save(t, r, id, draftOf(a))
	wantStates(t, a, "fresh extra fresh fresh fresh fresh fresh fresh")
	if report, err := r.Archive.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
		t.Fatal(report, err)
	}
}

// Whichever way a text comes about, it translates what it did; a text of the past is as old
// as it is.
func TestLinksFollowAnyWayOfSaving(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	source, id := translated(t, r)
	fresh := "fresh fresh fresh fresh fresh fresh fresh"
	first := r.Open(t, id).Heads[0]
	change(t, r, id, "هر یک", "هر چاه")
	wantStates(t, aligned(t, r, id), fresh)
	change(t, r, source, "300", "310")
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh stale fresh fresh")
	change(t, r, id, "۳۰۰", "۳۱۰") // in the edition's own view, where nothing is marked done
	a := aligned(t, r, id)
	wantStates(t, a, "fresh fresh fresh fresh stale fresh fresh")
	d := draftOf(a)
	d.Rows[4].Done = true
	wantStates(t, save(t, r, id, d), fresh)
	if err := r.Restore(ctx, id, first); err != nil {
		t.Fatal(err)
	}
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh stale fresh fresh")
	text := r.Open(t, id).Text
	text.Body = strings.ReplaceAll(text.Body, "چاه‌ها در", "چاه‌ها\nدر") + "\n\n\n"
	if err := r.Resolve(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh stale fresh fresh")
	in := desk.Incoming{Story: newsroom.Story{ID: id.Story(), Source: newsroom.English}, Lang: newsroom.Persian, Text: text}
	in.Text.Body = strings.ReplaceAll(text.Body, "باز است", "گشوده است")
	if taken := take(t, r, in); taken[0].Err != nil || !taken[0].Changed {
		t.Fatalf("%+v", taken)
	}
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh stale fresh fresh")
	// A paragraph written in the edition's own view goes to the one that is missing.
	change(t, r, source, "\n\n***", "\n\nNobody asked for the money back, as far as is known.\n\n***")
	change(t, r, id, "\n\n***", "\n\nتا جایی که می‌دانیم کسی پول را پس نخواست.\n\n***")
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh stale fresh fresh fresh")
}

// What is typed with what it translates is on disk at once, and becomes a revision with it.
func TestATranslationBeingTypedIsKept(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	source, id := translated(t, r)
	change(t, r, source, "May", "June")
	a := aligned(t, r, id)
	d := draftOf(a)
	d.Rows[0].Done, d.Rows[4] = true, desk.RowDraft{Sources: d.Rows[4].Sources, Links: d.Rows[4].Links}
	if _, err := r.KeepTranslation(ctx, id, d); err != nil {
		t.Fatal(err)
	}
	want := "fresh fresh fresh fresh missing fresh fresh"
	wantStates(t, aligned(t, r, id), want)
	// Typing on in the edition's own view loses nothing of it.
	text := r.Open(t, id).Text
	text.Body = strings.ReplaceAll(text.Body, "کنده شد", "کنده شده است")
	if _, err := r.Keep(ctx, id, a.Edition.Base, text); err != nil {
		t.Fatal(err)
	}
	wantStates(t, aligned(t, r, id), want)
	if err := r.SaveLeft(ctx); err != nil {
		t.Fatal(err)
	}
	a = aligned(t, r, id)
	wantStates(t, a, want)
	if a.Edition.Working || !strings.Contains(a.Edition.Text.Body, "کنده شده است") {
		t.Fatalf("%+v", a.Edition)
	}
	// So does looking through it without a word changed.
	d = draftOf(a)
	d.Rows[4].Done = true
	if _, err := r.KeepTranslation(ctx, id, d); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveLeft(ctx); err != nil {
		t.Fatal(err)
	}
	if after := aligned(t, r, id); after.Edition.Heads[0] != a.Edition.Heads[0] || states(after) != strings.ReplaceAll(want, "missing", "fresh") {
		t.Fatalf("%s, %v", states(after), after.Edition.Heads)
	}
}

func TestWhatCannotBeTranslated(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	source, id := translated(t, r)
	_, err := r.BeginTranslation(ctx, id.Story(), newsroom.Persian, "")
	wantMessage(t, err, newsroom.Conflict, "edition.exists")
	_, err = r.BeginTranslation(ctx, id.Story(), newsroom.Tajik, newsroom.Russian)
	if err != nil {
		t.Fatal(err) // there is no Russian text, so from the story's own language
	}
	alone := r.Edition(t, newsroom.German, newsroom.Text{Headline: "Brunnen"})
	_, err = r.Translation(ctx, alone, "")
	wantMessage(t, err, newsroom.Conflict, "translation.noSource")
	d := draftOf(aligned(t, r, id))
	d.Rows[0].Links = []newsroom.Digest{"words"}
	_, err = r.SaveTranslation(ctx, id, d)
	wantMessage(t, err, newsroom.Invalid, "translation.block")
	wantCode(t, r.MarkSame(ctx, source, nil, nil), newsroom.Invalid)
	if err := r.ChangeMember(ctx, "Desk", []newsroom.Role{newsroom.Translator, newsroom.Administrator}, newsroom.Languages); err != nil {
		t.Fatal(err)
	}
	if !aligned(t, r, id).MayMarkSame { // who wrote the newest of the source may say it, too
		t.Fatal("who wrote the source may not")
	}
}

// While two devices disagree, what a translator types and says is kept, and recorded with
// the text that settles it.
func TestTranslatingOverAConflict(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	source, id := translated(t, r)
	base := r.Open(t, id)
	for _, word := range []string{"حفر شد", "ساخته شد"} {
		text := base.Text
		text.Body = strings.ReplaceAll(text.Body, "کنده شد", word)
		if _, err := r.Save(ctx, id, base.Base, text); err != nil {
			t.Fatal(err)
		}
	}
	if len(r.Open(t, id).Unclear) == 0 {
		t.Fatal("no conflict")
	}
	change(t, r, source, "300", "310")
	d := draftOf(aligned(t, r, id))
	for i, row := range aligned(t, r, id).Rows {
		d.Rows[i].Done = d.Rows[i].Done || row.State == alignment.Stale
	}
	if _, err := r.SaveTranslation(ctx, id, d); err != nil {
		t.Fatal(err)
	}
	if e := r.Open(t, id); len(e.Heads) != 2 {
		t.Fatalf("%v", e.Heads)
	}
	e := r.Open(t, id)
	text := e.Text
	text.Body = base.Text.Body
	if err := r.Resolve(ctx, id, e.Base, text); err != nil {
		t.Fatal(err)
	}
	wantStates(t, aligned(t, r, id), "fresh fresh fresh fresh fresh fresh fresh")
}

// A translation written in the edition's own view, saved again and again while it grows, is
// linked when it is settled and not by its first letters.
func TestTranslatingWithoutTheSourceInSight(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	source := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "## Short\n\n" + strings.Repeat("A long first paragraph of many words. ", 5) +
		"\n\nA second one.\n\n" + strings.Repeat("The third is long again, and says other things. ", 4)})
	id, err := r.BeginTranslation(ctx, source.Story(), newsroom.German, "")
	if err != nil {
		t.Fatal(err)
	}
	whole := "## Kurz\n\n" + strings.Repeat("Ein langer erster Absatz mit vielen Wörtern. ", 5) + "\n\nEin zweiter.\n\n" +
		strings.Repeat("Der dritte ist wieder lang und sagt etwas anderes. ", 4)
	for n := 12; n < len(whole)+40; n += 40 {
		text := newsroom.Text{Headline: "Kopf", Body: strings.ToValidUTF8(whole[:min(n, len(whole))], "")}
		if _, err := r.Save(ctx, id, nil, text); err != nil {
			t.Fatal(err)
		}
	}
	a := aligned(t, r, id)
	wantStates(t, a, "fresh fresh fresh fresh")
	if !a.Guessed {
		t.Fatal("nobody has said what it translates")
	}
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	a = aligned(t, r, id)
	wantStates(t, a, "fresh fresh fresh fresh")
	if a.Guessed {
		t.Fatal("a submitted translation is linked")
	}
	change(t, r, source, "second one", "second paragraph")
	wantStates(t, aligned(t, r, id), "fresh fresh stale fresh")
}
