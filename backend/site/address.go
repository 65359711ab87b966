package site

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// maxName is the longest file name, in bytes, that every usual file system takes,
// less the room for a number and the ending.
const maxName = 240

// addresses holds the paths that are given out, in lower case: a USB stick does not
// tell A from a.
type addresses map[string]bool

// take reserves dir+name+ending and returns it, with a number after the name where
// the plain one is gone.
func (a addresses) take(dir, name, ending string) string {
	path := dir + name + ending
	for n := 2; a[strings.ToLower(path)]; n++ {
		path = dir + name + "-" + strconv.Itoa(n) + ending
	}
	a[strings.ToLower(path)] = true
	return path
}

// free reports whether nobody has path yet.
func (a addresses) free(path string) bool { return !a[strings.ToLower(path)] }

// fileName makes a slug fit to be a file name and one segment of an address on
// every system. Letters of all scripts, ZWNJ and ZWJ stay as they are. It returns
// "" where nothing is left.
func fileName(slug string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r == utf8.RuneError:
			return -1
		case unicode.IsSpace(r), r < utf8.RuneSelf && strings.ContainsRune(`<>:"/\|?*#%&;`, r):
			return '-'
		}
		return r
	}, slug)
	for len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.Trim(name, "-. ")
	if deviceName(name) {
		name += "-"
	}
	return name
}

// deviceName reports whether Windows takes name for a device, whatever its ending.
func deviceName(name string) bool {
	first, _, _ := strings.Cut(name, ".")
	if len(first) > len("com0") {
		return false
	}
	switch first = strings.ToLower(first); first {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(first) == 4 && (strings.HasPrefix(first, "com") || strings.HasPrefix(first, "lpt")) &&
		first[3] >= '0' && first[3] <= '9'
}

// rel returns the relative link from the page at from to the file at to.
func rel(from, to string) string {
	for {
		i := strings.IndexByte(from, '/')
		if i < 0 || len(to) <= i || from[:i+1] != to[:i+1] {
			break
		}
		from, to = from[i+1:], to[i+1:]
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// baseAddress reads Settings.Address; nil where it is empty.
func baseAddress(address string) (*url.URL, error) {
	if address == "" {
		return nil, nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return nil, newsroom.Errorf(newsroom.Invalid, "site.address", "address", address)
	}
	u.RawQuery, u.Fragment = "", ""
	if !strings.HasSuffix(u.Path, "/") {
		u.Path, u.RawPath = u.Path+"/", ""
	}
	return u, nil
}

// absolute returns the full address of a file, percent-encoded; "" without a base.
func (s *frame) absolute(path string) string {
	if s.base == nil {
		return ""
	}
	u := *s.base
	u.Path, u.RawPath = u.Path+path, ""
	return u.String()
}

// webAddress reports whether address is an absolute http or https address: the only
// kind that a page links to outside the site.
func webAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}
