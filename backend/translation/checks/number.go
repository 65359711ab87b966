package checks

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"khabar/backend/locale"
)

// number is a number of a text and the values that it may have.
type number struct {
	block      int
	start, end int
	text       string   // in European digits
	values     []string // decimal: "1234", "0.5"; also "14:30" and "1/2"
}

// fits reports whether two numbers can be the same. A year may be one of the other calendar.
func (n number) fits(m number) bool {
	for _, v := range n.values {
		if slices.Contains(m.values, v) || hijri(v, m.values) {
			return true
		}
	}
	return slices.ContainsFunc(m.values, func(v string) bool { return hijri(v, n.values) })
}

// hijri reports whether a Gregorian year began or ended in one of the Solar Hijri years.
func hijri(gregorian string, solar []string) bool {
	y, err := strconv.Atoi(gregorian)
	if err != nil || y < 1850 || y > 2150 {
		return false
	}
	return slices.Contains(solar, strconv.Itoa(y-621)) || slices.Contains(solar, strconv.Itoa(y-622))
}

// separators stand between the digits of one number. Those of groups never stand before
// decimals; those of decimals alone never between groups; the others may be either.
const (
	grouping = "٬\u00a0\u202f\u2009 '’"
	decimal  = "٫"
	either   = ".,،"
	dividing = ":/"
)

// isoDay is a day whose hyphens are no minus signs.
var isoDay = regexp.MustCompile(`^[12]\d{3}-\d\d-\d\d\b`)

// numbersIn returns the numbers of a prose, in the order of the text.
func numbersIn(p prose, block int, t *table) (all []number) {
	for i := 0; i < len(p.text); {
		size := digitAt(p.text, i)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(p.text[i:])
			i += size
			continue
		}
		end := i + len(isoDay.FindString(p.text[i:]))
		if end == i {
			end = numberEnd(p.text, i)
		}
		text := locale.Digits("en", p.text[i:end])
		n := number{block: block, start: i, end: end, text: text, values: values(text)}
		n.values = append(n.values, scaled(n.values, p.text[end:], t)...)
		if len(n.values) > 0 && afternoon(p.text[end:]) {
			n.values = append(n.values, later(n.values)...)
		}
		all = append(all, n)
		i = end
	}
	return all
}

// digitAt is the length in bytes of the digit at i, 0 where there is none.
func digitAt(s string, i int) int {
	r, size := utf8.DecodeRuneInString(s[i:])
	if r >= '0' && r <= '9' || r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹' {
		return size
	}
	return 0
}

func digitsEnd(s string, i int) (end, count int) {
	for end = i; end < len(s); count++ {
		size := digitAt(s, end)
		if size == 0 {
			break
		}
		end += size
	}
	return end, count
}

// numberEnd returns where the number that begins at i ends.
func numberEnd(s string, i int) int {
	end, count := digitsEnd(s, i)
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(grouping+decimal+either+dividing+"hH", r) {
			break
		}
		next, n := digitsEnd(s, end+size)
		if n == 0 {
			break
		}
		if strings.ContainsRune(grouping, r) && (n != 3 || count > 3) {
			break
		}
		if (r == 'h' || r == 'H') && (n != 2 || count > 2) {
			break
		}
		end, count = next, n
	}
	return end
}

// values returns what a number in European digits may mean.
func values(text string) []string {
	var groups []string
	var seps []rune
	last := 0
	for i, r := range text {
		if r < '0' || r > '9' {
			groups, seps = append(groups, text[last:i]), append(seps, r)
			last = i + utf8.RuneLen(r)
		}
	}
	groups = append(groups, text[last:])
	if len(seps) == 0 {
		return []string{plain(text, "")}
	}
	first, end := seps[0], seps[len(seps)-1]
	switch {
	case strings.ContainsRune(dividing+"hH", first):
		return divided(groups, first)
	case strings.ContainsRune(dividing+"hH", end):
		return []string{strings.Join(groups, "/")}
	}
	var all []string
	whole, same := strings.Join(groups, ""), !slices.ContainsFunc(seps, func(r rune) bool { return r != first })
	if same && first != '٫' && grouped(groups) {
		all = append(all, plain(whole, ""))
	}
	if strings.ContainsRune(grouping, end) {
		return append(all, plain(whole, ""))
	}
	if len(seps) == 1 || !same {
		all = append(all, plain(strings.Join(groups[:len(groups)-1], ""), groups[len(groups)-1]))
	}
	if len(seps) > 1 && same {
		all = append(all, strings.Join(groups, ".")) // a version, a date, an address
	}
	return all
}

