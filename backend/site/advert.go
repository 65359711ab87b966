package site

import (
	"slices"

	"khabar/backend/newsroom"
)

// advertView is the labelled advertisement slot.
type advertView struct {
	Text, Alt, Link string
	Image           *figure
}

// Advert returns what the advertisement slot shows, nil where there is nothing. The
// adverts of a language take turns by page, the same page always showing the same.
func (p *page) Advert() *advertView {
	fit := slices.DeleteFunc(slices.Clone(p.site.settings.Adverts), func(ad newsroom.Advert) bool {
		return (ad.Lang != "" && ad.Lang != p.lang.code) || (ad.Text == "" && ad.Picture == "")
	})
	if len(fit) == 0 {
		return nil
	}
	turn := 0
	for _, b := range []byte(p.Path) {
		turn += int(b)
	}
	ad := fit[turn%len(fit)]
	view := &advertView{Text: ad.Text, Alt: ad.Alt}
	if webAddress(ad.Link) {
		view.Link = ad.Link
	}
	if pic, ok := p.site.picture(ad.Picture); ok {
		view.Image = p.figure(pic)
		view.Image.Alt = ad.Alt
	}
	return view
}
