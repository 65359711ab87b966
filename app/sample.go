package app

import (
	"context"
	"io/fs"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// FoundSample makes the sample newsroom in dir.
func FoundSample(ctx context.Context, dir, member string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	return FoundRoom(ctx, dir, member, newsroom.Settings{Name: "Sample", Languages: newsroom.Languages}, nil, assets, text, clock)
}
