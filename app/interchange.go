package app

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/desk"
	"khabar/backend/durable"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/translation/interchange"
)

// TranslationReport says what became of a file that was translated elsewhere.
type TranslationReport struct {
	Path      string        `json:"path"`
	Edition   string        `json:"edition"`
	Taken     int           `json:"taken"`     // units whose translation went in, stale ones among them
	Stale     int           `json:"stale"`     // of them, those whose source has changed since
	Unchanged int           `json:"unchanged"` // units that say what is here
	Left      int           `json:"left"`      // units that the file does not translate
	Problems  []FileProblem `json:"problems"`
}

const xliffEnding = ".xlf"

// ExportTranslation lets the user choose where an edition is written for somebody who
// translates with another program, as XLIFF in a version, and returns the path; "" where
// she does not.
func (a *App) ExportTranslation(id, from, version string) (string, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return "", err
	}
	path, err := a.chooseNewFile(say("translate.file"), say("translate.file"), id, xliffEnding)
	if err != nil || path == "" {
		return "", err
	}
	_, err = room.ExportTranslation(context.Background(), newsroom.EditionID(id), newsroom.Lang(from), version, path)
	return path, err
}

// ImportTranslation lets the user choose a file that was translated elsewhere and takes it
// in; nil where she does not. An edition other than id is refused.
func (a *App) ImportTranslation(id string) (*TranslationReport, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return nil, err
	}
	path, err := a.host.ChooseFile(say("translate.file"), say("translate.file"), []string{xliffEnding, ".xliff", ".xml"})
	if err != nil || path == "" {
		return nil, err
	}
	reports, err := room.ImportTranslations(context.Background(), path, newsroom.EditionID(id))
	if err != nil {
		return nil, err
	}
	return &reports[0], nil
}

// ExportTranslation writes an edition beside the one that it is made from (from "" = the
// last) as XLIFF in a version, and returns how many units that are.
func (r *Room) ExportTranslation(ctx context.Context, id newsroom.EditionID, from newsroom.Lang, version, path string) (int, error) {
	t, err := r.Translation(ctx, id, from)
	if err != nil {
		return 0, err
	}
	d := documentOf(t)
	var b bytes.Buffer
	left, err := interchange.WriteXLIFF(&b, d, version)
	if err != nil {
		return 0, err
	}
	if err := durable.Write(path, &b, 0o644); err != nil {
		return 0, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return len(d.Units) - left, nil
}

// documentOf turns a translation into what goes out: headline, summary, and the rows that
// have words to translate.
func documentOf(t desk.Aligned) interchange.Document {
	d := interchange.Document{Edition: t.Edition.ID, From: t.From, To: t.Edition.ID.Lang()}
	for _, f := range []struct{ name, source, target string }{
		{interchange.Headline, t.Source.Text.Headline, t.Edition.Text.Headline},
		{interchange.Summary, t.Source.Text.Summary, t.Edition.Text.Summary},
	} {
		if alignment.Silent(f.source) {
			continue
		}
		u := interchange.Unit{Field: f.name, Source: []markdown.Run{{Text: f.source}}, Before: interchange.DigestOf(f.target)}
		if f.target != "" {
			u.Target, u.Done = []markdown.Run{{Text: f.target}}, true
		}
		d.Units = append(d.Units, u)
	}
	rest, targetRest := referred(t.Source.Text.Body), referred(t.Edition.Text.Body)
	for _, row := range t.Rows {
		if len(row.Sources) == 0 {
			continue
		}
		u := interchange.Unit{Kind: row.Sources[0].Kind, Done: row.State == alignment.Fresh, Before: interchange.DigestOf(row.Target)}
		for i, p := range row.Sources {
			u.Blocks = append(u.Blocks, p.Digest)
			u.Source = append(u.Source, runsOf(p.Source, rest, i > 0)...)
		}
		for i, b := range markdown.Blocks(row.Target) {
			u.Target = append(u.Target, runsOf(b.Source, targetRest, i > 0)...)
		}
		if alignment.Silent(interchange.Words(u.Target)) {
			u.Target = nil
		}
		if !alignment.Silent(interchange.Words(u.Source)) {
			d.Units = append(d.Units, renumbered(u))
		}
	}
	return d
}

// runsOf are the runs of a block, after what parts it from the one before.
func runsOf(source, rest string, parted bool) []markdown.Run {
	runs := markdown.Runs(source, rest)
	if parted {
		runs = append([]markdown.Run{{Kind: markdown.Alone, Source: "\n\n"}}, runs...)
	}
	return runs
}

// renumbered gives the pairs of several blocks numbers of their own.
func renumbered(u interchange.Unit) interchange.Unit {
	for _, runs := range [][]markdown.Run{u.Source, u.Target} {
		last, open := 0, []int{}
		for i := range runs {
			switch runs[i].Kind {
			case markdown.Open:
				last++
				runs[i].Pair = last
				open = append(open, last)
			case markdown.Close:
				runs[i].Pair, open = open[len(open)-1], open[:len(open)-1]
			}
		}
	}
	return u
}

// referred is what marks of a body refer to.
func referred(body string) string {
	var all []string
	for _, b := range markdown.Blocks(body) {
		if b.Kind == markdown.Definition || b.Kind == markdown.Footnote {
			all = append(all, b.Source)
		}
	}
	return strings.Join(all, "\n\n")
}

// ImportTranslations takes in a file of XLIFF: each unit goes to the blocks that it
// translates, where they are today. only, where it is not "", is the one edition that the
// file may be of.
func (r *Room) ImportTranslations(ctx context.Context, path string, only newsroom.EditionID) ([]TranslationReport, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	defer f.Close()
	all, problems, err := interchange.ReadXLIFF(f)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, newsroom.Errorf(newsroom.Invalid, "interchange.xliff")
	}
	if at := slices.IndexFunc(all, func(d interchange.Document) bool { return only != "" && d.Edition != only }); at >= 0 {
		return nil, newsroom.Errorf(newsroom.Conflict, "interchange.otherEdition", "id", string(all[at].Edition))
	}
	var reports []TranslationReport
	for i, d := range all {
		report, err := r.takeTranslation(ctx, d)
		if err != nil {
			return reports, err
		}
		report.Path = path
		if i == 0 { // which of several it is about, its line says
			report.note(problems)
		}
		slices.SortStableFunc(report.Problems, func(a, b FileProblem) int { return a.Line - b.Line })
		reports = append(reports, report)
	}
	return reports, nil
}

