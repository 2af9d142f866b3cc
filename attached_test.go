package sumikeshi_test

import (
	"slices"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// Test_attached_files_that_stay_are_cleaned looks into the files that are attached to a copy.
func Test_attached_files_that_stay_are_cleaned(t *testing.T) {
	cases := allCases(t)
	c := cases[slices.IndexFunc(cases, func(c samples.Case) bool { return c.Dir == "variants/kept-attachments" })]
	b := build(t, &c)
	if _, err := b.prove(b.copied); err != nil {
		t.Fatal(err)
	}
	c.Clean.Kept = append(c.Clean.Kept, "講座の参加状況", "みどり台公民館,120")
	gone(t, &c, b)
}
