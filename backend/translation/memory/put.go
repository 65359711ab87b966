package memory

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"strings"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Put remembers stories in one transaction, in place of what was remembered of them; of one
// without passages nothing is left. They are no longer awaited.
func (m *Memory) Put(ctx context.Context, stories []Story) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	touched := map[newsroom.Lang]bool{}
	err := m.db.Update(ctx, func(tx *sqlite.Tx) error {
		for _, s := range stories {
			if err := m.put(tx, s, touched); err != nil {
				return err
			}
		}
		for l := range touched {
			if err := tx.PutFrequencies(l, m.counts[l].encode()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		clear(m.counts) // they may count what was not written
	}
	return err
}

func (m *Memory) put(tx *sqlite.Tx, s Story, touched map[newsroom.Lang]bool) error {
	if err := tx.Settle(s.ID); err != nil {
		return err
	}
	mark := markOf(s.Passages)
	was, err := tx.Remembered(s.ID)
	if err != nil || bytes.Equal(was, mark) {
		return err
	}
	if err := tx.Forget(s.ID); err != nil || len(s.Passages) == 0 {
		return err
	}
	first, err := tx.NewPassages(s.ID, len(s.Passages), mark)
	if err != nil {
		return err
	}
	for i, p := range s.Passages {
		for at, l := range newsroom.Languages {
			w, here := p[l]
			if !here {
				continue
			}
			touched[l] = true
			row := sqlite.Wording{N: sqlite.WordingNumber(first+int64(i), at), Source: w.Source, Plain: w.Text}
			if err := m.index(tx, l, row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *Memory) index(tx *sqlite.Tx, l newsroom.Lang, w sqlite.Wording) error {
	c, err := m.countsOf(tx, l)
	if err != nil {
		return err
	}
	terms, _ := termsOf(l, w.Plain)
	for _, t := range terms {
		c.add(t[len(l):])
	}
	return tx.PutWording(w, strings.Join(terms, " "))
}

// markOf tells passages from others.
func markOf(passages []Passage) []byte {
	if len(passages) == 0 {
		return nil
	}
	h := sha256.New()
	write := func(s string) {
		h.Write(binary.AppendUvarint(nil, uint64(len(s))))
		h.Write([]byte(s))
	}
	for _, p := range passages {
		for _, l := range newsroom.Languages {
			if w, here := p[l]; here {
				write(string(l))
				write(w.Source)
				write(w.Text)
			}
		}
		write("")
	}
	return h.Sum(nil)[:16]
}
