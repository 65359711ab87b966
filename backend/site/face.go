package site

import (
	"strings"
	"sync"
	"time"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// prose is the body of an edition, which is read when a page shows it. What names it stands
// for it in a seal: the revision, whose text never changes, or else the body itself.
type prose struct {
	name string
	read func() (string, error)
}

func (a *article) prose() prose {
	switch {
	case a.Edition.Body == nil:
		return prose{"text " + a.Text.Body, a.body}
	case a.Live.Revision == "":
		return prose{"", a.body}
	}
	return prose{"revision " + string(a.ID) + " " + string(a.Live.Revision), a.body}
}

func (p prose) sum() seal {
	if p.name != "" || p.read == nil {
		return sealOf(p.name)
	}
	body, err := p.read() // nothing names it
	if err != nil {
		return sealOf(body, err.Error())
	}
	return sealOf(body)
}

// label is a section or a tag as it stands over an article.
type label struct {
	ID         newsroom.TermID
	Name, Path string
}

// faceFacts are what a face is made from.
type faceFacts struct {
	ID        newsroom.EditionID
	Tongue    *language
	Path      string
	Headline  string
	Summary   string
	Beginning prose // where there is no summary
	Byline    string
	Published time.Time
	Modified  time.Time // when the text last changed for its readers
	Sections  []*label
	Lead      *picture
	Alt       string // of the lead picture
}

// face is what other pages show of an article: in cards, lists and feeds.
type face struct {
	faceFacts
	sealing func() seal
	excerpt func() (string, error) // the summary, shortened, or the beginning of the body
}

func (f *face) sum() seal { return f.sealing() }

// face returns the face of a, which is made when first asked for: a preview makes a site
// after every pause, and shows few.
func (a *article) face() *face {
	a.faced.Do(func() {
		lead := a.story.Lead
		facts := faceFacts{
			ID: a.ID, Tongue: a.shelf.language, Path: a.path, Headline: a.headline(), Summary: a.Text.Summary, Byline: a.Text.Byline,
			Published: a.Live.Published, Modified: a.modified(), Sections: labelsOver(a.sections),
			Lead: a.site.pictureOr(lead.Hash), Alt: strings.TrimSpace(lead.Alt[a.Lang]),
		}
		if strings.TrimSpace(facts.Summary) == "" {
			facts.Beginning = a.prose()
		}
		a.faces = &face{
			faceFacts: facts, sealing: sync.OnceValue(func() seal { return sealOf(facts) }),
			excerpt: sync.OnceValues(facts.makeExcerpt),
		}
	})
	return a.faces
}

func (f faceFacts) makeExcerpt() (string, error) {
	if f.Beginning.read == nil {
		return markdown.Excerpt(f.Summary, maxExcerpt), nil
	}
	body, err := f.Beginning.read()
	if err != nil {
		return "", err
	}
	return markdown.Excerpt(body, maxExcerpt), nil
}

func labelsOver(lists []*list) []*label {
	labels := make([]*label, 0, len(lists))
	for _, l := range lists {
		labels = append(labels, l.label)
	}
	return labels
}

// piece is what the page of an article shows: everything that is not in the frame.
type piece struct {
	Face       *face
	Body       prose
	Pictures   map[string]picture // that the body shows, by their hashes
	Translator string
	Words      int
	Where      string // the story's place, as it is spelt in this language
	Caption    string // of the lead picture
	Credit     string
	Tags       []*label
	Correction string
	Corrected  time.Time
	Versions   []version
	Default    string // path of the version for readers of no listed language
	Original   string // path of the version that this one was translated from, where it has a page
	Related    []*face
}

// piece returns what the page of a shown article is made from. It fails where the body must
// be read to find its pictures and cannot be.
func (a *article) piece() (piece, error) {
	hashes, err := a.pictures()
	if err != nil {
		return piece{}, err
	}
	lead, source := a.story.Lead, a.source()
	p := piece{
		Face: a.face(), Body: a.prose(), Pictures: a.site.picturesOf(hashes), Translator: a.Text.Translator, Words: a.Words, Where: a.where,
		Caption: strings.TrimSpace(lead.Caption[a.Lang]), Credit: strings.TrimSpace(a.site.spell(a.Lang, lead.Credit)),
		Tags: labelsOver(a.tags), Versions: a.others(), Default: source.path, Related: a.site.relations.of(a),
	}
	if a.state == newsroom.Corrected {
		p.Correction, p.Corrected = strings.TrimSpace(a.Live.Notice), a.Live.Changed
	}
	if source != a && source.Lang == a.story.Source {
		p.Original = source.path
	}
	return p, nil
}

// others returns where the article is in each language in which it is shown.
func (a *article) others() []version {
	all := make([]version, 0, len(a.versions))
	for _, v := range a.versions {
		all = append(all, version{v.shelf.language, v.path})
	}
	return all
}

// retreat is what the page of a withdrawn article shows.
type retreat struct {
	Tongue   *language
	Path     string
	Notice   string
	Changed  time.Time
	Versions []version
	Newest   []*face
}

func (a *article) retreat() (retreat, error) {
	return retreat{
		Tongue: a.shelf.language, Path: a.path, Notice: strings.TrimSpace(a.Live.Notice), Changed: a.modified(),
		Versions: a.others(), Newest: a.shelf.newest(relatedCount),
	}, nil
}

// pictures returns the hashes of the pictures in the body. Where the edition does not say
// them, the body is read, and searched before it is parsed: that is a hundred times cheaper.
func (a *article) pictures() ([]string, error) {
	if a.Edition.Pictures != nil {
		return a.Edition.Pictures, nil
	}
	body, err := a.body()
	return PicturesIn(body), err
}
