package docx

import (
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// UnseenEntry is what many documents have for good reasons, and what says nothing as long as nobody's data is in it: entries for an
// index (17.16.5.74 XE), the choices of a list (17.5.2.21), default texts of forms (17.16.10), names of bookmarks (17.13.6.2),
// smart tags (17.5.1.9), editors of a range (17.13.7.2).
var UnseenEntry = &inspect.Place{
	ID:     "docx/unseen-entry",
	Title:  inspect.Words{JA: "しおり・索引・選択肢などに書かれた文字", EN: "text in bookmarks, index entries and lists"},
	Why:    inspect.Words{JA: "ページには出ませんが、個人情報が書かれています。", EN: "It is not on the page, but holds personal data."},
	Advice: inspect.Words{JA: "個人情報があるときだけ消します。", EN: "It is removed only if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Ask,
}

// entries lists the elements with such texts, and the attributes that hold them.
var entries = map[string][]string{
	"listItem": {"displayText", "value"}, "listEntry": {"val"}, "default": {"val"}, "helpText": {"val"}, "statusText": {"val"},
	"bookmarkStart": {"name"}, "permStart": {"ed"}, "alias": {"val"}, "tag": {"val"},
}

// entry emits the texts of such an element that hold personal data. The others are no thing found: nearly every document has them.
func (r *story) entry(s *xmlscan.Scanner, e *wml.Element) error {
	if !e.Word {
		return nil
	}
	if e.Local == "attr" && e.Up == "smartTagPr" {
		return r.entryText(s, e, "val", "smartTagPr")
	}
	for _, attr := range entries[e.Local] {
		if err := r.entryText(s, e, attr, e.Local); err != nil {
			return err
		}
	}
	return nil
}

func (r *story) entryText(s *xmlscan.Scanner, e *wml.Element, attr, element string) error {
	text, _ := wml.Attr(s, attr)
	if !says(text) || strings.HasPrefix(text, "_") && !beyondASCII(text) { // names that Word makes: _Toc, _GoBack
		return nil
	}
	return r.unseen(strings.ReplaceAll(text, "_", " "), e.Local, inspect.DropElement{Part: r.part, Element: element})
}

func beyondASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }) >= 0
}

// unseen emits a text if a detector is likely to be right about it.
func (r *story) unseen(text, label string, fix inspect.Fix) error {
	labels := []string{label}
	r.matches = r.d.tables.Detectors.Find(r.matches[:0], text, labels)
	if !slices.ContainsFunc(r.matches, func(m detectors.Match) bool { return m.Sure >= detectors.Likely }) {
		return nil
	}
	return r.send(inspect.Item{Where: inspect.Part{Part: r.part}, Text: text, Labels: labels, Place: UnseenEntry, Fix: fix}, nil)
}
