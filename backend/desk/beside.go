package desk

import (
	"context"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Beside is a text laid beside the one that it was made from.
type Beside struct {
	Text newsroom.Text
	From newsroom.Lang // "" = it is an original
	Rows []BesideRow
}

// BesideRow is what belongs together of both texts. Its key is that of the TranslationRow.
type BesideRow struct {
	Key            string
	Source, Target []alignment.Block
	Names          []newsroom.Digest // of the blocks of Target
	Places         []int             // of the blocks of Target, in the body
}

// Beside lays an edition beside its source, with what is being typed or without. The
// edition in which the story was written stands alone, unless it was translated later.
func (d *Desk) Beside(ctx context.Context, id newsroom.EditionID, typed bool) (b Beside, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		b, err = d.beside(tx, id, typed)
		return err
	})
	return b, err
}

func (d *Desk) beside(tx *sqlite.Tx, id newsroom.EditionID, typed bool) (b Beside, err error) {
	open := openSaved
	if typed {
		open = openEdition
	}
	e, err := open(tx, id)
	if err != nil {
		return b, err
	}
	b.Text = e.Text
	story, err := tx.Story(id.Story())
	if err != nil {
		return b, err
	}
	target := archive.BlocksOf(e.Text.Body)
	if e.Origin == "" && id.Lang() == story.Source {
		b.alone(target)
		return b, nil
	}
	from, _, err := originOf(tx, id, "")
	if newsroom.CodeOf(err) == newsroom.Conflict { // nothing to compare it with
		b.alone(target)
		return b, nil
	}
	if err != nil {
		return b, err
	}
	source, err := d.archive.Source(tx, newsroom.NewEditionID(id.Story(), from))
	if err != nil {
		return b, err
	}
	links, err := linksBeside(tx, e, from, target, typed)
	if err != nil {
		return b, err
	}
	links, _ = source.Fill(target, links)
	b.From = from
	b.rows(source.Status(target, links).Rows, source.Blocks(), target)
	return b, source.Err()
}

func linksBeside(tx *sqlite.Tx, e Edition, from newsroom.Lang, target []alignment.Block, typed bool) (newsroom.Links, error) {
	if typed {
		return linksNow(tx, e, from, target)
	}
	fields, err := archive.FieldsOf(tx, journal.EditionSubject(e.ID))
	return fields.Links(from), err
}

func (b *Beside) alone(target []alignment.Block) {
	rows := make([]alignment.Row, len(target))
	for i := range target {
		rows[i] = alignment.Row{Targets: []int{i}}
	}
	b.rows(rows, nil, target)
}

func (b *Beside) rows(rows []alignment.Row, source, target []alignment.Block) {
	keys, sources := alignment.Keys(target), alignment.Keys(source)
	for _, row := range rows {
		r := BesideRow{Source: pick(source, row.Sources), Target: pick(target, row.Targets), Places: row.Targets}
		for _, j := range row.Targets {
			r.Names = append(r.Names, keys[j])
		}
		if len(row.Targets) > 0 {
			r.Key = "target:" + string(keys[row.Targets[0]])
		} else {
			r.Key = "source:" + string(sources[row.Sources[0]])
		}
		b.Rows = append(b.Rows, r)
	}
}