// grouped reports whether digits stand in groups: of three, or of two before the last three.
func grouped(groups []string) bool {
	last := len(groups) - 1
	if len(groups[last]) != 3 || len(groups[0]) > 3 || groups[0] == "0" {
		return false
	}
	for _, g := range groups[1:last] {
		if len(g) != 3 && len(g) != 2 {
			return false
		}
	}
	return true
}

// divided are times of day, fractions, and decimals as some write them in Persian.
func divided(groups []string, r rune) []string {
	if len(groups) != 2 {
		return []string{strings.Join(groups, "/")}
	}
	a, b := plain(groups[0], ""), groups[1]
	if r == '/' {
		return []string{a + "/" + plain(b, ""), plain(groups[0], b)}
	}
	all := []string{a + ":" + b, plain(groups[0], b)}
	if strings.Trim(b, "0") == "" {
		all = append(all, a)
	}
	return append(all, later(all)...)
}

// later adds the hours of the afternoon to values that may be hours, and takes them away.
func later(values []string) (all []string) {
	for _, v := range values {
		cut := strings.IndexAny(v, ":.")
		if cut < 0 {
			cut = len(v)
		}
		switch h, err := strconv.Atoi(v[:cut]); {
		case err != nil || h < 1 || h > 23:
		case h <= 12:
			all = append(all, strconv.Itoa(h%12+12)+v[cut:])
		default:
			all = append(all, strconv.Itoa(h-12)+v[cut:])
		}
	}
	return all
}

func afternoon(rest string) bool {
	rest = strings.ToLower(strings.TrimLeft(rest, " \u00a0\u202f"))
	return strings.HasPrefix(rest, "pm") || strings.HasPrefix(rest, "p.m") || strings.HasPrefix(rest, "p. m")
}

// plain is a decimal without zeros that say nothing.
func plain(whole, part string) string {
	whole, part = strings.TrimLeft(whole, "0"), strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part == "" {
		return whole
	}
	return whole + "." + part
}

// scaled are the values of a number before a word such as "million".
func scaled(values []string, rest string, t *table) (all []string) {
	rest = strings.TrimLeft(rest, " \u00a0\u202f\u200c-\x00")
	end := strings.IndexFunc(rest, func(r rune) bool { return !wordly(r) })
	if end < 0 {
		end = len(rest)
	}
	word := locale.Fold(rest[:end])
	if word == "" {
		return nil
	}
	for zeros, list := range t.Scales {
		n, err := strconv.Atoi(zeros)
		if err != nil || !begins(word, list) {
			continue
		}
		for _, v := range values {
			whole, part, _ := strings.Cut(v, ".")
			if strings.ContainsAny(v, ":/") || len(part) > n {
				continue
			}
			all = append(all, plain(whole+part+strings.Repeat("0", n-len(part)), ""))
		}
	}
	return all
}

// spelt reports whether a number stands in a text as a word or a Roman numeral.
func (n number) spelt(all []prose, t *table) bool {
	v, err := strconv.Atoi(n.values[0])
	roman := ""
	if err == nil && v > 0 && v < 40 {
		roman = numeral(v)
	}
	var folded []string
	for _, p := range all {
		for _, w := range p.words() {
			if w.text == roman {
				return true
			}
			folded = append(folded, locale.Fold(w.text))
		}
	}
	says := func(value string) bool {
		list := t.Numbers[value]
		return list != "" && slices.ContainsFunc(folded, func(w string) bool { return begins(w, list) })
	}
	if err == nil && v > 10 && v < 100 && says(strconv.Itoa(v/10*10)) && says(strconv.Itoa(v%10)) {
		return true
	}
	return slices.ContainsFunc(n.values, says)
}

// numeral writes a number below 40 as the Romans did.
func numeral(n int) string {
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}
