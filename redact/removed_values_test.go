package redact

import (
	"bytes"
	"context"
	"iter"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// TestBuild_removeValues holds that of a text that goes from a page the values are searched for by themselves, and that what many people
// share is not.
func TestBuild_removeValues(t *testing.T) {
	set := detectors.NewSet([]*detectors.Detector{{ID: "phone", Person: true}, {ID: "name", Person: true}, {ID: "sensitive"}})
	text := "氏名：神田　電話：090-5501-2297（生活保護を受給）"
	at := func(part, kind string) detectors.Match {
		i := bytes.Index([]byte(text), []byte(part))
		return detectors.Match{Detector: kind, Start: i, End: i + len(part), Sure: detectors.Likely}
	}
	f := &inspect.Finding{
		Item: inspect.Item{
			Where: inspect.Box{Page: 1}, Text: text, Place: &inspect.Place{ID: "pdf/covered-text"}, Fix: inspect.EraseBox{Page: 1, Of: "covered"},
			Glyphs: iter.Seq[inspect.Glyph](func(func(inspect.Glyph) bool) {}),
		},
		Matches: []detectors.Match{at("神田", "name"), at("090-5501-2297", "phone"), at("生活保護", "sensitive")},
	}
	b := newBuild(&inspect.Inspector{Detectors: set}, Plan{})
	b.remove(f)
	b.promise.gone.Freeze()
	for code, want := range map[string]bool{
		"BT (090-5501-2297) Tj ET":                                 true,
		"BT [(090) -20 (-5501) 300 (-2297)] TJ ET":                 true,
		"BT 60 500 Td (090-5501-) Tj 0 -14 Td (2297) Tj ET":        true,
		"BT (090-) Tj ET BT 90 0 Td (5501-) Tj ET BT (2297) Tj ET": true,
		"BT <90538463>  Tj (: ) Tj <905F9363> Tj ET":               true,
		"BT <90B68A8895DB8CEC> Tj ET":                              false,
		"BT (090-5501-2298) Tj ET":                                 false,
	} {
		data := []byte("%PDF-1.7\n4 0 obj\n<< /Length 9 >>\nstream\n" + code + "\nendstream\nendobj\n")
		hits, err := b.promise.gone.Search(context.Background(), bytes.NewReader(data), int64(len(data)))
		if err != nil || len(hits) > 0 != want {
			t.Errorf("%s: %d hits, %v", code, len(hits), err)
		}
	}
}
