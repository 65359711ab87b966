package newsroom

import (
	"crypto/ed25519"
	"slices"
)

// Role is what a member is trusted with. One member may hold several.
type Role string

// The roles.
const (
	Reporter      Role = "reporter"
	Translator    Role = "translator"
	Editor        Role = "editor"
	Administrator Role = "administrator"
)

// Roles lists all four, the least trusted first.
var Roles = []Role{Reporter, Translator, Editor, Administrator}

// Act is something that not everybody may do.
type Act string

// The acts.
const (
	Write      Act = "write"      // draft and submit texts, change a story
	Judge      Act = "judge"      // approve and return
	GoLive     Act = "goLive"     // publish, correct, withdraw
	Vocabulary Act = "vocabulary" // sections
	Tagging    Act = "tagging"    // tags and names
	Configure  Act = "configure"  // the newsroom's settings
	Enrol      Act = "enrol"      // the roster
)

var allowed = map[Act][]Role{
	Write:      {Reporter, Translator, Editor},
	Judge:      {Editor},
	GoLive:     {Editor},
	Vocabulary: {Editor, Administrator},
	Tagging:    {Reporter, Translator, Editor, Administrator},
	Configure:  {Editor, Administrator},
	Enrol:      {Administrator},
}

// May reports whether somebody with these roles may do a.
func May(roles []Role, a Act) bool {
	return slices.ContainsFunc(allowed[a], func(r Role) bool { return slices.Contains(roles, r) })
}

// Member is a person of the newsroom.
type Member struct {
	ID      MemberID            `json:"id"`
	Name    string              `json:"name"`
	Roles   []Role              `json:"roles"`
	Devices []ed25519.PublicKey `json:"devices"` // signing keys of the member's devices
	Langs   []Lang              `json:"langs"`   // languages that the member writes
}
