package samples

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// variants are awkward but valid shapes of one small book: a visible sheet that computes over a hidden roster.
func variants() []folder {
	return append([]folder{
		maskedCopies(),
		peopleTabs(), backLinks(),
		equalNumbers(),
		disclosure(),
		respelt("strict", "厳密（Strict）形式のOOXML", "strict OOXML", strict),
		respelt("utf16", "UTF-16で書かれた部品", "parts in UTF-16", utf16Parts),
		respelt("prefixed", "接頭辞のついた要素名", "prefixed element names", prefixed),
		reshaped("inline-strings", "共有文字列を使わないセル（inlineStr）", "inline strings only", func(b *book) { b.inline = true }),
		reshaped("no-strings", "共有文字列の部品がない", "no shared strings part", directStrings),
		noCache(),
		sheetNames(),
		threeD(),
		arrays(),
		structured(),
		localNames(),
		keptAttachments(),
	}, slices.Concat(textVariants(), lockedBooks(), binaryBooks(), kindBooks())...)
}

const (
	variantTitle = "講座の参加状況"
	variantFoot  = "ひなた市 市民活動課"
)

// variant is the small book.
type variant struct {
	b      *book
	s, w   *sheet
	people []Person
	total  int
}

// newVariant writes the book; hidden is the name of the sheet with the roster.
func newVariant(slug, hidden string) *variant {
	v := &variant{b: newBook(), people: Roster(seedOf("variant "+slug), 8)}
	v.s = v.b.sheet("公開", "")
	v.s.set("A1", variantTitle, titleStyle)
	v.s.set("A3", "参加者数", textStyle)
	v.s.set("A4", "参加回数の合計", textStyle)
	v.s.set("A8", variantFoot, plainStyle)
	v.w = v.b.sheet(hidden, "hidden")
	v.w.table("A1", v.roster())
	for i := range v.people {
		v.total += 2 + i
	}
	return v
}

// roster is the hidden table: five columns, the last one numbers.
func (v *variant) roster() table {
	t := roster(v.people, "氏名", "フリガナ", "住所", "電話番号")
	t.heads = append(t.heads, "回数")
	for i := range t.rows {
		t.rows[i] = append(t.rows[i], 2+i)
	}
	return t
}

// count puts the two formulas over a sheet, spelt as a formula spells it.
func (v *variant) count(sheet string) *variant {
	v.s.set("B3", formula{f: "COUNTA(" + sheet + "!$A$2:$A$9)", v: 8}, countStyle)
	v.s.set("B4", formula{f: "SUM(" + sheet + "!$E$2:$E$9)", v: v.total}, countStyle)
	return v
}

// want is what all variants have in common.
func (v *variant) want(ja, en string) Case {
	gone := some(v.people)
	return Case{
		Words: Words{ja, en}, Verdict: "ng", Exit: ptr(1), People: ptr(N(8)), Rows: ptr(N(8)), Places: counts{"xlsx/hidden-sheet": N(1)},
		Detectors: counts{"name": N(8), "kana": N(8), "address": N(8), "phone": N(8)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: append(gone, v.people[3].Address(), v.people[4].Kana()), Kept: []string{variantTitle, variantFoot}, NoRef: true,
			Cells: map[string]string{"公開!B3": "8", "公開!B4": itoa(v.total)}, People: ptr(N(0)), Verdict: "ok",
		},
	}
}

func (v *variant) folder(slug string, want Case) folder {
	return one("variants/"+slug, "book.xlsx", v.b.bytes(), want)
}

// respelt changes the finished parts.
func respelt(slug, ja, en string, change func(b *book)) folder {
	v := newVariant(slug, "作業").count("作業")
	v.b.finish()
	change(v.b)
	return v.folder(slug, v.want(ja, en))
}

// reshaped changes how the book is written.
func reshaped(slug, ja, en string, change func(b *book)) folder {
	v := newVariant(slug, "作業").count("作業")
	change(v.b)
	return v.folder(slug, v.want(ja, en))
}

