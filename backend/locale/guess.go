package locale

import (
	"strings"

	"khabar/backend/newsroom"
)

// Guess returns the language that the user of a system with this environment (as
// os.Environ returns it) is likely to read: the first of LC_ALL, LC_MESSAGES and LANG
// that is set decides, as POSIX has it, unless LANGUAGE, GNU's list of preferences,
// names one of the nine. English where nothing fits.
func Guess(environ []string) newsroom.Lang {
	values := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		values[name] = value
	}
	wanted := strings.Split(values["LANGUAGE"], ":")
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if values[name] != "" {
			wanted = append(wanted, values[name])
			break
		}
	}
	for _, w := range wanted {
		if l, ok := languageOf(w); ok {
			return l
		}
	}
	return newsroom.English
}

// otherNames are names under which systems know one of the nine besides its own code.
var otherNames = map[string]newsroom.Lang{
	"prs": newsroom.Persian, "dari": newsroom.Persian, "farsi": newsroom.Persian, "pes": newsroom.Persian,
	"pbt": newsroom.Pashto, "pst": newsroom.Pashto, "pus": newsroom.Pashto, "pashto": newsroom.Pashto,
	"tgk": newsroom.Tajik,
}

// languageOf reads the language of a POSIX locale or a BCP 47 tag: "fa_AF.UTF-8", "ps-AF".
func languageOf(name string) (newsroom.Lang, bool) {
	code := strings.ToLower(name)
	if i := strings.IndexAny(code, "_-.@"); i >= 0 {
		code = code[:i]
	}
	if l := newsroom.Lang(code); l.Valid() {
		return l, true
	}
	l, ok := otherNames[code]
	return l, ok
}
