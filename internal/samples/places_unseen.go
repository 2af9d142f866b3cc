package samples

import (
	"fmt"
	"strings"
)

const blackInk = `rgb="FF000000"`

// unseenPlaces are cells that something around them, or their own looks, keeps from being seen.
func unseenPlaces() []place {
	asked := func(c *Case) { c.Clean.NoRef = true }
	return []place{
		{
			id: "xlsx/filtered-row", words: Words{"フィルターで見えない行", "rows hidden by a filter"}, change: filteredWant,
			dirty: func(d *desk) []string { return d.filtered(true) },
			more: map[string]plant{
				"dirty-advanced.xlsx": (*desk).filteredAdvanced, "dirty-table.xlsx": (*desk).filteredTable, "dirty-blank.xlsx": (*desk).filteredFacilities,
				"dirty-publish.xlsx": (*desk).filteredBesides, "dirty-publish-advanced.xlsx": (*desk).filteredAdvanced, "dirty-publish-table.xlsx": (*desk).filteredTable,
			},
			quiet: func(d *desk) {
				d.s.slots["autoFilter"] = `<autoFilter ref="A3:C6"><filterColumn colId="0"><filters><filter val="若葉町図書館"/></filters></filterColumn></autoFilter>`
				d.hide(20)
			},
		},
		{
			id: "xlsx/collapsed-group", words: Words{"たたんだグループの行と列", "folded groups of rows and columns"}, change: asked,
			dirty: func(d *desk) []string {
				d.s.table("A10", d.roster())
				for n := 11; n <= 16; n++ {
					d.s.row(n).attrs = ` outlineLevel="1" hidden="1"`
				}
				d.s.row(17).attrs = ` collapsed="1"`
				d.s.set("A17", "合計 6人", plainStyle)
				q := d.people[1]
				d.s.line("F3", headStyle, "担当者氏名")
				d.s.line("F4", textStyle, q.Name())
				d.s.width(6, 6, 12, ` hidden="1" outlineLevel="1"`)
				d.s.width(7, 7, 12, ` collapsed="1"`)
				return append(d.gone(), q.Name())
			},
			quiet: func(d *desk) {
				d.s.line("A10", textStyle, "開いたグループ")
				d.s.row(10).attrs = ` outlineLevel="1"`
				d.s.row(11).attrs = ` outlineLevel="1" hidden="1"`
			},
		},
		{
			id: "xlsx/merged-away-cell", words: Words{"結合で見えなくなった値", "values under merged cells"},
			dirty: func(d *desk) []string {
				d.s.line("A10", textStyle, "申込者 3名", d.p.Name(), d.p.Mobile)
				d.s.line("A11", textStyle, d.people[1].Name(), 4123, d.people[1].Mobile)
				d.s.slots["mergeCells"] = `<mergeCells count="2"><mergeCell ref="A10:C11"/><mergeCell ref="A1:C1"/></mergeCells>`
				d.s.set("A12", formula{f: "B10&C10", v: "（計算ずみ）"}, plainStyle)
				return []string{d.p.Name(), d.p.Mobile, d.people[1].Name(), d.people[1].Mobile, "4123"}
			},
			quiet: func(d *desk) {
				d.s.line("A10", textStyle, "結合した見出し", nil, nil)
				d.s.slots["mergeCells"] = `<mergeCells count="1"><mergeCell ref="A10:C10"/></mergeCells>`
			},
			change: exactly("xlsx/merged-away-cell", 5),
		},
		{
			id: "xlsx/covered-cell", words: Words{"図形の下のセル", "cells under a shape"},
			dirty: func(d *desk) []string {
				d.underRoster()
				d.s.shapes(shape{0, 10, 3, 14, "rect", solidFill("000000"), ""})
				return []string{d.people[0].Name(), d.people[3].Name(), d.people[0].Mobile}
			},
			more: map[string]plant{
				"dirty-group.xlsx": coveredByGroup,
				"dirty-chart.xlsx": func(d *desk) []string {
					d.underRoster()
					d.s.shapes()
					d.chartOver("", shape{col1: 0, row1: 10, col2: 3, row2: 14})
					return []string{d.people[0].Name(), d.people[3].Name(), d.people[0].Mobile}
				},
				"dirty-style.xlsx": func(d *desk) []string { // filled by its style alone, and measured in lengths
					d.underRoster()
					d.s.boxes(box{0, 10, 3 * 1085850, 4 * 238125, "rect", "", `<xdr:style><a:lnRef idx="2"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></xdr:style>`})
					return []string{d.people[0].Name(), d.people[3].Name(), d.people[0].Mobile}
				},
			},
			quiet: func(d *desk) {
				d.s.line("A10", textStyle, "印")
				d.s.shapes(
					shape{0, 9, 1, 11, "ellipse", solidFill("FF0000"), ""},
					shape{0, 2, 3, 7, "rect", "<a:noFill/>", ""},
					shape{0, 2, 3, 7, "rect", `<a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="40000"/></a:srgbClr></a:solidFill>`, ""},
					shape{5, 2, 8, 7, "rect", solidFill("4472C4"), ""},
				)
				d.b.edit("xl/drawings/drawing1.xml", func(s string) string {
					return strings.Replace(s, "</xdr:wsDr>", groupOver(` hidden="1"`)+"</xdr:wsDr>", 1)
				})
				d.chartOver("<c:spPr><a:noFill/></c:spPr>", shape{col1: 0, row1: 2, col2: 3, row2: 9})
				d.chartOver("", shape{col1: 2, row1: 2, col2: 3, row2: 9}) // over what it draws
			},
			change: asked,
		},
		{
			id: "xlsx/blacked-cell", words: Words{"黒く塗っただけのセル", "cells painted black"},
			dirty: func(d *desk) []string {
				plain := d.b.looks.style("", solid(blackInk), "")
				grey := d.b.looks.style(fontOf(`rgb="FF1A1A1A"`), solid(`theme="1"`), "")
				d.s.line("A10", plain, d.p.Name(), d.p.Mobile)
				d.s.line("A11", grey, d.people[1].Name(), d.people[1].Mobile)
				both := func(to string) string {
					return `<gradientFill degree="90"><stop position="0"><color ` + blackInk + `/></stop><stop position="1"><color ` + to + `/></stop></gradientFill>`
				}
				d.s.line("A12", d.b.looks.style("", both(blackInk), ""), d.people[2].Name())
				d.s.line("A13", d.b.looks.style(fontOf(`theme="0"`), both(`theme="0"`), ""), "だんだん明るく")
				return []string{d.p.Name(), d.p.Mobile, d.people[1].Name(), d.people[1].Mobile, d.people[2].Name()}
			},
			quiet: func(d *desk) {
				d.s.line("A10", d.b.looks.style(fontOf(`theme="0"`), solid(blackInk), ""), "白い文字")
				d.s.line("A11", d.b.looks.style("", solid(blackInk), ""), nil, nil, nil)
			},
			change: exactly("xlsx/blacked-cell", 5),
		},
		{
			id: "xlsx/formula-text", words: Words{"数式の中に書かれた氏名や場所", "names and paths inside formulas"},
			dirty: func(d *desk) []string {
				d.s.set("A10", formula{f: `IF(C4>500,"` + d.p.Solid() + `","担当なし")`, v: "担当なし"}, plainStyle)
				d.s.set("A11", formula{f: `HYPERLINK("\\sv01\soumu\` + d.people[1].Solid() + `\meibo.xlsx","くわしく")`, v: "くわしく"}, plainStyle)
				d.s.set("B12", formula{f: `IF(C4>0,"` + d.people[2].Solid() + `",1)*2`, v: 240, attrs: ` t="shared" ref="B12:B13" si="0"`}, plainStyle)
				d.s.set("B13", formula{f: "", v: 160, attrs: ` t="shared" si="0"`}, plainStyle)
				return []string{d.p.Solid(), d.people[1].Solid(), "sv01", d.people[2].Solid()}
			},
			quiet: func(d *desk) {
				d.s.set("A10", formula{f: `TEXT(SUM(C4:C6),"#,##0")&"人"`, v: "500人"}, plainStyle)
				d.s.set("A11", formula{f: `HYPERLINK("https://www.city.hinata.example/","市のページ")`, v: "市のページ"}, plainStyle)
			},
			change: func(c *Case) {
				c.Places["xlsx/formula-text"] = N(3)
				c.Clean.Cells = map[string]string{"お知らせ!A10": "担当なし", "お知らせ!B13": "160"}
			},
		},
		{
			id: "xlsx/hidden-run", words: Words{"セルの文字の一部だけをかくしたもの", "hidden parts of a cell's text"},
			dirty: func(d *desk) []string {
				d.s.set("A10", runs("受付ずみ", "", d.told(), `<color theme="0"/>`), plainStyle)
				d.s.set("A11", runs(d.people[1].Name(), `<sz val="1"/>`, "様の予約", ""), plainStyle)
				d.s.set("A12", runs("くろ", "", "の文字", `<color rgb="FF000000"/>`), headStyle)
				return append(d.both(), d.people[1].Name())
			},
			more: map[string]plant{"dirty-inline.xlsx": func(d *desk) []string {
				d.b.inline = true
				d.s.set("A10", runs("受付ずみ", "", d.told(), `<color rgb="FFFFFFFF"/>`), plainStyle)
				return d.both()
			}},
			quiet: func(d *desk) {
				d.s.set("A10", runs("赤い文字", `<color rgb="FFFF0000"/>`, " ", `<color rgb="FFFFFFFF"/>`), plainStyle)
				d.s.set("A11", runs("白い文字だが", `<color theme="0"/>`, "地は紺", `<color theme="0"/>`), headStyle)
				d.s.set("A12", runs("黒い文字", `<color theme="1"/>`, "もある", `<color theme="1"/>`), whiteStyle)
			},
			change: func(c *Case) { c.Clean.Kept = append(c.Clean.Kept, "受付ずみ") },
		},
		{
			id: "xlsx/tiny-text", words: Words{"小さすぎて読めない文字", "text too small to be read"}, change: asked,
			dirty: func(d *desk) []string {
				d.s.line("A10", d.b.looks.style(`<sz val="1"/><name val="游ゴシック"/>`, "", ""), d.p.Name(), d.p.Mobile)
				return []string{d.p.Name(), d.p.Mobile}
			},
			more: map[string]plant{"dirty-shrunk.xlsx": func(d *desk) []string { // to fit into a narrow column
				d.s.width(5, 5, 2, "")
				d.s.line("E10", d.b.looks.shrunk(), direct(d.told()))
				d.s.line("E11", d.b.looks.shrunk(), "連絡先 "+d.people[1].Mobile+" "+d.people[1].Name())
				return append(d.both(), d.people[1].Mobile, d.people[1].Name())
			}},
			quiet: func(d *desk) {
				d.s.width(5, 5, 2, "")
				d.s.set("E10", "可否", d.b.looks.shrunk())
				d.s.line("E11", d.b.looks.shrunk(), "いくつもの列にまたがる見出しは縮めても読める", nil, nil, nil)
				d.s.slots["mergeCells"] = `<mergeCells count="1"><mergeCell ref="E11:H11"/></mergeCells>`
				d.s.line("A10", d.b.looks.style(`<sz val="3"/><name val="CODE39"/>`, "", ""), "*A0012*")
				d.s.line("A11", d.b.looks.style(`<sz val="4"/><name val="游ゴシック"/>`, "", ""), "小さいが読める")
			},
		},
		{
			id: "xlsx/outside-print-area", words: Words{"印刷範囲の外に離れた名簿", "a roster far outside the print area"},
			dirty: func(d *desk) []string {
				d.b.name("_xlnm.Print_Area", ` localSheetId="0"`, "お知らせ!$A$1:$C$8")
				d.s.table("AB3", d.roster())
				return d.gone()
			},
			more: map[string]plant{
				"dirty-below.xlsx": func(d *desk) []string {
					d.b.name("_xlnm.Print_Area", ` localSheetId="0"`, "お知らせ!$A$1:$C$8")
					d.s.table("A120", d.roster())
					return d.gone()
				},
			},
			quiet: func(d *desk) {
				d.b.name("_xlnm.Print_Area", ` localSheetId="0"`, "お知らせ!$A$1:$C$8")
				d.s.line("E3", textStyle, "凡例", "○ 空きあり")
				d.s.line("AB3", textStyle, "余白")
				for n := 9; n < 80; n++ {
					d.s.line(fmt.Sprint("A", n), textStyle, d.people[0].Name())
				}
			},
			change: asked,
		},
	}
}

// filteredWant is what becomes of the rows: without people they stay unless a person says otherwise.
func filteredWant(c *Case) {
	p := newDesk("xlsx/filtered-row" + c.File).p
	switch {
	case c.File == "dirty-blank.xlsx":
		c.Verdict, c.Clean.Args = "review", []string{"--filtered", "blank"}
	case strings.HasPrefix(c.File, "dirty-publish"):
		c.Clean.Args, c.Clean.Exit, c.Clean.People, c.Clean.Verdict = []string{"--filtered", "publish"}, ptr(1), ptr(N(6)), "review"
		c.Clean.Kept, c.Clean.Gone = append(c.Clean.Kept, p.Name()), []string{}
		if c.File == "dirty-publish.xlsx" {
			c.Clean.Gone, c.Clean.Cells = []string{p.Mobile, "該当なし"}, map[string]string{"お知らせ!A11": p.Name()}
		}
	}
}

// filteredAdvanced leaves what an advanced filter leaves: hidden rows and names.
func (d *desk) filteredAdvanced() []string {
	gone := d.filtered(false)
	d.b.name("_xlnm.Criteria", ` localSheetId="0"`, "お知らせ!$A$4:$A$5")
	d.s.slots["sheetPr"] = `<sheetPr filterMode="1"/>`
	return gone
}

func (d *desk) filteredTable() []string {
	t := d.roster()
	d.s.table("A12", t)
	d.s.filterTable("名簿", 12, t)
	d.hide(13, 14, 15, 16, 17, 18)
	return d.gone()
}

// filteredFacilities filters rows away that hold nobody.
func (d *desk) filteredFacilities() []string {
	d.s.slots["autoFilter"] = `<autoFilter ref="A3:C6"><filterColumn colId="0"><filters><filter val="みどり台公民館"/></filters></filterColumn></autoFilter>`
	d.s.set("A6", "ひばり丘倉庫", textStyle)
	d.hide(6)
	return []string{"ひばり丘倉庫"}
}

// filteredBesides hides what a filter hides in other ways, too: once the filter is gone, a column is still hidden, and a row without a
// height has to get one.
func (d *desk) filteredBesides() []string {
	gone := d.filtered(true)
	d.s.width(1, 3, 16, "")
	d.s.width(4, 4, 12, ` hidden="1"`)
	d.s.row(12).attrs = ` ht="0" customHeight="1"`
	d.s.row(13).attrs = ` ht="30" hidden="1" customHeight="1"`
	d.s.set("A20", formula{f: "SUBTOTAL(103,A11:A16)", v: 0}, plainStyle)
	return gone
}

// filtered writes a roster below the notice and filters most of it away; on says that the sheet has the filter itself.
func (d *desk) filtered(on bool) []string {
	d.s.table("A10", d.roster())
	if on {
		d.s.slots["autoFilter"] = `<autoFilter ref="A10:D16"><filterColumn colId="0"><filters><filter val="該当なし"/></filters></filterColumn></autoFilter>`
	}
	d.b.name("_xlnm._FilterDatabase", ` localSheetId="0" hidden="1"`, "お知らせ!$A$10:$D$16")
	d.hide(11, 12, 13, 14, 15, 16)
	return d.gone()
}

func (d *desk) hide(rows ...int) {
	for _, n := range rows {
		d.s.row(n).attrs = ` hidden="1"`
	}
}

// underRoster writes four people into rows 11 to 14, without a head above them that would stay.
func (d *desk) underRoster() {
	d.s.set("A10", "申込者（墨消し）", plainStyle)
	for i, p := range d.people[:4] {
		d.s.line(ref(1, 11+i), textStyle, p.Name(), p.Mobile, p.Address())
	}
}

// runs writes a rich text of two runs, each with the properties of its font.
func runs(a, aFont, b, bFont string) rich {
	run := func(text, font string) string {
		if font != "" {
			font = "<rPr>" + font + `<rFont val="游ゴシック"/></rPr>`
		}
		return "<r>" + font + `<t xml:space="preserve">` + esc(text) + "</t></r>"
	}
	return rich(run(a, aFont) + run(b, bFont))
}
