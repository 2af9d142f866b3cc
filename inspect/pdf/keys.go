package pdf

import (
	"context"
	"iter"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Thumbnail is a small picture of a page (12.3.4). It is not redrawn when the page is changed.
var Thumbnail = &inspect.Place{
	ID:     "pdf/thumbnail",
	Title:  inspect.Words{JA: "ページの縮小画像", EN: "page thumbnail"},
	Why:    inspect.Words{JA: "黒く塗る前のページの姿が、小さな画像で残っていることがあります。", EN: "It may show the page as it was before it was blacked out."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
	Metadata: true,
}

// AlternateImage is another version of an image, for printing or for another program (8.9.5.4, OPI).
var AlternateImage = &inspect.Place{
	ID:     "pdf/alternate-image",
	Title:  inspect.Words{JA: "画面に出ない別の画像", EN: "alternate image"},
	Why:    inspect.Words{JA: "印刷用などに、直す前の画像が残っていることがあります。", EN: "A version from before the changes may remain."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// PrivateData is what programs keep for themselves (14.5): drawing programs and word processors store the whole source document.
var PrivateData = &inspect.Place{
	ID:     "pdf/private-data",
	Title:  inspect.Words{JA: "作成ソフトの内部データ", EN: "private data of a program"},
	Why:    inspect.Words{JA: "元の文書がまるごと入っていることがあります。中は調べられません。", EN: "It may hold the whole source document, and can't be read here."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
	Metadata: true,
}

// Portfolio is a collection of files with a cover page (12.3.5).
var Portfolio = &inspect.Place{
	ID:     "pdf/portfolio",
	Title:  inspect.Words{JA: "複数のファイルをまとめたPDF（ポートフォリオ）", EN: "portfolio"},
	Why:    inspect.Words{JA: "見えている1ページは表紙で、本体は中のファイルです。", EN: "The page that is seen is a cover; the content is the files inside."},
	Advice: inspect.Words{JA: "中のファイルを取り出し、1つずつ調べてください。", EN: "Take the files out and check them one by one."},
	Weight: inspect.Stop, Action: inspect.Ask,
}

// XFA is a form in XML (12.7.8), which holds values of its own.
var XFA = &inspect.Place{
	ID:     "pdf/xfa",
	Title:  inspect.Words{JA: "入力欄の別のデータ（XFA）", EN: "XFA form data"},
	Why:    inspect.Words{JA: "入力された値が、画面の欄とは別に残っています。", EN: "Values that were typed in are kept apart from the fields that are shown."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// Signature is a digital signature (12.8): who signed, why, where. It is void once the file is changed.
var Signature = &inspect.Place{
	ID:     "pdf/signature",
	Title:  inspect.Words{JA: "電子署名（署名した人の名前など）", EN: "digital signature"},
	Why:    inspect.Words{JA: "署名した人の名前や連絡先が入っています。内容を変えると署名は無効になります。", EN: "It names the signer. It becomes void when the file is changed."},
	Advice: inspect.Words{JA: "公開用ファイルには署名は残りません。署名が要るときは、公開用ファイルを作ってから署名してください。", EN: "The copy is not signed. If a signature is needed, sign the copy."},
	Weight: inspect.Note, Action: inspect.Take,
}

// entryPlaces are entries that are a hiding place by being there, in whichever dictionary.
var entryPlaces = map[string]*inspect.Place{
	"Thumb": Thumbnail, "Alternates": AlternateImage, "OPI": AlternateImage, "PieceInfo": PrivateData, "SpiderInfo": PrivateData,
	"Collection": Portfolio, "XFA": XFA, "DPartRoot": PrivateData, "DPart": PrivateData, "DSS": Signature, "Legal": Signature,
}

// keys looks at the entries of every object that is reached.
func (d *document) keys(context.Context) error {
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		for key, v := range pairs(dict) {
			if place := entryPlaces[key]; place != nil && v != nil && d.belongs(key, dict) {
				if err := d.entry(n, key, v, place); err != nil {
					return err
				}
			}
		}
		for _, find := range [...]func(int, dictionary) error{d.signature, d.unknownKeys, d.threads, d.fontTexts} {
			if err := find(n, dict); err != nil {
				return err
			}
		}
		if err := d.objectMetadata(n, dict); err != nil {
			return err
		}
		if form := d.f.Dict(dict["AcroForm"]); form != nil && form["XFA"] != nil && d.direct(dict["AcroForm"]) {
			if err := d.entry(n, "AcroForm/XFA", form["XFA"], XFA); err != nil {
				return err
			}
		}
	}
	return nil
}

// belongs tells keys from names of resources that happen to be the same.
func (d *document) belongs(key string, dict dictionary) bool {
	switch key {
	case "Thumb":
		return d.f.Name(dict["Type"]) == "Page" || dict["MediaBox"] != nil || dict["Contents"] != nil
	case "Collection", "DPartRoot", "DSS", "Legal":
		return dict["Pages"] != nil
	case "DPart":
		return dict["MediaBox"] != nil || dict["Contents"] != nil
	}
	return true
}

func (d *document) direct(o object) bool { _, ok := o.(dictionary); return ok }

// entry emits one such entry with the strings and texts it holds.
func (d *document) entry(n int, key string, v object, place *inspect.Place) error {
	if place == PrivateData {
		if alone, err := d.searchIndex(n, d.f.Dict(v)); alone || err != nil {
			return err
		}
	}
	it := inspect.Item{Where: part(n), Labels: []string{key}, Place: place, Fix: inspect.DropEntry{Obj: n, Key: key}}
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside = true
	if place == XFA {
		return d.xfa(it, v)
	}
	return d.strings(d.f.Resolve(v), key, 0, func(key, text string) error {
		it.Text, it.Labels = text, []string{key}
		return d.emit(it)
	})
}

// xfa emits the texts of the packets.
func (d *document) xfa(it inspect.Item, v object) error {
	streams := array{v}
	if a := d.f.Array(v); a != nil {
		streams = a
	}
	for _, s := range streams {
		if d.f.Bytes(s) != nil {
			continue // the name of a packet
		}
		if err := d.packet(it, s); err != nil {
			return err
		}
	}
	return nil
}

// packet emits the texts of one packet of XML.
func (d *document) packet(it inspect.Item, o object) error {
	data, err := d.f.Stream(o)
	if err != nil {
		it.Unread = reason(err)
		return d.emit(it)
	}
	return d.xmlTexts(data, func(label, text string) error {
		it.Text, it.Labels = text, []string{label}
		return d.emit(it)
	})
}

// signature emits who signed.
func (d *document) signature(n int, dict dictionary) error {
	if v := dict["V"]; v != nil && pdf.ObjectNumber(v) == 0 { // a field that holds it itself
		dict = d.f.Dict(v)
	}
	if dict["ByteRange"] == nil || dict["Contents"] == nil {
		return nil
	}
	it := inspect.Item{Where: part(n), Place: Signature, Fix: inspect.Rebuild{}} // of a file that is written anew it would be void
	for _, key := range [...]string{"Name", "Reason", "Location", "ContactInfo"} {
		if it.Text = d.f.Text(dict[key]); it.Text != "" {
			it.Labels = []string{key}
			if err := d.emit(it); err != nil {
				return err
			}
			it.Inside = true
		}
	}
	if it.Inside {
		return nil
	}
	return d.emit(it)
}

// pairs yields the entries of a dictionary in the order of their keys.
func pairs(d dictionary) iter.Seq2[string, object] {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return func(yield func(string, object) bool) {
		for _, k := range keys {
			if !yield(k, d[k]) {
				return
			}
		}
	}
}
