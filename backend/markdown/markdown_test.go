package markdown_test

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// void lists the elements of HTML that have no end tag.
var void = map[string]bool{"br": true, "hr": true, "img": true, "input": true}

// known lists every element that a rendered body may hold, and its attributes.
var known = map[string]string{
	"h2": "dir", "h3": "dir", "h4": "dir", "h5": "dir", "h6": "dir",
	"p": "dir class", "blockquote": "dir", "ul": "dir class", "ol": "dir start class", "li": "class id", "hr": "dir", "br": "",
	"pre": "dir tabindex", "code": "class", "em": "", "strong": "", "del": "", "sup": "",
	"a":     "href title rel class id role aria-label",
	"img":   "src srcset sizes alt title width height loading decoding",
	"div":   "class dir tabindex role aria-label",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "scope class", "td": "class",
	"figure": "class dir", "figcaption": "", "small": "class", "span": "class",
	"label": "", "input": "type disabled checked aria-label",
}

// fault returns what is wrong with rendered HTML as a page would take it: an element or
// an attribute that is not known, a tag that is not closed, an address that runs or
// reads something, a link in a link, an id used twice; "" where nothing is.
func fault(rendered string) string {
	z := html.NewTokenizer(strings.NewReader(rendered))
	var open []string
	ids := map[string]bool{}
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Sprintf("not closed: %v", open)
			}
			return ""
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			return "unexpected " + z.Token().String()
		case html.StartTagToken:
			t := z.Token()
			if f := tagFault(t, open, ids); f != "" {
				return f
			}
			if !void[t.Data] {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			t := z.Token()
			if len(open) == 0 || open[len(open)-1] != t.Data {
				return fmt.Sprintf("</%s> closes %v", t.Data, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func tagFault(t html.Token, open []string, ids map[string]bool) string {
	allowed, ok := known[t.Data]
	if !ok {
		return "unknown element " + t.String()
	}
	if t.Data == "a" && strings.Contains(" "+strings.Join(open, " ")+" ", " a ") {
		return "a link in a link: " + t.String()
	}
	for _, a := range t.Attr {
		if !strings.Contains(" "+allowed+" ", " "+a.Key+" ") {
			return "unknown attribute " + a.Key + " of " + t.String()
		}
		if a.Key == "dir" && len(open) > 0 {
			return "a nested block has a direction: " + t.String()
		}
		if a.Key == "id" {
			if ids[a.Val] {
				return "id used twice: " + a.Val
			}
			ids[a.Val] = true
		}
		if (a.Key == "href" || a.Key == "src") && !harmless(a.Val) {
			return "dangerous address: " + t.String()
		}
	}
	return ""
}

// harmless judges an address as a browser reads it: blanks and controls left out.
func harmless(address string) bool {
	bare := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, address))
	head, _, found := strings.Cut(bare, ":")
	if !found || strings.ContainsAny(head, "/?#") {
		return true
	}
	return head == "http" || head == "https" || head == "mailto" || head == "tel"
}

// fragments are the pieces that bodies are made of in the property tests: every
// construct, well-formed and broken.
var fragments = []string{
	"# سرخط", "## Two ##", "Setext\n===", "  متن **«نقل قول»** گفت", "می\u200cروم", "plain text", "    indented", "\tcode",
	"- one\n- two", "* star", "1. one", "2. two", "   3) three", "- [ ] task", "- [x] ", "- a\n\n  b", "-", "> quote", "> - in\n>\n> more", ">",
	"| A | B |\n|---|:-:|\n| 1 | 2 |", "text\n| x |\n|---|", "5. a | b\n---|---", "***", "---", "```go\ncode\n```", "~~~", "```",
	"[^1]: a note", "[^1]:", "[^n]: note[^1]\n\n    second", "see[^1] and[^n]", "[ref]: https://example.org \"T\"", "[ref]: media/a.jpg", "[x]: <a b>",
	"[ref]", "![alt][ref]", "[a](b \"t\")", "[a](javascript:alert(1))", "[![i](media/a.jpg)](x)", "![متن](media/a.jpg \"Caption © Credit\")",
	"![a](media/b.png) ![c](<media/c d.png>)", "![v](https://www.youtube.com/watch?v=1)", "![](media/e.jpg)", "[n[^1]](x)", "<https://a.b>", "www.example.org",
	"<div onclick=x>\nraw\n</div>", "<script>alert(1)</script>", "<b>x</b> <br> y", "<!-- c -->", "<!-- open", "<x>", "<?php ?>", "a<br>b",
	"~~gone~~ *em* __strong__ `code`", "\\*no\\* &amp; &#x22; &lt;", "hard  \nbreak\\\nbreak", "Ғ ӣ қ ӯ ҳ ҷ ټ ډ ړ ښ", "\u202eoverride\u202c", "x\x00y\x01", "\r\n", "   ", "",
}

// body draws a body: fragments joined with and without blank lines.
func body() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "pieces") {
			b.WriteString(rapid.SampledFrom(fragments).Draw(t, "piece"))
			b.WriteString(rapid.SampledFrom([]string{"\n\n", "\n", "\n\n\n", "\n\n", " "}).Draw(t, "join"))
		}
		return b.String()
	})
}
