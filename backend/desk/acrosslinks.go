package desk

import (
	"maps"
	"slices"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// turn is what the blocks of an edition became, by what they were.
type turn map[newsroom.Digest]newsroom.Digest

// turn notes what a change made of the blocks of an edition. Where it took some out, the
// others are what they were.
func (p *planner) turn(id newsroom.EditionID, before, after newsroom.Text) {
	old, now := alignment.Keys(archive.BlocksOf(before.Body)), alignment.Keys(archive.BlocksOf(after.Body))
	if len(old) != len(now) {
		return
	}
	t := turn{}
	for i := range old {
		if old[i] != now[i] {
			t[old[i]] = now[i]
		}
	}
	p.turned[id] = t
}

// relink keeps the translations of changed blocks fresh that had the same change: a block
// that was up to date is no less so now. One that had not, since the name stands there in
// another way, turns stale, and is looked at by a person.
func (p *planner) relink(r *archive.Recorder) error {
	for _, id := range slices.Sorted(maps.Keys(p.turned)) {
		own := slices.Collect(maps.Values(p.turned[id]))
		fields, err := r.Fields(journal.EditionSubject(id))
		if err != nil {
			return err
		}
		links := fields.Links(fields.From())
		source := p.turned[newsroom.NewEditionID(id.Story(), links.From)]
		if len(own) == 0 || len(source) == 0 {
			continue
		}
		for i, pair := range links.Pairs {
			if slices.Contains(own, pair.Target) {
				links.Pairs[i].Sources = source.follow(pair.Sources)
			}
		}
		if err := record(r, id, links); err != nil {
			return err
		}
	}
	return nil
}

// follow returns what blocks became.
func (t turn) follow(blocks []newsroom.Digest) []newsroom.Digest {
	now := slices.Clone(blocks)
	for i, b := range now {
		if after, ok := t[b]; ok {
			now[i] = after
		}
	}
	return now
}
