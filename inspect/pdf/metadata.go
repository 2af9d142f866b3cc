package pdf

import (
	"bytes"
	"context"
	"encoding/xml"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Metadata are the document information dictionary (14.3.3) and the XMP metadata of the document (14.3.2).
var Metadata = &inspect.Place{
	ID:    "pdf/metadata",
	Title: inspect.Words{JA: "ファイルについている情報（作った人の名前など）", EN: "document properties"},
	Why: inspect.Words{
		JA: "作った人の名前、元のファイルの名前、使ったソフトが入っています。",
		EN: "They name the author, the original file and the programs used.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。表題は、読み上げのために残します。", EN: "They are removed from the copy. The title stays, for screen readers."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// Title is the document's title. Screen readers announce it, so it stays unless it holds personal data.
var Title = &inspect.Place{
	ID:     "pdf/title",
	Title:  inspect.Words{JA: "ファイルの表題（プロパティ）", EN: "document title"},
	Why:    inspect.Words{JA: "ウィンドウの上や検索結果に出ます。前の文書の題名や元のファイルの名前が残っていることがあります。", EN: "It shows in the window's title and in search results, and may be left over from another document."},
	Advice: inspect.Words{JA: "個人情報があるときだけ消します。", EN: "It is removed only if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Ask,
}

// inertInfo are entries of the information dictionary that say nothing about people: what the cleaned copy may have too.
var inertInfo = map[string]bool{"Trapped": true}

// metadata emits the information dictionary entry by entry, and the XMP stream as one thing.
func (d *document) metadata(context.Context) error {
	if ref := d.f.Ctx.Info; ref != nil {
		n := int(ref.ObjectNumber)
		for key, v := range pairs(d.f.Dict(*ref)) {
			text := d.f.Text(v)
			if text == "" || inertInfo[key] {
				continue
			}
			place := Metadata
			if key == "Title" {
				place = Title
			}
			it := inspect.Item{Where: inspect.Part{Part: "Info"}, Text: text, Labels: []string{key}, Place: place, Fix: inspect.DropEntry{Obj: n, Key: key}}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	root := d.f.Ctx.Root
	if o := d.f.Catalog()["Metadata"]; o != nil && root != nil {
		return d.xmp(o, Metadata, inspect.DropEntry{Obj: int(root.ObjectNumber), Key: "Metadata"}, "XMP")
	}
	return nil
}

// xmp emits the texts of an XMP packet. What does not parse is emitted as it stands.
func (d *document) xmp(o object, place *inspect.Place, fix inspect.Fix, name string) error {
	it := inspect.Item{Where: inspect.Part{Part: name}, Place: place, Fix: fix}
	data, err := d.f.Stream(o)
	if err != nil {
		it.Unread = reason(err)
		return d.emit(it)
	}
	err = d.xmlTexts(data, func(label, text string) error {
		if text == "x-default" {
			return nil
		}
		it.Text, it.Labels = text, []string{label}
		err := d.emit(it)
		it.Inside = true
		return err
	})
	if err != nil || it.Inside {
		return err
	}
	it.Empty = letters(printable(data)) == 0
	return d.emit(it)
}

// xmlTexts calls fn for the texts and attributes of XML, as far as it can be read.
func (d *document) xmlTexts(data []byte, fn func(label, text string) error) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	var label string
	for {
		t, err := dec.RawToken()
		if err != nil {
			return nil
		}
		switch t := t.(type) {
		case xml.StartElement:
			label = t.Name.Local
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || a.Name.Space == "xml" || a.Name.Local == "parseType" || a.Value == "" {
					continue
				}
				if err := fn(a.Name.Local, a.Value); err != nil {
					return err
				}
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				if err := fn(label, text); err != nil {
					return err
				}
			}
		}
	}
}

// ObjectMetadata is XMP metadata of a part of the document (14.3.2): of an image with its camera and place, say.
var ObjectMetadata = &inspect.Place{
	ID:     "pdf/object-metadata",
	Title:  inspect.Words{JA: "図や写真についている情報", EN: "metadata of a picture or part"},
	Why:    inspect.Words{JA: "図を作った人や、写真を撮った場所が入っていることがあります。", EN: "It may name who made a picture, or where it was taken."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// objectMetadata emits the metadata of everything but the document.
func (d *document) objectMetadata(n int, dict dictionary) error {
	if d.f.Ctx.Root != nil && n == int(d.f.Ctx.Root.ObjectNumber) || pdf.ObjectNumber(dict["Metadata"]) == 0 {
		return nil
	}
	return d.xmp(dict["Metadata"], ObjectMetadata, inspect.DropEntry{Obj: n, Key: "Metadata"}, "object "+itoa(n))
}
