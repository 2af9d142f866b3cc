package pdf

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// StrayText is a string, or a name, in an object that no other hiding place tells of: the scale of a map, an attribute of a tagged
// table, the description of a colour, the tip of a form field. There are more of those entries than a list could name.
var StrayText = &inspect.Place{
	ID:    "pdf/stray-text",
	Title: inspect.Words{JA: "画面に出ない項目に書かれた文字", EN: "text in entries that no reader shows"},
	Why: inspect.Words{
		JA: "地図の縮尺、表の説明、レイヤーの名前、入力欄の説明など、ふつうは見えない項目に個人情報が書かれています。取り出せば読めます。",
		EN: "Personal data stands in an entry that is hardly ever seen: of a map, a table's description, a layer's name, a field's tip. It can be read once it is taken out.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルではその項目を消します。ページの命令が使う部品の名前になっているときは消せないので、元の文書を直してPDFを作り直してください。",
		EN: "The entry is removed from the copy. The name of a part that pages refer to can't be: correct the source document and make the PDF again.",
	},
	Weight: inspect.Warn, Action: inspect.Report, OnlyWithPeople: true,
}

// A sweep looks at one object.
type sweep struct {
	*document
	obj    int
	depth  int
	labels []string     // of the dictionary that is looked at
	code   map[int]bool // streams that programs read: maps, functions, profiles
	names  map[string]inspect.Fix
}

// strayTexts emits the strings of all objects that nothing told of before. It comes last.
func (d *document) strayTexts(context.Context) error {
	code, names := map[int]bool{}, d.namesByFix()
	for _, n := range d.objects() {
		s := sweep{document: d, obj: n, code: code, names: names}
		o := d.f.Object(n)
		if a, ok := o.(array); ok {
			if err := s.array(a, "", ""); err != nil {
				return err
			}
			continue
		}
		if err := s.dict(dictOf(o), ""); err != nil {
			return err
		}
	}
	for _, n := range slices.Sorted(maps.Keys(code)) {
		if err := d.asides(n, StrayText); err != nil {
			return err
		}
	}
	for _, text := range d.f.TrailerTexts() {
		it := inspect.Item{Where: inspect.Part{Part: "trailer"}, Text: text, Place: StrayText, Fix: inspect.Rebuild{}}
		if err := d.stray(it); err != nil {
			return err
		}
	}
	return nil
}

func (s *sweep) dict(dict dictionary, path string) error {
	if s.depth > maxNesting || dict == nil || s.told(dict) {
		return nil
	}
	if s.f.Int(dict["FunctionType"]) == 4 || s.f.Name(dict["Type"]) == "CMap" {
		s.code[s.obj] = true
	}
	s.labels = nil // keys are no words: what has a Name is mostly a layer
	if name := s.f.Text(dict["N"]); name != "" {
		s.labels = []string{name} // a property that an author named (14.7.6.4)
	}
	for key, v := range pairs(dict) {
		if codeKeys[key] {
			s.code[pdf.ObjectNumber(v)] = true
		}
		if inertKeys[key] || s.toldOf(dict, key) {
			continue
		}
		if err := s.value(v, join2(path, key), key); err != nil {
			return err
		}
		if err := s.name(key, key); err != nil {
			return err
		}
	}
	return nil
}

func (s *sweep) array(a array, path, key string) error {
	if len(a) > 1 {
		switch s.f.Name(a[0]) {
		case "Indexed": // the colours of a palette
			return nil
		case "ICCBased":
			s.code[pdf.ObjectNumber(a[1])] = true
		}
	}
	for _, v := range a {
		if err := s.value(v, path, key); err != nil {
			return err
		}
	}
	return nil
}

func (s *sweep) value(v object, path, key string) error {
	s.depth++
	defer func() { s.depth-- }()
	switch v := v.(type) {
	case types.StringLiteral, types.HexLiteral:
		text := s.f.Text(v)
		if linkKeys[key] && s.paths.has(text) {
			return nil
		}
		it := inspect.Item{Where: part(s.obj), Text: text, Labels: s.labels, Place: StrayText, Fix: inspect.DropEntry{Obj: s.obj, Key: path}}
		if path == "" {
			it.Fix = inspect.DropObject{Obj: s.obj}
		}
		return s.stray(it)
	case types.Name:
		return s.name(string(v), key)
	case array:
		if s.depth <= maxNesting {
			return s.array(v, path, key)
		}
	case dictionary:
		return s.dict(v, path)
	}
	return nil
}

