package site

import (
	"bytes"
	"embed"
	"html/template"
	"sync"
)

//go:embed templates/*.html
var templateFiles embed.FS

// templates are parsed once. Escaping is contextual: what a person typed is escaped
// for the place where it stands, and an address that is not http(s), mailto or
// relative is replaced.
var templates = template.Must(template.ParseFS(templateFiles, "templates/*.html"))

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render executes the named template with p.
func (p *page) render(name string) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := templates.ExecuteTemplate(b, name, p); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}
