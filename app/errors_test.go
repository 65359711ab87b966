package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// An error crosses the bridge as an object with code, message and parameters; what
// happened inside stays inside.
func TestErrorsAsTheWindowGetsThem(t *testing.T) {
	secret := errors.New("SELECT secret FROM table_of_members")
	named := newsroom.Errorf(newsroom.Storage, "storage.full", "path", "/data", "count", 3, "lang", newsroom.Persian, secret)
	for _, c := range []struct {
		err  error
		want WireError
	}{
		{secret, WireError{newsroom.Internal, "internal", map[string]any{}}},
		{fmt.Errorf("around: %w", named), WireError{newsroom.Storage, "storage.full", map[string]any{"path": "/data", "count": 3.0, "lang": "fa"}}},
		{errors.Join(named, secret), WireError{newsroom.Storage, "storage.full", map[string]any{"path": "/data", "count": 3.0, "lang": "fa"}}},
		{newsroom.Errorf(newsroom.Internal, "internal", secret), WireError{newsroom.Internal, "internal", map[string]any{}}},
	} {
		line, ok := formatError(c.err).(string)
		if !ok || strings.Contains(line, "secret") {
			t.Fatalf("%v crosses as %q", c.err, line)
		}
		var got WireError
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v crosses as %v, want %v", c.err, got, c.want)
		}
	}
	if wire(nil) != nil {
		t.Error("no error crosses as one")
	}
}
