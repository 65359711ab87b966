package site

import (
	"encoding/json"
	"html/template"
	"strings"
)

// thing is a node of JSON-LD as schema.org describes it.
type thing map[string]any

// structured returns the JSON-LD of an article: NewsArticle and BreadcrumbList.
func (p *page) structured(a *piece) (template.JS, error) {
	publisher := thing{"@type": "NewsMediaOrganization", "name": p.frame.Settings.Name}
	setIf(publisher, "alternateName", p.frame.Settings.FullName)
	setIf(publisher, "url", p.frame.absolute(p.lang.Home))
	news := thing{
		"@type": "NewsArticle", "headline": a.Face.Headline, "inLanguage": p.Lang(),
		"datePublished": p.Machine(p.Published), "dateModified": p.Machine(p.Modified),
		"publisher": publisher, "author": publisher, "isAccessibleForFree": true,
	}
	if name := strings.TrimSpace(a.Face.Byline); name != "" {
		news["author"] = thing{"@type": "Person", "name": name}
	}
	if name := strings.TrimSpace(a.Translator); name != "" {
		news["translator"] = thing{"@type": "Person", "name": name}
	}
	setIf(news, "description", p.Description)
	setIf(news, "mainEntityOfPage", p.Canonical())
	setIf(news, "image", p.ImageAddress())
	setIf(news, "contentLocation", a.Where)
	if labels := labelsOf(a.Face.Sections); len(labels) > 0 {
		news["articleSection"] = labels
	}
	if labels := labelsOf(a.Tags); len(labels) > 0 {
		news["keywords"] = labels
	}
	if a.Original != "" {
		setIf(news, "translationOfWork", p.frame.absolute(a.Original))
	}
	// Marshal sorts the keys of a map and escapes <, > and &, so that the result is
	// always the same and cannot end the script element.
	doc, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": []thing{news, p.breadcrumbs()}})
	return template.JS(doc), err
}

func (p *page) breadcrumbs() thing {
	steps := []thing{{"@type": "ListItem", "position": 1, "name": p.frame.Settings.Name}}
	setIf(steps[0], "item", p.frame.absolute(p.lang.Home))
	for _, c := range p.Trail {
		step := thing{"@type": "ListItem", "position": len(steps) + 1, "name": c.Label}
		if c.Path != "" {
			setIf(step, "item", p.frame.absolute(c.Path))
		}
		steps = append(steps, step)
	}
	return thing{"@type": "BreadcrumbList", "itemListElement": steps}
}

// setIf sets a property that has a value.
func setIf(t thing, name, value string) {
	if value != "" {
		t[name] = value
	}
}

func labelsOf(all []*label) []string {
	var labels []string
	for _, l := range all {
		labels = append(labels, l.Name)
	}
	return labels
}
