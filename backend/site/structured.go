package site

import (
	"encoding/json"
	"html/template"
	"strings"
)

// thing is a node of JSON-LD as schema.org describes it.
type thing map[string]any

// structured returns the JSON-LD of an article: NewsArticle and BreadcrumbList.
func (p *page) structured(a *article) (template.JS, error) {
	publisher := thing{"@type": "NewsMediaOrganization", "name": p.site.settings.Name}
	setIf(publisher, "alternateName", p.site.settings.FullName)
	setIf(publisher, "url", p.site.absolute(p.lang.home))
	news := thing{
		"@type": "NewsArticle", "headline": a.headline(), "inLanguage": p.Lang(),
		"datePublished": p.Machine(p.Published), "dateModified": p.Machine(p.Modified),
		"publisher": publisher, "author": publisher, "isAccessibleForFree": true,
	}
	if name := strings.TrimSpace(a.Text.Byline); name != "" {
		news["author"] = thing{"@type": "Person", "name": name}
	}
	if name := strings.TrimSpace(a.Text.Translator); name != "" {
		news["translator"] = thing{"@type": "Person", "name": name}
	}
	setIf(news, "description", p.Description)
	setIf(news, "mainEntityOfPage", p.Canonical())
	setIf(news, "image", p.ImageAddress())
	setIf(news, "contentLocation", a.where)
	if labels := labelsOf(a.sections); len(labels) > 0 {
		news["articleSection"] = labels
	}
	if labels := labelsOf(a.tags); len(labels) > 0 {
		news["keywords"] = labels
	}
	if source := a.source(); source != a && source.Lang == a.story.Source {
		setIf(news, "translationOfWork", p.site.absolute(source.path))
	}
	// Marshal sorts the keys of a map and escapes <, > and &, so that the result is
	// always the same and cannot end the script element.
	doc, err := json.Marshal(thing{"@context": "https://schema.org", "@graph": []thing{news, p.breadcrumbs()}})
	return template.JS(doc), err
}

func (p *page) breadcrumbs() thing {
	steps := []thing{{"@type": "ListItem", "position": 1, "name": p.site.settings.Name}}
	setIf(steps[0], "item", p.site.absolute(p.lang.home))
	for _, c := range p.Trail {
		step := thing{"@type": "ListItem", "position": len(steps) + 1, "name": c.Label}
		if c.Path != "" {
			setIf(step, "item", p.site.absolute(c.Path))
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

func labelsOf(lists []*list) []string {
	var labels []string
	for _, l := range lists {
		labels = append(labels, l.label())
	}
	return labels
}
