package site

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// Character ranges of the font files: each file holds one part of its family, and a
// browser loads it only for a page that has one of these characters.
const (
	arabicRange = "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E," +
		"U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC"
	cyrillicExtRange = "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F"
	cyrillicRange    = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
	latinExtRange    = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329," +
		"U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
	latinRange = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329," +
		"U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)

// typeface is a font file that the site knows how to use.
type typeface struct {
	stem   string // file name up to the first thing that may vary
	family string
	style  string // "" = normal
	ranges string
	script string

	name string // file name on the site
	path string // in the fonts handed to New
}

var knownFaces = []typeface{
	{stem: "noto-sans-latin-wght-normal", family: "Noto Sans", ranges: latinRange, script: "latin"},
	{stem: "noto-sans-latin-ext-wght-normal", family: "Noto Sans", ranges: latinExtRange, script: "latin"},
	{stem: "noto-sans-cyrillic-wght-normal", family: "Noto Sans", ranges: cyrillicRange, script: "cyrillic"},
	{stem: "noto-sans-cyrillic-ext-wght-normal", family: "Noto Sans", ranges: cyrillicExtRange, script: "cyrillic"},
	{stem: "noto-serif-latin-wght-normal", family: "Noto Serif", ranges: latinRange, script: "latin"},
	{stem: "noto-serif-latin-wght-italic", family: "Noto Serif", style: "italic", ranges: latinRange, script: "latin"},
	{stem: "noto-serif-latin-ext-wght-italic", family: "Noto Serif", style: "italic", ranges: latinExtRange, script: "latin"},
	{stem: "noto-serif-cyrillic-wght-italic", family: "Noto Serif", style: "italic", ranges: cyrillicRange, script: "cyrillic"},
	{stem: "noto-serif-cyrillic-ext-wght-italic", family: "Noto Serif", style: "italic", ranges: cyrillicExtRange, script: "cyrillic"},
	{stem: "noto-serif-latin-ext-wght-normal", family: "Noto Serif", ranges: latinExtRange, script: "latin"},
	{stem: "noto-serif-cyrillic-wght-normal", family: "Noto Serif", ranges: cyrillicRange, script: "cyrillic"},
	{stem: "noto-serif-cyrillic-ext-wght-normal", family: "Noto Serif", ranges: cyrillicExtRange, script: "cyrillic"},
	{stem: "vazirmatn-arabic-wght-normal", family: "Vazirmatn", ranges: arabicRange, script: "arabic"},
	{stem: "vazirmatn-latin-wght-normal", family: "Vazirmatn", ranges: latinRange, script: "arabic"},
}

// faces is a set of font files.
type faces []typeface

// findFonts returns the known fonts that are among files, wherever they lie and
// whatever stands between the known name and the ending.
func findFonts(files fs.FS) (faces, error) {
	var found faces
	if files == nil {
		return nil, nil
	}
	err := fs.WalkDir(files, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".woff2" {
			return err
		}
		i := slices.IndexFunc(knownFaces, func(f typeface) bool { return strings.HasPrefix(path.Base(file), f.stem) })
		if i >= 0 {
			f := knownFaces[i]
			f.name, f.path = path.Base(file), file
			found = append(found, f)
		}
		return nil
	})
	return found, err
}

// of returns the fonts that pages in the languages use. Arabic script is set in
// Vazirmatn, which has the shapes its readers know; the others in Noto. Noto Naskh
// Arabic is not used: it sets dots by mark positioning, which HarfBuzz 6 (Debian 12)
// gets wrong, so that letters become others.
func (all faces) of(languages ...newsroom.Lang) faces {
	wanted := map[string]bool{}
	for _, l := range languages {
		switch l {
		case newsroom.Arabic, newsroom.Persian, newsroom.Pashto:
			wanted["arabic"] = true
		case newsroom.Russian, newsroom.Tajik:
			wanted["latin"], wanted["cyrillic"] = true, true
		default:
			wanted["latin"] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(f typeface) bool { return !wanted[f.script] })
}

// stack names the families of a style sheet: of navigation, headlines and text. The
// fonts of the reader's system stand behind our own.
type stack struct{ plain, head, text string }

// commonStack is for a page in all languages: a browser takes each letter from the
// first family that has it.
var commonStack = stack{
	`"Noto Sans",Vazirmatn,system-ui,sans-serif`, `"Noto Serif",Vazirmatn,Georgia,serif`, `"Noto Serif",Vazirmatn,Georgia,serif`,
}

func stackOf(l newsroom.Lang) stack {
	const arabic = `Vazirmatn,"Noto Sans Arabic",Tahoma,sans-serif`
	if l.RightToLeft() {
		return stack{arabic, arabic, arabic}
	}
	const serif = `"Noto Serif",Georgia,"Times New Roman",serif`
	return stack{`"Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif`, serif, serif}
}

// css returns the rules that declare the fonts and name the families.
func (all faces) css(families stack) []byte {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "@font-face{font-family:%q;font-style:%s;font-weight:100 900;font-display:swap;src:url(\"fonts/%s\") format(\"woff2\");unicode-range:%s}\n",
			f.family, cmp.Or(f.style, "normal"), f.name, f.ranges)
	}
	fmt.Fprintf(&b, ":root{--font-plain:%s;--font-head:%s;--font-text:%s}\n", families.plain, families.head, families.text)
	return []byte(b.String())
}