// strict moves everything to the namespaces of ISO/IEC 29500 Strict.
func strict(b *book) {
	const oclc = "http://purl.oclc.org/ooxml/"
	names := strings.NewReplacer(
		nsMain, oclc+"spreadsheetml/main",
		nsRel+"/extended-properties", oclc+"officeDocument/relationships/extendedProperties",
		nsRel, oclc+"officeDocument/relationships",
		nsDraw, oclc+"drawingml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", oclc+"officeDocument/extendedProperties",
		"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", oclc+"officeDocument/docPropsVTypes")
	relationships := func(p *part) {
		for i, r := range p.rels {
			p.rels[i] = names.Replace(r)
		}
	}
	relationships(&b.root)
	for _, p := range b.parts {
		p.data = []byte(names.Replace(string(p.data)))
		relationships(p)
	}
	b.edit("xl/workbook.xml", func(s string) string { return strings.Replace(s, "<workbook ", `<workbook conformance="strict" `, 1) })
}

// utf16Parts writes the sheets and the shared strings in UTF-16 with a byte order mark.
func utf16Parts(b *book) {
	for _, p := range b.parts {
		if strings.HasPrefix(p.name, "xl/worksheets/") || p.name == "xl/sharedStrings.xml" {
			text := strings.Replace(string(p.data), `encoding="UTF-8"`, `encoding="UTF-16"`, 1)
			p.data = append([]byte{0xFF, 0xFE}, utf16le(text)...)
		}
	}
}

var unprefixed = regexp.MustCompile(`<(/?)([A-Za-z0-9]+)([ />])`)

// prefixed spells the elements of the main namespace with a prefix, as some programs do.
func prefixed(b *book) {
	for _, p := range b.parts {
		if strings.Contains(string(p.data), `xmlns="`+nsMain+`"`) {
			text := strings.ReplaceAll(string(p.data), `xmlns="`+nsMain+`"`, `xmlns:x="`+nsMain+`"`)
			p.data = []byte(unprefixed.ReplaceAllString(text, "<${1}x:$2$3"))
		}
	}
}

// directStrings writes every text into its cell.
func directStrings(b *book) {
	for _, s := range b.sheets {
		for _, r := range s.rows {
			for i, c := range r.cells {
				if text, ok := c.value.(string); ok {
					r.cells[i].value = direct(text)
				}
			}
		}
	}
}

// noCache: formulas that were never computed.
func noCache() folder {
	v := newVariant("no-cache", "作業").count("作業")
	v.b.noCache = true
	v.s.line("D3", textStyle, "1人あたり", formula{f: "SUM(作業!$E$2:$E$9)/B3"})
	v.s.line("D4", textStyle, "最初の人", formula{f: `作業!E2&"回"`})
	v.s.line("D5", textStyle, "ある", formula{f: "作業!E2>1"})
	v.s.line("D6", textStyle, "割れない", formula{f: "作業!E2/(B3-8)"})
	v.s.line("D7", textStyle, "読み替え", formula{f: `IFERROR(VLOOKUP(9,作業!E2:E9,1,FALSE),"なし")`})
	v.s.line("D8", textStyle, "空き", formula{f: "作業!H1"})
	c := v.want("計算結果が保存されていない数式", "formulas without their last result")
	for at, want := range map[string]string{"E3": num(float64(v.total) / 8), "E4": "2回", "E5": "1", "E6": "#DIV/0!", "E7": "9", "E8": "0"} {
		c.Clean.Cells["公開!"+at] = want
	}
	return v.folder("no-cache", c)
}

// sheetNames: hidden sheets whose names must be quoted.
func sheetNames() folder {
	v := newVariant("sheet-names", "It's 作業　用（１）")
	v.count("'It''s 作業　用（１）'")
	x := v.b.sheet("a&b <2>", "hidden")
	x.table("A1", roster(v.people[:5], "氏名", "電話番号"))
	v.s.set("A5", "先頭", textStyle)
	v.s.set("B5", formula{f: "ROWS('a&b <2>'!A2:A6)", v: 5}, countStyle)
	c := v.want("空白・引用符・全角をふくむシート名", "sheet names with spaces, quotes and full-width characters")
	c.Places, c.Rows, c.Detectors = counts{"xlsx/hidden-sheet": N(2)}, ptr(N(13)), counts{"name": N(13), "phone": N(13)}
	c.Clean.Cells["公開!B5"] = "5"
	return v.folder("sheet-names", c)
}

