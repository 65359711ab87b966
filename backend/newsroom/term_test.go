package newsroom

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever was merged into whatever, also in a circle, what stands for a term stands for
// itself, and two that are merged have one standing for them.
func TestTarget(t *testing.T) {
	ids := rapid.SampledFrom([]TermID{"a", "b", "c", "d", "e", "f"})
	rapid.Check(t, func(t *rapid.T) {
		into := rapid.MapOfN(ids, ids, 0, 6).Draw(t, "into")
		for from, to := range into {
			target := Target(into, from)
			if Target(into, target) != target || Target(into, to) != target {
				t.Fatalf("%v: %s leads to %s, %s to %s", into, from, target, to, Target(into, to))
			}
		}
	})
}
