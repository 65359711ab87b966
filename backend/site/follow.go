package site

// followLink is an entry of the follow list: "Facebook", "Like".
type followLink struct{ Service, Name, Act, Address string }

// serviceNames are proper names: they are the same in every language.
var serviceNames = map[string]string{
	"facebook": "Facebook", "x": "X", "twitter": "Twitter", "instagram": "Instagram",
	"youtube": "YouTube", "telegram": "Telegram", "whatsapp": "WhatsApp", "rss": "RSS",
}

// Follow returns the follow links that lead to the web; the site's own feed takes
// the place of an RSS entry without an address.
func (p *page) Follow() []followLink {
	var links []followLink
	for _, f := range p.frame.Settings.Follow {
		link := followLink{Service: f.Service, Name: serviceNames[f.Service], Address: f.Address}
		if !webAddress(f.Address) {
			if f.Service != "rss" {
				continue
			}
			link.Address = p.Feed()
		}
		if link.Name == "" {
			link.Name = f.Service
		}
		link.Act = p.T(followAct(f.Service))
		links = append(links, link)
	}
	return links
}

func followAct(service string) string {
	switch service {
	case "facebook":
		return "site.follow.like"
	case "youtube", "rss":
		return "site.follow.subscribe"
	case "telegram", "whatsapp":
		return "site.follow.join"
	}
	return "site.follow.follow"
}