// threeD: a formula over a range of sheets, of which the one between is hidden.
func threeD() folder {
	v := &variant{b: newBook(), people: Roster(seedOf("variant 3d"), 8)}
	v.s = v.b.sheet("公開", "")
	first := v.b.sheet("前期", "")
	v.w = v.b.sheet("作業", "hidden")
	last := v.b.sheet("後期", "")
	v.w.table("A1", v.roster())
	v.s.set("A1", variantTitle, titleStyle)
	v.s.set("A8", variantFoot, plainStyle)
	first.line("A2", countStyle, "人数", nil, nil, nil, 40)
	last.line("A2", countStyle, "人数", nil, nil, nil, 55)
	v.s.set("B3", formula{f: "SUM(前期:後期!E2)", v: 97}, countStyle)
	v.s.set("B4", formula{f: "前期!E2+後期!E2", v: 95}, countStyle)
	c := v.want("複数シートにまたがる数式（3-D参照）", "a formula over a range of sheets")
	c.Clean.Cells = map[string]string{"公開!B3": "97", "公開!B4": "95", "後期!E2": "55"}
	return v.folder("three-d", c)
}

// arrays: an array formula over several cells and a shared formula, both over the hidden sheet.
func arrays() folder {
	v := newVariant("arrays", "作業").count("作業")
	for i := range 4 {
		n := 10 + i
		array, shared := formula{v: (2 + i) * 10}, formula{v: 3 + i, attrs: ` t="shared" si="0"`}
		if i == 0 {
			array.f, array.attrs = "作業!E2:E5*10", ` t="array" ref="C10:C13"`
			shared.f, shared.attrs = "作業!E2+1", ` t="shared" ref="D10:D13" si="0"`
		}
		v.s.put(n, 1, fmt.Sprintf("第%d回", i+1), textStyle)
		if i == 0 {
			v.s.put(n, 3, array, countStyle)
		} else {
			v.s.put(n, 3, array.v, countStyle)
		}
		v.s.put(n, 4, shared, countStyle)
	}
	c := v.want("配列数式と共有数式", "array and shared formulas over the hidden sheet")
	c.Clean.Kept = append(c.Clean.Kept, "第4回")
	for at, value := range map[string]string{"公開!C10": "20", "公開!C13": "50", "公開!D10": "3", "公開!D13": "6"} {
		c.Clean.Cells[at] = value
	}
	return v.folder("arrays", c)
}

// structured: references to a table on the hidden sheet by the names of its columns.
func structured() folder {
	v := newVariant("structured", "作業")
	v.w.tablePart("参加者", v.roster())
	v.s.set("B3", formula{f: "ROWS(参加者[氏名])", v: 8}, countStyle)
	v.s.set("B4", formula{f: "SUM(参加者[回数])", v: v.total}, countStyle)
	return v.folder("structured", v.want("テーブルの列名による参照", "structured references to a table on the hidden sheet"))
}

// localNames: two hidden sheets before a visible one, with names that belong to single sheets.
func localNames() folder {
	v := newVariant("local-names", "作業").count("作業")
	x := v.b.sheet("作業2", "hidden")
	x.table("A1", roster(v.people[2:7], "氏名", "電話番号"))
	y := v.b.sheet("別表", "")
	y.set("A1", "別表　会場", titleStyle)
	y.line("A3", textStyle, "第1会場", 30)
	y.line("A4", textStyle, "合計", formula{f: "SUM(会場)", v: 30})
	y.line("A5", textStyle, "名簿の人数", formula{f: "ROWS(名簿)", v: 5})
	v.b.name("名簿", "", "作業2!$A$2:$A$6")
	v.b.name("_xlnm.Print_Area", ` localSheetId="0"`, "公開!$A$1:$D$8")
	v.b.name("_xlnm.Print_Area", ` localSheetId="1"`, "作業!$A$1:$E$9")
	v.b.name("_xlnm.Print_Area", ` localSheetId="3"`, "別表!$A$1:$B$5")
	v.b.name("会場", ` localSheetId="3"`, "別表!$B$3")
	c := v.want("シートごとの名前（localSheetId）", "names that belong to single sheets, behind two hidden ones")
	c.Places, c.Rows, c.Detectors = counts{"xlsx/hidden-sheet": N(2)}, ptr(N(13)), counts{"name": N(13), "phone": N(13)}
	c.Clean.Kept = append(c.Clean.Kept, "別表　会場")
	c.Clean.Cells["別表!B4"], c.Clean.Cells["別表!B5"] = "30", "5"
	return v.folder("local-names", c)
}
