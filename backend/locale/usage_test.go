package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// root is the project's folder, seen from this package.
const root = "../.."

// usage is what the sources of the project say about keys.
type usage struct {
	keys     map[string]string // literal key → file
	patterns []*regexp.Regexp  // keys that are put together: "work." + state
	words    map[string]bool   // every string literal of the Go sources
	messages map[string]string // message of a newsroom.Errorf → file
	families map[string]bool   // first part of a message that is put together: "work." + state
}

// Keys that are made up are in no catalogue; texts that nobody shows are dead weight
// for eight translators. A key counts as used where it stands as a literal in Go,
// TypeScript, Svelte or a template, or fits one that is put together: `work.${state}`,
// "work." + state, "work.%s".
func TestSourcesAndCataloguesKnowTheSameKeys(t *testing.T) {
	english := map[string]bool{}
	areas := readAreas(t, newsroom.English)
	for _, texts := range areas {
		for key := range texts {
			english[key] = true
		}
	}
	u := readUsage(t, slices.Sorted(maps.Keys(areas)))
	for _, key := range slices.Sorted(maps.Keys(u.keys)) {
		if !english[key] && !english["error."+key] {
			t.Errorf("%s uses %s, which is in no catalogue", u.keys[key], key)
		}
	}
	for _, message := range slices.Sorted(maps.Keys(u.messages)) {
		if !english["error."+message] {
			t.Errorf("%s returns the message %s: error.%s is in no catalogue", u.messages[message], message, message)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		if !u.uses(key) {
			t.Errorf("nothing uses %s", key)
		}
	}
}

func (u *usage) uses(key string) bool {
	if message, ok := strings.CutPrefix(key, "error."); ok {
		return u.usesError(message) || u.keys[key] != ""
	}
	return u.keys[key] != "" || slices.ContainsFunc(u.patterns, func(p *regexp.Regexp) bool { return p.MatchString(key) })
}

// usesError reports whether the text of an error can be shown: the window puts
// together error.MESSAGE, error.code.CODE, each perhaps with .hint, and error.field.FIELD.
func (u *usage) usesError(message string) bool {
	message = strings.TrimSuffix(message, ".hint")
	for prefix := range u.families {
		if strings.HasPrefix(message, prefix) {
			return true
		}
	}
	return u.words[strings.TrimPrefix(strings.TrimPrefix(message, "code."), "field.")]
}

func readUsage(t *testing.T, areas []string) *usage {
	t.Helper()
	u := &usage{keys: map[string]string{}, words: map[string]bool{}, messages: map[string]string{}, families: map[string]bool{}}
	key := regexp.MustCompile(`^(?:` + strings.Join(areas, "|") + `)\.(?:\$\{[^}]*\}|[^\s/:])+$`)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".git", "node_modules", "dist", "wailsjs", "testdata", "catalogues", "tables", "build", "e2e", "stories"}, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		return u.readFile(path, key)
	})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func (u *usage) readFile(path string, key *regexp.Regexp) error {
	name := filepath.ToSlash(path)
	if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".test.ts") {
		return nil
	}
	var literals []string
	switch filepath.Ext(name) {
	case ".go":
		tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		literals = u.goLiterals(name, tree)
	case ".ts", ".svelte", ".js", ".html", ".tmpl":
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		literals = quotedIn(string(text))
	}
	for _, literal := range literals {
		if key.MatchString(literal) {
			u.add(name, literal)
		}
	}
	return nil
}

func (u *usage) goLiterals(file string, tree *ast.File) []string {
	var literals []string
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if s, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
				literals = append(literals, s)
				u.words[s] = true
			}
		case *ast.CallExpr:
			message, whole, ok := errorMessage(n)
			switch {
			case ok && whole:
				u.messages[message] = file
			case ok:
				u.families[message] = true
			}
		}
		return true
	})
	return literals
}

// errorMessage returns the message of a call of newsroom.Errorf, or, where it is put
// together, the literal that it begins with; whole tells which.
func errorMessage(call *ast.CallExpr) (message string, whole, ok bool) {
	f, isMethod := call.Fun.(*ast.SelectorExpr)
	if isMethod {
		pkg, isName := f.X.(*ast.Ident)
		ok = isName && pkg.Name == "newsroom" && f.Sel.Name == "Errorf"
	} else if name, isName := call.Fun.(*ast.Ident); isName {
		ok = name.Name == "Errorf"
	}
	if !ok || len(call.Args) < 2 {
		return "", false, false
	}
	first := call.Args[1]
	sum, together := first.(*ast.BinaryExpr)
	if together {
		first = sum.X
	}
	literal, ok := first.(*ast.BasicLit)
	if !ok {
		return "", false, false
	}
	message, err := strconv.Unquote(literal.Value)
	return message, !together, err == nil
}

// quotedIn returns whatever stands in quotes in text. An apostrophe in a comment can
// hide what follows it on the line, so each kind of quote is looked for on its own.
func quotedIn(text string) []string {
	var literals []string
	for _, quote := range []string{`'`, `"`, "`"} {
		for line := range strings.Lines(text) {
			parts := strings.Split(line, quote)
			for i := 1; i < len(parts); i++ {
				literals = append(literals, parts[i])
			}
		}
	}
	return literals
}

var (
	gap   = regexp.MustCompile(`\$\{[^}]*\}|%[sv]`)
	whole = regexp.MustCompile(`^[a-z]+(\.[a-z0-9][a-zA-Z0-9-]*)+$`)
	// file tells the name of a file from a key.
	file = regexp.MustCompile(`\.(go|ts|js|json|html|css|svelte|md|xml|txt|svg|tmpl|db|lock|webmanifest)$`)
)

// add takes literal for a key or for one that is put together.
func (u *usage) add(name, literal string) {
	switch {
	case file.MatchString(literal):
	case whole.MatchString(literal):
		u.keys[literal] = name
	case gap.MatchString(literal) || strings.HasSuffix(literal, "."):
		expression := regexp.QuoteMeta(gap.ReplaceAllString(literal, "\x00"))
		expression = strings.ReplaceAll(expression, "\x00", `[a-zA-Z0-9.-]+`)
		if strings.HasSuffix(literal, ".") {
			expression += `[a-zA-Z0-9.-]+`
		}
		if p, err := regexp.Compile("^" + expression + "$"); err == nil {
			u.patterns = append(u.patterns, p)
		}
	}
}
