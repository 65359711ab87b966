package site

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

//go:embed assets
var assetFiles embed.FS

// assets are the paths of the files that pages load. Their names hold a hash of
// their content: while a site is being published, an old page still finds the style
// it was made for, and a browser never shows a new page in an old style.
type assets struct {
	styles map[newsroom.Lang]string
	common string // style of the language chooser
	script string
	icon   string
}

// addAssets adds styles, script, icon and the fonts that the site's languages need.
func (s *Site) addAssets(fonts fs.FS) error {
	faces, err := findFonts(fonts)
	if err != nil {
		return err
	}
	css, err := readAll("assets", ".css")
	if err != nil {
		return err
	}
	script, err := readAll("assets", ".js")
	if err != nil {
		return err
	}
	s.assets = assets{styles: map[newsroom.Lang]string{}}
	var used []newsroom.Lang
	for _, l := range s.languages {
		used = append(used, l.code)
		s.assets.styles[l.code] = s.addAsset("style-"+string(l.code), ".css", append(faces.of(l.code).css(stackOf(l.code)), css...))
	}
	need := faces.of(used...)
	s.assets.common = s.addAsset("style", ".css", append(need.css(commonStack), css...))
	for _, f := range need {
		s.files["assets/fonts/"+f.name] = func() ([]byte, error) { return fs.ReadFile(fonts, f.path) }
	}
	s.assets.script = s.addAsset("site", ".js", script)
	s.assets.icon = s.addAsset("icon", ".svg", icon(s.settings.Name))
	return nil
}

// addAsset adds a file under assets/ and returns its path.
func (s *Site) addAsset(name, ending string, content []byte) string {
	hash := sha256.Sum256(content)
	file := "assets/" + name + "-" + hex.EncodeToString(hash[:4]) + ending
	s.files[file] = func() ([]byte, error) { return slices.Clone(content), nil }
	return file
}

// readAll joins the embedded files with an ending, in the order of their names.
func readAll(dir, ending string) ([]byte, error) {
	entries, err := assetFiles.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	for _, e := range entries {
		if path.Ext(e.Name()) != ending {
			continue
		}
		b, err := assetFiles.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		all.Write(b)
	}
	return all.Bytes(), nil
}

// icon returns the icon of the browser tab: the first letter of the newsroom's name.
func icon(name string) []byte {
	letter, _ := utf8.DecodeRuneInString(strings.TrimSpace(name))
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="#8c1d2f"/>` +
		`<text x="32" y="46" font-family="Georgia,serif" font-size="40" font-weight="700" text-anchor="middle" fill="#fff">` +
		html.EscapeString(string(letter)) + `</text></svg>` + "\n")
}
