package wml

import (
	"net/url"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A FieldKind says how much the code of a field tells.
type FieldKind uint8

const (
	Plain   FieldKind = iota // page numbers, references, tables of contents: nothing that the page does not say
	Telling                  // paths, conditions, names of columns
	Entry                    // an entry for an index or a table of contents
	Drawn                    // the code is what a reader sees (EQ)
)

// fieldKinds lists the types of fields (17.16.5) whose code tells nothing, or is no code for a result. All others tell.
var fieldKinds = map[string]FieldKind{
	"XE": Entry, "TC": Entry, "TA": Entry, "RD": Telling, "EQ": Drawn, "SYMBOL": Plain,
	"": Plain, "=": Plain, "PAGE": Plain, "NUMPAGES": Plain, "SECTION": Plain, "SECTIONPAGES": Plain, "PAGEREF": Plain, "REF": Plain,
	"NOTEREF": Plain, "FTNREF": Plain, "SEQ": Plain, "STYLEREF": Plain, "TOC": Plain, "TOA": Plain, "INDEX": Plain, "DATE": Plain, "TIME": Plain,
	"SAVEDATE": Plain, "PRINTDATE": Plain, "CREATEDATE": Plain, "EDITTIME": Plain, "NUMWORDS": Plain, "NUMCHARS": Plain, "LISTNUM": Plain,
	"AUTONUM": Plain, "AUTONUMLGL": Plain, "AUTONUMOUT": Plain, "FORMTEXT": Plain, "FORMCHECKBOX": Plain, "FORMDROPDOWN": Plain,
	"ADVANCE": Plain, "REVNUM": Plain, "TITLE": Plain, "EMBED": Plain, "SHAPE": Plain, "CONTROL": Plain, "BIBLIOGRAPHY": Plain,
	"CITATION": Plain, "GOTOBUTTON": Plain, "BARCODE": Telling, "PAGEREFS": Plain,
}

// Kind returns how much the code tells.
func (f *Field) Kind() FieldKind {
	name := f.Name()
	if name == "HYPERLINK" {
		if publicLink(f.Code) {
			return Plain
		}
		return Telling
	}
	if len(name) > 0 && name[0] == '=' {
		return Plain
	}
	if k, ok := fieldKinds[name]; ok {
		return k
	}
	return Telling
}

// Tracked reports whether an element of WordprocessingML records a change with its author.
func Tracked(local string) bool {
	switch local {
	case "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
		"tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart",
		"customXmlInsRangeStart", "customXmlDelRangeStart", "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart":
		return true
	}
	return false
}

// describing lists the attributes that describe a drawing or a link, by element.
var describing = map[string][]string{
	"docPr": {"descr", "title"}, "cNvPr": {"descr", "title", "name"}, "shape": {"alt", "title"}, "rect": {"alt", "title"}, "image": {"alt", "title"},
	"group": {"alt", "title"}, "imagedata": {"title"}, "textpath": {"string"},
}

// describingWord lists those of WordprocessingML itself: the tip of a link, the day that a date field shows.
var describingWord = map[string][]string{"hyperlink": {"tooltip"}, "date": {"fullDate"}}

// Described returns the attributes that describe a drawing or a link, and what they say.
func Described(s *xmlscan.Scanner, e *Element) map[string]string {
	names := describing[e.Local]
	if e.Word {
		names = describingWord[e.Local]
	}
	var out map[string]string
	s.Attrs(func(space string, local, value []byte) bool {
		if len(value) == 0 || !slices.Contains(names, string(local)) && (elsewhere[e.Local] || !mayTell(value) || refers(space)) {
			return true
		}
		if out == nil {
			out = map[string]string{}
		}
		out[string(local)] = string(value)
		return true
	})
	return out
}

// elsewhere lists the elements whose attributes are names of fonts, or are reported for what they are: authors, codes, lists.
var elsewhere = map[string]bool{
	"rFonts": true, "latin": true, "ea": true, "cs": true, "sym": true, "fldSimple": true, "dataBinding": true, "listItem": true,
	"listEntry": true, "default": true, "helpText": true, "statusText": true, "bookmarkStart": true, "permStart": true, "alias": true, "tag": true,
	"ins": true, "del": true, "moveFrom": true, "moveTo": true, "rPrChange": true, "pPrChange": true, "sectPrChange": true, "tblPrChange": true,
	"tblGridChange": true, "trPrChange": true, "tcPrChange": true, "tblPrExChange": true, "numberingChange": true, "cellIns": true,
	"cellDel": true, "cellMerge": true, "moveFromRangeStart": true, "moveToRangeStart": true, "comment": true, "lvlText": true,
}

// refers reports whether attributes of a namespace name relationships.
func refers(space string) bool { return space == opc.Transitional || space == opc.Strict }

// mayTell reports whether a value may hold personal data: letters beyond ASCII, an address of a mail, a number in groups.
func mayTell(value []byte) bool {
	digits, groups := 0, 0
	for _, c := range value {
		switch {
		case c >= 0x80 || c == '@':
			return true
		case '0' <= c && c <= '9':
			digits++
		case c == '-' && digits > 0:
			groups++
		}
	}
	return digits >= 9 && groups >= 2 && digits+groups == len(value)
}

// Talks reports whether a code that need not tell anything may do so: a field of a kind that stays, with a text in it.
func (f *Field) Talks() bool { return f.Kind() == Plain && mayTell([]byte(f.Code)) }

// publicLink reports whether the code of a HYPERLINK field (17.16.5.25) leads to the web or to a place in the document.
func publicLink(code string) bool {
	_, target, ok := strings.Cut(code, `"`)
	if !ok || strings.Contains(code[:len(code)-len(target)], `\l`) {
		return true
	}
	target = strings.ToLower(target)
	return strings.HasPrefix(target, "http://") || strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "#")
}

// Target returns a link's target as a person reads it, without percent-encoding.
func Target(target string) string {
	if s, err := url.PathUnescape(target); err == nil {
		return s
	}
	return target
}
