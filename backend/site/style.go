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

// addAssets adds styles, script, icon and the fonts that the site's languages need. The
// names of these files hold a hash of their content: while a site is being published, an old
// page still finds the style it was made for, and a browser never shows a new page in an old
// style.
func (s *Site) addAssets(fonts fs.FS) error {
	faces, err := findFonts(fonts)
	if err != nil {
		return err
	}
	css, err := readAll("assets", ".css")
	if err != nil {
		return err
	}
	script, err := bundle("assets/script")
	if err != nil {
		return err
	}
	var used []newsroom.Lang
	for _, l := range s.frame.languages {
		used = append(used, l.Code)
		l.Style = s.addAsset("style-"+string(l.Code), ".css", append(faces.of(l.Code).css(stackOf(l.Code)), css...))
	}
	need := faces.of(used...)
	s.frame.Style = s.addAsset("style", ".css", append(need.css(commonStack), css...))
	for _, f := range need {
		s.files["assets/fonts/"+f.name] = made[stock]{func() (stock, error) {
			content, err := fs.ReadFile(fonts, f.path)
			return stock{content}, err
		}, writeStock}
	}
	finder, err := bundle("assets/search")
	if err != nil {
		return err
	}
	s.frame.Finder = s.addAsset("search", ".js", finder)
	s.frame.Script = s.addAsset("site", ".js", script)
	s.frame.Icon = s.addAsset("icon", ".svg", icon(s.frame.Settings.Name))
	return nil
}

// addAsset adds a file under assets/ and returns its path.
func (s *Site) addAsset(name, ending string, content []byte) string {
	hash := sha256.Sum256(content)
	file := "assets/" + name + "-" + hex.EncodeToString(hash[:4]) + ending
	s.files[file] = fixed(stock{content}, writeStock)
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

// bundle joins the scripts of a folder, in the order of their names, into one of which nothing
// is seen from outside.
func bundle(dir string) ([]byte, error) {
	all, err := readAll(dir, ".js")
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte("(function () {\n'use strict';\n"), all, []byte("})();\n")), nil
}

// icon returns the icon of the browser tab: the first letter of the newsroom's name.
func icon(name string) []byte {
	letter, _ := utf8.DecodeRuneInString(strings.TrimSpace(name))
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="#8c1d2f"/>` +
		`<text x="32" y="46" font-family="Georgia,serif" font-size="40" font-weight="700" text-anchor="middle" fill="#fff">` +
		html.EscapeString(string(letter)) + `</text></svg>` + "\n")
}
