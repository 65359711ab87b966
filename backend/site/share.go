package site

import (
	"net/url"
	"strings"
)

// shareLink opens a service's own page for sharing. Nothing of the service is loaded
// until a reader follows the link.
type shareLink struct {
	Service, Name, Link string
	Pattern             string // instead of Link where the page's address is not known
}

// unknownAddress stands for the page's address in a pattern that the script fills in.
const unknownAddress = "{address}"

// share returns the links that share p. Where the site does not know its address, a
// reader's browser may: the links to services are patterns then, which the script
// completes, and mail carries the headline alone.
func (p *page) share(headline string) []shareLink {
	at, text := query(p.Canonical()), query(headline)
	mail := shareLink{Service: "mail", Name: p.T("site.share.mail"), Link: "mailto:?subject=" + text + "&body=" + text + "%20" + at}
	known := at != ""
	if !known {
		at = unknownAddress
	}
	links := []shareLink{
		{Service: "telegram", Name: "Telegram", Link: "https://t.me/share/url?url=" + at + "&text=" + text},
		{Service: "whatsapp", Name: "WhatsApp", Link: "https://wa.me/?text=" + text + "%20" + at},
		{Service: "facebook", Name: "Facebook", Link: "https://www.facebook.com/sharer/sharer.php?u=" + at},
		{Service: "x", Name: "X", Link: "https://x.com/intent/post?url=" + at + "&text=" + text},
	}
	for i := range links {
		if !known {
			links[i].Pattern, links[i].Link = links[i].Link, ""
		}
	}
	return append(links, mail)
}

// query escapes s for a query; mail programs take a plus sign for a plus sign.
func query(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
