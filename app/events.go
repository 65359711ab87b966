package app

import (
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// The events that reach the window; frontend/src/lib/backend/backend.ts lists the same.
const (
	eventEdition  = "edition:changed"
	eventStory    = "story:changed"
	eventTerms    = "terms:changed"
	eventNames    = "names:changed"
	eventWords    = "words:changed"
	eventSite     = "site:changed"
	eventComments = "comments:changed"
	eventDue      = "live:due"
	eventProgress = "publish:progress"
	eventClosing  = "app:closing"
)

type editionEvent struct {
	ID    string `json:"id"`
	Story string `json:"story"`
}

type storyEvent struct {
	ID string `json:"id"`
}

// tell passes on what a commit changed.
func (a *App) tell(changed []journal.Subject) {
	once := map[string]bool{}
	for _, s := range changed {
		noun, name := s.Split()
		switch noun {
		case "edition":
			id := newsroom.EditionID(name)
			a.host.Emit(eventEdition, editionEvent{ID: name, Story: string(id.Story())})
		case "story":
			a.host.Emit(eventStory, storyEvent{ID: name})
		case string(newsroom.Section), string(newsroom.Tag):
			once[eventTerms] = true
		case nameNoun:
			once[eventNames] = true
		case wordNoun:
			once[eventWords] = true
		case string(journal.TheNewsroom):
			once[eventSite] = true
		case "comment":
			once[eventComments] = true
		}
	}
	a.due.note()
	for event := range once {
		a.host.Emit(event, nil)
	}
}
