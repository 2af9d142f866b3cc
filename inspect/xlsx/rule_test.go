package xlsx

import (
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/sml"
)

func Test_what_can_be_told_of_a_rule(t *testing.T) {
	number := func(v string) *sml.Cell { return &sml.Cell{Type: sml.TypeNumber, Value: []byte(v)} }
	text := &sml.Cell{Type: sml.TypeShared, Value: []byte("3")}
	fault := &sml.Cell{Type: sml.TypeError, Value: []byte("#N/A")}
	cell := func(op string, formulas ...string) rule { return rule{kind: "cellIs", op: op, formulas: formulas} }
	says := func(formula string) rule { return rule{kind: "expression", home: "B2", formulas: []string{formula}} }
	for _, tt := range []struct {
		rule rule
		cell *sml.Cell
		want fact
	}{
		{cell("equal", "0"), number("0"), always},
		{cell("equal", "0"), number("5"), never},
		{cell("equal", "0"), text, never},
		{cell("notEqual", "0"), text, always},
		{cell("greaterThan", "10"), text, always},
		{cell("lessThan", "10"), number("9.5"), always},
		{cell("between", "1", "3"), number("4"), never},
		{cell("notBetween", "1", "3"), number("4"), always},
		{cell("between", "1"), number("4"), unknown},
		{cell("equal", `"済"`), text, unknown},
		{cell("equal", "$A$1"), number("4"), unknown},
		{says("TRUE"), text, always},
		{says(`B2<>""`), text, always},
		{says(`=LEN(TRIM(b2))>0`), text, always},
		{says(`B2=""`), text, never},
		{says(`$B2<>""`), text, unknown},
		{says("B2=B1"), text, unknown},
		{says("ISERROR(B2)"), number("1"), never},
		{says("ISNA(B2)"), fault, always},
		{says("ISTEXT(B2)"), text, always},
		{rule{kind: "containsErrors"}, fault, always},
		{rule{kind: "notContainsBlanks"}, text, always},
		{rule{kind: "duplicateValues"}, text, unknown},
	} {
		if got := tt.rule.holds(tt.cell); got != tt.want {
			t.Errorf("%+v of %q: %d, want %d", tt.rule, tt.cell.Value, got, tt.want)
		}
	}
}

func Test_codes_of_a_header(t *testing.T) {
	for text, want := range map[string]bool{"&L&Z&F": true, "&CF&P": false, "&F": true, `&"Font &F,Bold"x`: false, "&&F": false, "A & Z": false, `&"open`: false} {
		if pathCode(text) != want {
			t.Errorf("pathCode(%q) = %v", text, !want)
		}
	}
}

// A box of three rows over rows of different heights, given by its height and by where it ends.
func Test_rows_under_a_box(t *testing.T) {
	for name, c := range map[string]cover{
		"by height": {col1: 2, col2: 3, row1: 4, off1: 5, height: 45},
		"by corner": {col1: 2, col2: 3, row1: 4, off1: 5, row2: 7, off2: 2},
	} {
		u := under{covers: []cover{c}, standard: 10}
		got := ""
		for _, r := range []struct {
			n      int
			height float64
		}{{1, -1}, {4, 30}, {5, -1}, {6, -1}, {7, 20}, {9, -1}} {
			if u.row(r.n, r.height) && u.hides(2) && u.hides(3) && !u.hides(1) && !u.hides(4) {
				got += string(rune('0' + r.n))
			}
		}
		if got != "456" {
			t.Errorf("%s: rows %q are covered, want 456", name, got)
		}
	}
}