// namesByFix returns what gives each name that a person gave another. There is none for those that code refers to.
func (d *document) namesByFix() map[string]inspect.Fix {
	out := map[string]inspect.Fix{}
	for n, name := range d.f.GivenNames() {
		if !name.Bound {
			out[name.Name] = inspect.Rename{N: n}
		}
	}
	return out
}

// name emits a name that is no ASCII: those are given by people.
func (s *sweep) name(name, key string) error {
	fix := s.names[name]
	name, err := types.DecodeName(name)
	if err != nil || key == "BaseFont" || key == "FontName" {
		return nil
	}
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return s.stray(inspect.Item{Where: part(s.obj), Text: pdf.DecodeText([]byte(name)), Place: StrayText, Fix: fix})
		}
	}
	return nil
}

var dateText = regexp.MustCompile(`^D?:?\d{4,14}([Z+-][\d']*)?$`)

// stray emits an item if its text can say something.
func (d *document) stray(it inspect.Item) error {
	if len(it.Text) < 4 || letters(it.Text) < 2 || dateText.MatchString(it.Text) || strings.ContainsFunc(it.Text, binary) {
		return nil
	}
	return d.emit(it)
}

// binary reports characters that no text has: the string is a number, a sum or a key.
func binary(r rune) bool {
	return r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) && r != 0x1B
}

// inertKeys are entries whose strings are for programs: sums, colours, names of character collections, languages, default appearances.
var inertKeys = set("Lang", "DA", "Registry", "Ordering", "Panose", "CharSet", "CheckSum", "JS", "Lookup", "DigestValue", "M", "CreationDate", "ModDate", "LastModified")

// linkKeys are entries that name files and addresses, which links and attachments tell of; the tree of attached files repeats them.
var linkKeys = set("F", "UF", "URI", "Unix", "DOS", "Mac", "Desc", "Names", "Limits")

// codeKeys are entries that lead to streams for programs.
var codeKeys = set("ToUnicode", "UseCMap", "DestOutputProfile")

// told reports whether other places tell all that a dictionary says, or what it says goes with every copy.
func (s *sweep) told(dict dictionary) bool {
	if ref := s.f.Ctx.Info; ref != nil && s.obj == int(ref.ObjectNumber) {
		return true
	}
	if ref := s.f.Ctx.Encrypt; ref != nil && s.obj == int(ref.ObjectNumber) {
		return true
	}
	return dict["ByteRange"] != nil && dict["Contents"] != nil || medium(s.f.Name(dict["Subtype"])) && dict["Rect"] != nil
}

// toldOf reports whether other places tell what an entry says.
func (s *sweep) toldOf(dict dictionary, key string) bool {
	t := s.f.Name(dict["Type"])
	switch key {
	case "ActualText", "Alt", "E", "T", "Contents", "Subj", "RC", "OverlayText", "NM":
		if dict["Rect"] != nil && dict["Subtype"] != nil {
			return !silent[s.f.Name(dict["Subtype"])] && s.speaks(dict)
		}
		return key != "Contents" && (t == "StructElem" || dict["S"] != nil && dict["P"] != nil && dict["K"] != nil)
	case "V", "DV", "RV", "Title", "P", "Author", "Subject", "Keywords", "Creator":
		return s.spoken[s.obj]
	case "Names", "Nums", "Limits":
		return s.nodes[s.obj]
	case "Dests", "PageLabels":
		return true // of trees that stand in the catalog
	case "I":
		return dict["F"] != nil
	}
	return entryPlaces[key] != nil && s.belongs(key, dict) || (t == "Catalog" || t == "Page") && !knownKeys[key]
}

// asides emits what a stream for programs says to people: remarks in the code, the texts of a colour profile.
func (d *document) asides(n int, place *inspect.Place) error {
	o := d.f.Object(n)
	if !pdf.IsStream(o) {
		return nil
	}
	data, err := d.f.Stream(o)
	if err != nil {
		return nil // told where it is used
	}
	for _, a := range pdf.Asides(data) {
		it := inspect.Item{Where: part(n), Text: a.Text, Place: place, Fix: inspect.StripObject{Obj: n, Of: "asides"}}
		if err := d.stray(it); err != nil {
			return err
		}
	}
	return nil
}
