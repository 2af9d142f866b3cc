package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// UnknownKey is an entry of the catalog or of a page that ISO 32000 does not know: programs keep what they like there, and no reader
// shows it (Annex E).
var UnknownKey = &inspect.Place{
	ID:     "pdf/unknown-key",
	Title:  inspect.Words{JA: "規格にない項目", EN: "entry that the standard does not know"},
	Why:    inspect.Words{JA: "画面には出ませんが、作成ソフトが何かを書き込んでいます。", EN: "No reader shows it; some program put something there."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// knownKeys are the entries of the catalog and of pages (7.7.2, 7.7.3.3), and those that hiding places of their own deal with.
var knownKeys = set(
	"Type", "Version", "Extensions", "Pages", "PageLabels", "Names", "Dests", "ViewerPreferences", "PageLayout", "PageMode", "Outlines",
	"Threads", "OpenAction", "AA", "URI", "AcroForm", "Metadata", "StructTreeRoot", "MarkInfo", "Lang", "SpiderInfo", "OutputIntents",
	"PieceInfo", "OCProperties", "Perms", "Legal", "Requirements", "Collection", "NeedsRendering", "DSS", "AF", "DPartRoot",
	"Parent", "LastModified", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "BoxColorInfo", "Contents", "Rotate",
	"Group", "Thumb", "B", "Dur", "Trans", "Annots", "StructParents", "StructParent", "ID", "PZ", "SeparationInfo", "Tabs",
	"TemplateInstantiated", "PresSteps", "UserUnit", "VP", "DPart", "Kids", "Count",
)

func set(keys ...string) map[string]bool {
	out := map[string]bool{}
	for _, k := range keys {
		out[k] = true
	}
	return out
}

// unknownKeys emits what such entries hold.
func (d *document) unknownKeys(n int, dict dictionary) error {
	if t := d.f.Name(dict["Type"]); t != "Catalog" && t != "Page" {
		return nil
	}
	for key, v := range pairs(dict) {
		if knownKeys[key] || v == nil {
			continue
		}
		it := inspect.Item{Where: part(n), Text: key, Labels: []string{"key"}, Place: UnknownKey, Fix: inspect.DropEntry{Obj: n, Key: key}}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
		if err := d.held(it, v); err != nil {
			return err
		}
	}
	return nil
}

// held emits the strings of an entry, and the text of its stream as far as it is readable. A stream that can't be decoded is looked at
// as it stands.
func (d *document) held(it inspect.Item, v object) error {
	o := d.f.Resolve(v)
	err := d.strings(o, "", 0, func(key, text string) error {
		it.Text, it.Labels = text, []string{key}
		return d.emit(it)
	})
	if err != nil || !pdf.IsStream(o) {
		return err
	}
	data, err := d.f.Stream(v)
	if err != nil {
		data = append(data, pdf.Raw(o)...)
	}
	it.Text, it.Labels = printable(data), nil
	return d.emit(it)
}
