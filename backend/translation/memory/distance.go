package memory

// comparison compares a block with others, word by word.
type comparison struct {
	keys  []int          // the words of the block, by number
	known map[string]int // their numbers, from 1
	count []int          // how often each is in the block
	other []int
	left  []int
	rows  [2][]int
}

func newComparison(keys []string) *comparison {
	c := &comparison{known: map[string]int{}, count: []int{0}}
	for _, key := range keys {
		n, ok := c.known[key]
		if !ok {
			n = len(c.count)
			c.known[key] = n
			c.count = append(c.count, 0)
		}
		c.count[n]++
		c.keys = append(c.keys, n)
	}
	return c
}

// score is how alike the block and another are, of 100; 0 for less than Threshold.
func (c *comparison) score(keys []string) int {
	longer := max(len(c.keys), len(keys))
	most := longer * (100 - Threshold) / 100
	c.left = append(c.left[:0], c.count...)
	c.other = c.other[:0]
	common := 0
	for _, key := range keys {
		n := c.known[key] // 0 where the block does not have it
		c.other = append(c.other, n)
		if c.left[n] > 0 {
			c.left[n]--
			common++
		}
	}
	if longer-common > most {
		return 0
	}
	d := c.distance(most)
	if d > most {
		return 0
	}
	return (longer - d) * 100 / longer
}

// distance is the number of words that must be inserted, deleted or replaced; most+1 where
// it is more than most. Only cells at most that far from the diagonal can be on the way.
func (c *comparison) distance(most int) int {
	a, b := c.keys, c.other
	above, row := grown(c.rows[0], len(b)+1), grown(c.rows[1], len(b)+1)
	c.rows = [2][]int{above, row}
	for j := range above {
		above[j] = j
	}
	for i := range a {
		from, to := max(0, i-most), min(len(b), i+most+1)
		row[from] = most + 1
		if from == 0 {
			row[0] = i + 1
		}
		best := row[from]
		for j := from; j < to; j++ {
			d := above[j]
			if a[i] != b[j] {
				d++
			}
			if j+1 <= i+most {
				d = min(d, above[j+1]+1)
			}
			row[j+1] = min(d, row[j]+1)
			best = min(best, row[j+1])
		}
		if best > most {
			return most + 1
		}
		above, row = row, above
	}
	return min(above[len(b)], most+1)
}

func grown(s []int, n int) []int {
	if cap(s) < n {
		return make([]int, n)
	}
	return s[:n]
}
