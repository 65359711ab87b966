package alignment

import "khabar/backend/newsroom"

// Fill returns l with a guess for the blocks of target of which it says nothing: which of the
// blocks of the source that nothing translates yet they translate. filled says that there
// were such blocks; where l says nothing at all, it is Guess for the two texts.
func (source *Source) Fill(target []Block, l newsroom.Links) (out newsroom.Links, filled bool) {
	known := index(l)
	var fresh []Block
	var names []newsroom.Digest
	for j, k := range Keys(target) {
		if _, is := known[k]; !is {
			fresh, names = append(fresh, target[j]), append(names, k)
		}
	}
	if len(fresh) == 0 {
		return l, false
	}
	taken := map[int]bool{}
	for _, row := range source.Status(target, l).Rows {
		for _, i := range row.Sources {
			taken[i] = taken[i] || len(row.Targets) > 0 || row.State == Fresh
		}
	}
	var open []Block
	var keys []newsroom.Digest
	for i, b := range source.now {
		if !taken[i] {
			open, keys = append(open, b), append(keys, source.keys[i])
		}
	}
	out = newsroom.Links{From: l.From, Left: l.Left, Pairs: append([]newsroom.Link{}, l.Pairs...)}
	for _, p := range Guess(open, fresh) {
		for _, j := range p.Target {
			link := newsroom.Link{Target: names[j]}
			for _, i := range p.Source {
				link.Sources = append(link.Sources, keys[i])
			}
			out.Pairs = append(out.Pairs, link)
		}
	}
	return out, true
}
