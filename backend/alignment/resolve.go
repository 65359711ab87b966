package alignment

import (
	"slices"

	"khabar/backend/newsroom"
)

// Past returns the blocks of the newest text of the source that had a block, nil where none
// is known: the revision that it was in may not have arrived yet.
type Past func(newsroom.Digest) []Block

// Source is the text that translations are made from, as it is today. What it finds out for
// one translation it knows for the next; it is for one goroutine at a time.
type Source struct {
	now     []Block
	keys    []newsroom.Digest
	digests []newsroom.Digest
	at      map[newsroom.Digest]int // key of a block of today → its place
	count   map[newsroom.Digest]int // how many blocks of today are equal
	same    []newsroom.Same
	past    Past
	follows map[*Block]followed
}

// NewSource returns a source. same says which of its changes are of no effect, past what it
// was.
func NewSource(blocks []Block, same []newsroom.Same, past Past) *Source {
	s := &Source{
		now: blocks, keys: Keys(blocks), digests: digests(blocks), same: same, past: past,
		at: map[newsroom.Digest]int{}, count: map[newsroom.Digest]int{}, follows: map[*Block]followed{},
	}
	for i, k := range s.keys {
		s.at[k] = i
		s.count[s.digests[i]]++
	}
	return s
}

// Blocks returns the blocks of the source.
func (s *Source) Blocks() []Block { return s.now }

// Keys returns the names of its blocks.
func (s *Source) Keys() []newsroom.Digest { return s.keys }

// resolver finds what blocks, named as they were when they were translated, are today.
type resolver struct {
	*Source
	fewer map[newsroom.Digest]newsroom.Digest // digest of which there are fewer now than were translated → the last key of it
}

type followed struct {
	blocks []Block
	at     map[newsroom.Digest]int
	to     [][]int
}

func newResolver(s *Source, used []newsroom.Digest) resolver {
	r := resolver{s, map[newsroom.Digest]newsroom.Digest{}}
	for _, k := range used {
		d, n := words(k)
		if _, last := words(r.fewer[d]); n > s.count[d] && s.count[d] > 0 && (r.fewer[d] == "" || n > last) {
			r.fewer[d] = k
		}
	}
	return r
}

// resolution is what one translated block is today.
type resolution struct {
	at    []int // places in the text of today
	fresh bool  // in other words, or in none
	was   Block // what it was; zero where unknown
}

func (r resolver) resolve(key newsroom.Digest) resolution {
	d, _ := words(key)
	if last, ambiguous := r.fewer[d]; ambiguous {
		return r.follow(key, last)
	}
	if i, here := r.at[key]; here {
		return resolution{at: []int{i}, fresh: true, was: r.now[i]}
	}
	if at, ok := r.equivalent(key); ok {
		return resolution{at: at, fresh: true}
	}
	return r.follow(key, key)
}

// mostChanges bounds how many changes of no effect lead from what was translated to today.
const mostChanges = 100

// equivalent goes from key through changes that are of no effect, in either direction, to
// blocks of today. Each rule is used once.
func (r resolver) equivalent(key newsroom.Digest) ([]int, bool) {
	if len(r.same) == 0 {
		return nil, false
	}
	set, used := []newsroom.Digest{key}, make([]bool, len(r.same))
	for step := 0; ; step++ {
		lost := slices.IndexFunc(set, func(k newsroom.Digest) bool { _, here := r.at[k]; return !here })
		if lost < 0 {
			break
		}
		rule := -1
		var next []newsroom.Digest
		for n, s := range r.same {
			if used[n] {
				continue
			}
			if slices.Contains(s.Before, set[lost]) {
				rule, next = n, s.After
			} else if slices.Contains(s.After, set[lost]) {
				rule, next = n, s.Before
			}
			if rule >= 0 {
				break
			}
		}
		if rule < 0 || step == mostChanges {
			return nil, false
		}
		used[rule] = true
		set = join(slices.Delete(set, lost, lost+1), next)
	}
	var at []int
	for _, k := range set {
		at = append(at, r.at[k])
	}
	return at, len(at) > 0
}

// follow looks key up in the newest text that had block by, and follows it from there.
func (r resolver) follow(key, by newsroom.Digest) resolution {
	blocks := r.past(by)
	if len(blocks) == 0 {
		return resolution{}
	}
	f, done := r.follows[&blocks[0]]
	if !done {
		d := digests(blocks)
		f = followed{blocks: blocks, at: map[newsroom.Digest]int{}, to: follow(blocks, r.now, d, r.digests)}
		for i, k := range numbered(d) {
			f.at[k] = i
		}
		r.follows[&blocks[0]] = f
	}
	i, here := f.at[key]
	if !here {
		return resolution{}
	}
	to := f.to[i]
	d, _ := words(key)
	return resolution{at: to, was: blocks[i], fresh: len(to) == 1 && r.digests[to[0]] == d}
}