func (w *TranslationReport) note(problems []interchange.Problem) {
	w.Problems = append(w.Problems, fileProblems(problems)...)
}

// takeTranslation brings the units of one document to the desk.
func (r *Room) takeTranslation(ctx context.Context, d interchange.Document) (TranslationReport, error) {
	report := TranslationReport{Edition: string(d.Edition), Problems: []FileProblem{}}
	t, err := r.Translation(ctx, d.Edition, d.From)
	if err != nil {
		return report, err
	}
	var heads []desk.ReturnedHead
	var units []interchange.Unit
	var pieces []desk.Returned
	for _, u := range d.Units {
		switch {
		case !u.Translated():
			report.Left++
		case u.Field != "":
			heads = append(heads, report.head(u, t)...)
		default:
			units = append(units, u)
			pieces = append(pieces, desk.Returned{Sources: u.Blocks, Target: strings.Trim(markdown.Join(u.Target), "\n"), Before: u.Before, Known: u.Written})
		}
	}
	outcomes, err := r.TakeTranslation(ctx, d.Edition, d.From, heads, pieces)
	if err != nil {
		return report, err
	}
	for i, outcome := range outcomes {
		report.add(units[i], outcome)
	}
	return report, nil
}

// head decides about a headline or summary; none is returned where that of here stays.
func (w *TranslationReport) head(u interchange.Unit, t desk.Aligned) []desk.ReturnedHead {
	name := alignment.Headline
	if u.Field == interchange.Summary {
		name = alignment.Summary
	}
	source, here := alignment.Head(t.Source.Text, name), alignment.Head(t.Edition.Text, name)
	target := strings.TrimSpace(interchange.Words(u.Target))
	if u.Field == interchange.Headline {
		target = strings.Join(strings.Fields(target), " ")
	}
	was := interchange.Words(u.Source)
	switch {
	case target == here:
		w.add(u, desk.ReturnSame)
		return nil
	case u.Written && here != "" && u.Before != interchange.DigestOf(here):
		w.add(u, desk.ReturnKept)
		return nil
	case alignment.Digest(was) != alignment.Digest(source):
		w.add(u, desk.ReturnStale)
	default:
		w.add(u, desk.ReturnTaken)
	}
	return []desk.ReturnedHead{{Name: name, Source: was, Target: target}}
}

func (w *TranslationReport) add(u interchange.Unit, outcome string) {
	problem := ""
	switch outcome {
	case desk.ReturnSame:
		w.Unchanged++
	case desk.ReturnTaken:
		w.Taken++
	case desk.ReturnStale:
		w.Taken++
		w.Stale++
		problem = "interchange.changed"
	case desk.ReturnKept:
		problem = "interchange.kept"
	case desk.ReturnGone:
		problem = "interchange.gone"
	}
	if problem != "" {
		w.note([]interchange.Problem{{Line: u.Line, Err: newsroom.Errorf(newsroom.Conflict, problem, "unit", u.Name())}})
	}
}
