package manuscript

import (
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"khabar/backend/newsroom"
)

// text reads a value that is one piece of text. A number or a date without quotation
// marks is the text that it is written as.
func (f *front) text(key string, v ast.Node, into *string) (known bool, err error) {
	if *into != "" {
		return false, nil
	}
	s, ok := scalar(v)
	if !ok {
		return true, f.wrong(key, "manuscript.notText")
	}
	*into = s
	return true, nil
}

// names reads text or a list of texts as one line of names.
func (f *front) names(key string, v ast.Node, into *string) (known bool, err error) {
	if *into != "" {
		return false, nil
	}
	list, ok := list(v)
	if !ok {
		return true, f.wrong(key, "manuscript.notList")
	}
	*into = strings.Join(list, ", ")
	return true, nil
}

// terms adds text, parted by commas, or a list of texts to the terms read so far.
func (f *front) terms(key string, v ast.Node, into *[]string) (known bool, err error) {
	terms, ok := list(v)
	if !ok {
		return true, f.wrong(key, "manuscript.notList")
	}
	if _, one := scalar(v); one {
		terms = strings.FieldsFunc(strings.Join(terms, ""), func(r rune) bool { return r == ',' || r == '،' })
	}
	for _, t := range terms {
		if t = strings.TrimSpace(t); t != "" {
			*into = append(*into, t)
		}
	}
	return true, nil
}

// layouts are the forms of a date in front matter, as generators write them.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02",
	"2006-01-02 15:04:05.999999999 Z07:00", "2006-01-02 15:04:05.999999999 -0700", "2006-01-02 15:04:05.999999999Z07:00",
	"2006-01-02 15:04:05.999999999", "2006-01-02 15:04 -0700", "2006-01-02 15:04", "2006-1-2",
}

func (f *front) date(key string, v ast.Node, into *time.Time) (known bool, err error) {
	s, ok := scalar(v)
	if ok && s == "" {
		return true, nil
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); ok && err == nil && t.Year() > 0 {
			*into = t.UTC()
			return true, nil
		}
	}
	return true, f.wrong(key, "manuscript.notDate")
}

func (f *front) yesNo(key string, v ast.Node, into *bool) (known bool, err error) {
	s, ok := scalar(v)
	switch strings.ToLower(s) {
	case "true":
		*into = true
	case "false", "":
	default:
		ok = false
	}
	if !ok {
		return true, f.wrong(key, "manuscript.notYesNo")
	}
	return true, nil
}

func (f *front) lang(key string, v ast.Node, into *newsroom.Lang) (known bool, err error) {
	if *into != "" {
		return false, nil
	}
	s, ok := scalar(v)
	if !ok {
		return true, f.wrong(key, "manuscript.notText")
	}
	if s == "" {
		return true, nil
	}
	lang, ok := language(s)
	if !ok {
		return true, newsroom.Errorf(newsroom.Invalid, "manuscript.unknownLanguage",
			"file", f.m.File, "line", f.at, "field", key, "lang", s)
	}
	*into = lang
	return true, nil
}

// image reads an address, or an address with what goes with the picture. Other keys
// below it, which only a theme could know, are left out.
func (f *front) image(key string, v ast.Node) (known bool, err error) {
	entries, _, ok := f.entries(bare(v))
	if !ok {
		if f.m.Image.Src, ok = scalar(v); !ok {
			return true, f.wrong(key, "manuscript.notPicture")
		}
		return true, nil
	}
	into := map[string]*string{"src": &f.m.Image.Src, "alt": &f.m.Image.Alt, "caption": &f.m.Image.Caption, "credit": &f.m.Image.Credit}
	for _, e := range entries {
		field, ok := into[keyOf(e)]
		if !ok {
			continue
		}
		if *field, ok = scalar(e.Value); !ok {
			return true, f.wrong(key+"."+keyOf(e), "manuscript.notText")
		}
	}
	return true, nil
}

func (f *front) wrong(key, message string) error {
	return fault(f.m.File, f.at, key, message, nil)
}

// bare returns n without a tag or an anchor before it.
func bare(n ast.Node) ast.Node {
	for {
		switch v := n.(type) {
		case *ast.TagNode:
			n = v.Value
		case *ast.AnchorNode:
			n = v.Value
		default:
			return n
		}
	}
}

// scalar returns a value that is no list and has no keys, as it is written.
func scalar(n ast.Node) (s string, ok bool) {
	switch n := bare(n).(type) {
	case nil, *ast.NullNode:
		return "", true
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode: // its last line feed is that of the form
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

// list returns the items of a list, or a scalar as the only one.
func list(n ast.Node) (items []string, ok bool) {
	sequence, ok := bare(n).(*ast.SequenceNode)
	if !ok {
		s, ok := scalar(n)
		return []string{s}, ok
	}
	for _, v := range sequence.Values {
		s, ok := scalar(v)
		if !ok {
			return nil, false
		}
		if s != "" {
			items = append(items, s)
		}
	}
	return items, true
}

// language returns the one of the nine that a language tag means.
func language(tag string) (newsroom.Lang, bool) {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if base == "prs" { // Dari, the Persian of Afghanistan
		base = string(newsroom.Persian)
	}
	l := newsroom.Lang(base)
	return l, l.Valid()
}

func isLanguage(tag string) bool {
	_, ok := language(tag)
	return ok
}
