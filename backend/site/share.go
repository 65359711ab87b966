package site

import (
	"net/url"
	"strings"
)

// shareLink opens a service's own page for sharing. Nothing of the service is loaded
// until a reader follows the link.
type shareLink struct{ Service, Name, Link string }

// share returns the links that share p, none where the site does not know its
// address: what would be shared is the address.
func (p *page) share(headline string) []shareLink {
	address := p.Canonical()
	if address == "" {
		return nil
	}
	at, text := query(address), query(headline)
	return []shareLink{
		{"telegram", "Telegram", "https://t.me/share/url?url=" + at + "&text=" + text},
		{"whatsapp", "WhatsApp", "https://wa.me/?text=" + text + "%20" + at},
		{"facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + at},
		{"x", "X", "https://x.com/intent/post?url=" + at + "&text=" + text},
		{"mail", p.T("site.share.mail"), "mailto:?subject=" + text + "&body=" + at},
	}
}

// query escapes s for a query; mail programs take a plus sign for a plus sign.
func query(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
