package desk

import (
	"maps"
	"slices"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// turn is what the blocks and heads of an edition became, by what they were.
type turn map[newsroom.Digest]newsroom.Digest

// turn notes what a change made of the blocks and heads of an edition. Where it took blocks
// out, the others are what they were.
func (p *planner) turn(id newsroom.EditionID, before, after newsroom.Text) {
	t := turn{}
	for _, name := range alignment.HeadNames {
		old, now := alignment.HeadDigest(name, alignment.Head(before, name)), alignment.HeadDigest(name, alignment.Head(after, name))
		if old != now {
			t[old] = now
		}
	}
	p.turned[id] = t
	old, now := alignment.Keys(archive.BlocksOf(before.Body)), alignment.Keys(archive.BlocksOf(after.Body))
	if len(old) != len(now) {
		return
	}
	for i := range old {
		if old[i] != now[i] {
			t[old[i]] = now[i]
		}
	}
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
		if err := source.relinkHeads(r, id, own, links.Heads); err != nil {
			return err
		}
		if err := record(r, id, links); err != nil {
			return err
		}
	}
	return nil
}

// relinkHeads does for the heads of edition id, of which own are new, what relink does for its
// blocks.
func (t turn) relinkHeads(r *archive.Recorder, id newsroom.EditionID, own []newsroom.Digest, links map[string]newsroom.Digest) error {
	text, _, _, err := archive.View(r.Tx, id)
	for name, was := range links {
		if now, ok := t[was]; ok && slices.Contains(own, alignment.HeadDigest(name, alignment.Head(text, name))) {
			links[name] = now
		}
	}
	return err
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
