package labelfont

import (
	"strings"
	"testing"
)

func TestHas(t *testing.T) {
	for text, want := range map[string]bool{
		"条例第7条第2号（個人情報）": true, "法第5条第1号イ、ロ及びハ": true, "A-1 ③ Ⅳ": true, "": true, "鷗": false, "🙂": false,
	} {
		if Has(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestOf(t *testing.T) {
	for _, r := range "第Aあ。" {
		g := Of(r)
		if g.Advance <= 0 || !strings.HasSuffix(strings.TrimSpace(string(g.Path)), "l") && !strings.HasSuffix(strings.TrimSpace(string(g.Path)), "c") {
			t.Errorf("%c: %d, %q", r, g.Advance, g.Path)
		}
	}
	if g := Of(' '); g.Advance != Units/3 || len(g.Path) > 0 {
		t.Errorf("a space draws something: %+v", g)
	}
}
