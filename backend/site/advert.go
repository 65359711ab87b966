package site

import (
	"slices"

	"khabar/backend/newsroom"
)

// advert is an advertisement with its picture.
type advert struct {
	newsroom.Advert
	Image *picture
}

// adverts returns those of the settings.
func (s *Site) adverts(all []newsroom.Advert) (found []advert) {
	for _, a := range all {
		found = append(found, advert{a, s.pictureOr(a.Picture)})
	}
	return found
}

// advertView is the labelled advertisement slot.
type advertView struct {
	Text, Alt, Link string
	Image           *figure
}

// Advert returns what the advertisement slot shows, nil where there is nothing. The
// adverts of a language take turns by page, the same page always showing the same.
func (p *page) Advert() *advertView {
	fit := slices.DeleteFunc(slices.Clone(p.frame.Adverts), func(ad advert) bool {
		return (ad.Lang != "" && ad.Lang != p.lang.Code) || (ad.Text == "" && ad.Picture == "")
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
	if ad.Image != nil {
		view.Image = p.figure(*ad.Image)
		view.Image.Alt = ad.Alt
	}
	return view
}
