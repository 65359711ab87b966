package app

import (
	"encoding/json"
	"errors"
	"fmt"

	"khabar/backend/newsroom"
)

// WireError is an error as it crosses the bridge. The window makes the sentence from
// catalogue entry "error."+Message; whatever has no code of ours arrives as Internal, and
// its words go to the log and to nobody's screen.
type WireError struct {
	Code    newsroom.Code  `json:"code"`
	Message string         `json:"message"`
	Params  map[string]any `json:"params"`
}

func wire(err error) *WireError {
	if err == nil {
		return nil
	}
	e, ok := errors.AsType[*newsroom.Error](err)
	if !ok {
		return &WireError{Code: newsroom.Internal, Message: "internal", Params: map[string]any{}}
	}
	return &WireError{Code: e.Code, Message: e.Message, Params: plain(e.Params)}
}

// plain keeps parameters to what a sentence can hold: numbers and strings.
func plain(params map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range params {
		switch v.(type) {
		case int, int64, string:
			out[k] = v
		default:
			out[k] = fmt.Sprint(v)
		}
	}
	return out
}

// formatError gives Wails the error as a string of JSON: its runtime makes an Error of
// whatever it gets, and an object would arrive as "[object Object]".
func formatError(err error) any {
	data, marshalErr := json.Marshal(wire(err))
	if marshalErr != nil {
		return `{"code":"internal","message":"internal","params":{}}`
	}
	return string(data)
}
