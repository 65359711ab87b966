package interchange

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// separator parts the variants in a cell.
const separator = " " + newsroom.Parting + " "

// byteOrderMark tells spreadsheets that the file is UTF-8.
const byteOrderMark = "\ufeff"

// Columns of a table besides a language ("fa", the accepted spelling) and a language's
// variants ("fa variants").
const (
	columnID       = "id"
	columnKind     = "kind"
	columnTag      = "tag"
	columnNote     = "note"
	columnVariants = " variants"
)

// WriteTable writes names as CSV (RFC 4180) in UTF-8 with a byte order mark, one a row, under
// a line of column names: id, kind, tag, note, then for each language its accepted spelling
// and its variants, parted by |.
func WriteTable(w io.Writer, names []newsroom.Name) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := []string{columnID, columnKind, columnTag, columnNote}
	for _, l := range newsroom.Languages {
		head = append(head, string(l), string(l)+columnVariants)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, n := range names {
		row := []string{string(n.ID), string(n.Kind), string(n.Tag), n.Note}
		for _, l := range newsroom.Languages {
			row = append(row, n.Labels[l], strings.Join(n.Variants[l], separator))
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// ReadTable reads a table: with commas, semicolons or tabs, with or without a byte order mark,
// its columns in any order. A column that is not known is a Problem and passed over, a row
// without a spelling another. An Invalid error is returned where no column is a language.
func ReadTable(r io.Reader) (entries []Entry, problems []Problem, err error) {
	in := bufio.NewReader(io.LimitReader(r, maxFile))
	if mark, err := in.Peek(len(byteOrderMark)); err == nil && string(mark) == byteOrderMark {
		in.Discard(len(byteOrderMark))
	}
	table := csv.NewReader(in)
	table.Comma, table.FieldsPerRecord, table.LazyQuotes = comma(in), -1, true
	head, err := table.Read()
	for i := range head {
		head[i] = strings.ToLower(strings.TrimSpace(head[i]))
	}
	named := func(column string) bool { return newsroom.Lang(column).Valid() }
	if err != nil || !slices.ContainsFunc(head, named) {
		return nil, nil, newsroom.Errorf(newsroom.Invalid, "interchange.table", err)
	}
	problems = unknown(head)
	for {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			return entries, problems, nil
		}
		line, _ := table.FieldPos(0)
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			problems = append(problems, Problem{broken.Line, newsroom.Errorf(newsroom.Invalid, "interchange.row", err)})
			continue
		}
		if err != nil {
			return entries, problems, err
		}
		if n, empty := rowName(head, row); !empty {
			n, err := n.Complete()
			if err != nil {
				problems = append(problems, Problem{line, err})
				continue
			}
			entries = append(entries, Entry{n, line})
		}
	}
}

// unknown returns a Problem for each column of a name that says nothing.
func unknown(head []string) (problems []Problem) {
	for _, column := range head {
		lang, _ := strings.CutSuffix(column, columnVariants)
		known := []string{"", columnID, columnKind, columnTag, columnNote}
		if !newsroom.Lang(lang).Valid() && !slices.Contains(known, column) {
			problems = append(problems, Problem{1, newsroom.Errorf(newsroom.Invalid, "interchange.column", "column", column)})
		}
	}
	return problems
}

// comma returns what parts the cells of the first line.
func comma(in *bufio.Reader) rune {
	start, _ := in.Peek(4096)
	first, _, _ := strings.Cut(string(start), "\n")
	best := ','
	for _, r := range ";\t" {
		if strings.Count(first, string(r)) > strings.Count(first, string(best)) {
			best = r
		}
	}
	return best
}

func rowName(head, row []string) (n newsroom.Name, empty bool) {
	n.Labels, n.Variants, empty = map[newsroom.Lang]string{}, map[newsroom.Lang][]string{}, true
	for i, column := range head {
		if i >= len(row) || strings.TrimSpace(row[i]) == "" {
			continue
		}
		cell := strings.TrimSpace(row[i])
		empty = false
		switch lang, variants := strings.CutSuffix(column, columnVariants); {
		case column == columnID:
			n.ID = newsroom.NameID(cell)
		case column == columnKind:
			n.Kind = newsroom.NameKind(strings.ToLower(cell))
		case column == columnTag:
			n.Tag = newsroom.TermID(cell)
		case column == columnNote:
			n.Note = cell
		case variants && newsroom.Lang(lang).Valid():
			n.Variants[newsroom.Lang(lang)] = strings.Split(cell, newsroom.Parting)
		case newsroom.Lang(column).Valid():
			n.Labels[newsroom.Lang(column)] = cell
		}
	}
	return n, empty
}
