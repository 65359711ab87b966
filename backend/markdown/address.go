package markdown

import (
	"net/url"
	"slices"
	"strings"
)

// schemes are those that a link may have. Whatever is missing here (javascript, data,
// vbscript, file, and what a browser invents next year) gives no link.
var schemes = []string{"http", "https", "mailto", "tel"}

// address returns the destination of a link in the form that an href takes, still to
// be escaped for HTML; ok is false where it must not be linked or is no address.
func address(destination string) (href string, ok bool) {
	destination = strings.TrimSpace(destination)
	if destination == "" {
		return "", false
	}
	href = percentEncode(destination)
	scheme := schemeOf(href)
	if scheme != "" && !slices.Contains(schemes, scheme) {
		return "", false
	}
	u, err := url.Parse(href)
	if err != nil || strings.Contains(u.Hostname(), "%") {
		return "", false
	}
	if (scheme == "http" || scheme == "https") && u.Hostname() == "" {
		return "", false
	}
	return href, true
}

// remote reports whether href leads to another site.
func remote(href string) bool {
	return schemeOf(href) != "" || strings.HasPrefix(href, "//")
}

// schemeOf returns what stands before the first colon, in lower case; "" where a slash,
// a question mark or a number sign comes first, so that href is relative. It is wider
// than the grammar of a scheme on purpose: what might be one is taken for one.
func schemeOf(href string) string {
	i := strings.IndexAny(href, ":/?#")
	if i < 0 || href[i] != ':' {
		return ""
	}
	if i == 0 {
		return ":"
	}
	return strings.ToLower(href[:i])
}

// percentEncode replaces each byte that RFC 3986 does not allow where it stands. A
// percent sign that begins an escape stays, so encoding twice changes nothing.
func percentEncode(s string) string {
	const hex = "0123456789ABCDEF"
	authority, fragment := authorityOf(s), false
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]),
			c == '#' && !fragment,
			(c == '[' || c == ']') && i < authority,
			c < 0x80 && c > ' ' && !strings.ContainsRune("%#[]\"<>\\^`{|}\x7f", rune(c)):
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
		fragment = fragment || c == '#'
	}
	return b.String()
}

// authorityOf returns where the host of s ends, the only place in which square
// brackets (of an IPv6 address) are allowed; 0 where s has none.
func authorityOf(s string) int {
	i := strings.Index(s, "//")
	if i < 0 || strings.ContainsAny(s[:i], "/?#") {
		return 0
	}
	end := strings.IndexAny(s[i+2:], "/?#")
	if end < 0 {
		return len(s)
	}
	return i + 2 + end
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
