package samples

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// behind hides a roster in a sheet behind the notice; with fed, the notice counts its rows.
func behind(name, state string, fed bool) plant {
	return func(d *desk) []string {
		w := d.b.sheet(name, state)
		w.table("A1", d.roster())
		if fed {
			d.s.line("A7", textStyle, "登録者数", formula{f: fmt.Sprintf("COUNTA(%s!A2:A7)", name), v: 6})
		}
		return d.gone()
	}
}

// sheetPlaces are whole sheets.
func sheetPlaces() []place {
	whole := func(id string) func(c *Case) {
		return func(c *Case) {
			c.Places[id] = N(1)
			c.People, c.Rows = ptr(N(6)), ptr(N(6))
			c.Detectors = counts{"name": N(6), "kana": N(6), "address": N(6), "phone": N(6)}
		}
	}
	return []place{
		{
			id: "xlsx/hidden-sheet", words: Words{"かくれているシート", "a hidden sheet"}, dirty: behind("作業", "hidden", true), change: hiddenWant(whole("xlsx/hidden-sheet")),
			more: map[string]plant{
				"dirty-macro.xlsm": macroSheet("xlMacrosheet", "application/vnd.ms-excel.macrosheet+xml"), "dirty-dialog.xlsx": dialogSheet,
				"dirty-macro-intl.xlsm": macroSheet("xlIntlMacrosheet", "application/vnd.ms-excel.intlmacrosheet+xml"),
			},
			quiet: func(d *desk) {
				d.b.sheet("非表示ではないシート", "visible").set("A1", "利用のきまり", plainStyle)
			},
		},
		{
			id: "xlsx/very-hidden-sheet", words: Words{"「再表示」にも出ないシート", "a sheet that the menu does not offer to unhide"}, dirty: behind("_data", "veryHidden", true),
			change: whole("xlsx/very-hidden-sheet"),
			quiet:  func(d *desk) { d.b.sheet("区分", "hidden").line("A1", plainStyle, "一般", "団体") },
		},
		{
			id: "xlsx/source-sheet", words: Words{"見えているシートのもとになったタブ", "a visible tab that feeds a published sheet"}, dirty: behind("元データ", "", true),
			change: whole("xlsx/source-sheet"), more: feeders,
			quiet: func(d *desk) {
				own := d.b.sheet("申込者", "") // people, but its own chart is all that reads it
				own.table("A1", d.roster())
				own.chart("人数", []series{{nameRef: "申込者!$A$1", name: "氏名", catRef: "申込者!$A$2:$A$3", cats: []string{"甲", "乙"}, valRef: "申込者!$B$2:$B$3", vals: []float64{1, 2}}}, "")
				w := d.b.sheet("集計値", "")
				w.line("A1", headStyle, "年度", "利用者数", "男", "女")
				for i := range 8 {
					w.line(ref(1, i+2), countStyle, 2016+i, 5200+i*37, 2500+i*21, 2700+i*16)
				}
				d.s.line("A7", textStyle, "利用者数の平均", formula{f: "AVERAGE(集計値!B2:B9)", v: 5329.5})
			},
		},
		{
			id: "xlsx/other-sheet", words: Words{"1枚目のうしろのタブにある名簿", "a roster in a visible tab behind the first"}, dirty: behind("メモ", "", false),
			change: func(c *Case) {
				whole("xlsx/other-sheet")(c)
				c.Clean.Args = []string{"--drop-sheet", "メモ"}
			},
			quiet: func(d *desk) { d.b.sheet("施設一覧", "").table("A1", facilities(seedOf("quiet-tab"), 12)) },
		},
		{
			id: "xlsx/hidden-row", words: Words{"かくれている行", "hidden rows"}, dirty: hiddenRows, more: map[string]plant{"dirty-zero-height.xlsx": zeroHeight, "dirty-picture.xlsx": hiddenPicture, "dirty-low.xlsx": lowRows},
			quiet: func(d *desk) {
				d.s.row(2).attrs = ` hidden="1"`
				d.s.row(7).attrs = ` ht="3" customHeight="1"`
				d.s.set("A7", "（準備中）", plainStyle)
				d.s.row(20).attrs = ` ht="0" customHeight="1"`
			},
			change: func(c *Case) {
				if c.File == "dirty-picture.xlsx" { // the other picture is still to be looked at
					c.Clean.Kept = append(c.Clean.Kept, "はと広場のしるし")
				}
			},
		},
		{
			id: "xlsx/hidden-column", words: Words{"かくれている列", "hidden columns"}, dirty: hiddenColumns, more: map[string]plant{"dirty-default-width.xlsx": zeroWidth},
			quiet: func(d *desk) {
				d.s.width(1, 3, 16, "")
				d.s.width(4, 4, 1.5, "")
				d.s.set("D4", "注", plainStyle)
				d.s.width(10, 16384, 9, ` hidden="1"`)
			},
		},
	}
}

// hiddenWant is what of the other kinds of sheets is known: one tab.
func hiddenWant(table func(c *Case)) func(c *Case) {
	return func(c *Case) {
		if c.File == "dirty.xlsx" || c.File == "quiet.xlsx" {
			table(c)
			return
		}
		c.Places["xlsx/hidden-sheet"] = N(1)
		if c.File == "dirty-dialog.xlsx" { // one person
			c.Verdict = "review"
		}
	}
}

// hiddenRows hides one row by attribute and one by a height of zero.
func hiddenRows(d *desk) []string {
	d.s.line("A10", textStyle, "受付担当", d.p.Name(), d.p.Mobile)
	d.s.row(10).attrs = ` hidden="1"`
	q := d.people[1]
	d.s.line("A11", textStyle, "鍵の管理", q.Name(), q.Mobile)
	d.s.row(11).attrs = ` ht="0" customHeight="1"`
	d.s.set("A12", "休館日は月曜日です", plainStyle)
	return []string{d.p.Name(), d.p.Mobile, q.Name(), q.Mobile}
}

// lowRows hides rows by making them a pixel or two high.
func lowRows(d *desk) []string {
	d.s.line("A10", textStyle, "受付担当", d.p.Name(), d.p.Mobile)
	d.s.row(10).attrs = ` ht="0.75" customHeight="1"`
	q := d.people[1]
	d.s.line("A11", textStyle, "鍵の管理", q.Name(), q.Mobile)
	d.s.row(11).attrs = ` ht="1.5" customHeight="1"`
	return []string{d.p.Name(), d.p.Mobile, q.Name(), q.Mobile}
}

// hiddenPicture hides a row with a picture placed in a cell; another one is seen.
func hiddenPicture(d *desk) []string {
	d.s.line("A10", textStyle, "受付担当", d.p.Name(), d.p.Mobile)
	d.s.row(10).attrs = ` hidden="1"`
	d.placed([]string{"D4", "D10"}, secretBelow("はと広場のしるし"), secretBelow(d.both()...))
	return []string{d.p.Name(), d.p.Mobile, d.p.Solid()}
}

// zeroHeight hides a row by the sheet's default height; the visible rows have one of their own.
func zeroHeight(d *desk) []string {
	d.s.format = ` zeroHeight="1"`
	for _, r := range d.s.rows {
		r.attrs = ` ht="18.75" customHeight="1"`
	}
	d.s.line("A10", textStyle, "受付担当", d.p.Name(), d.p.Mobile)
	d.s.row(10).attrs = ` hidden="1"`
	return []string{d.p.Name(), d.p.Mobile}
}

// hiddenColumns hides one column by attribute and one by a width of zero.
func hiddenColumns(d *desk) []string {
	for i, p := range d.people[:3] {
		d.s.put(4+i, 5, p.Name(), textStyle)
		d.s.put(4+i, 6, p.Mobile, textStyle)
	}
	d.s.line("E3", headStyle, "管理者氏名", "携帯電話")
	d.s.width(1, 3, 16, "")
	d.s.width(5, 5, 12, ` hidden="1"`)
	d.s.width(6, 6, 0, "")
	return []string{d.p.Name(), d.p.Mobile, d.people[2].Name(), d.people[2].Mobile}
}

// zeroWidth hides a column by the sheet's default width; the visible columns have one of their own.
func zeroWidth(d *desk) []string {
	d.s.format = ` defaultColWidth="0"`
	d.s.width(1, 3, 16, "")
	d.s.line("E3", headStyle, "管理者氏名", "携帯電話")
	d.s.line("E4", textStyle, d.p.Name(), d.p.Mobile)
	return []string{d.p.Name(), d.p.Mobile}
}

// feeders are the ways in which a notice can read a roster in another tab besides a plain formula.
var feeders = map[string]plant{
	"dirty-indirect.xlsx": fedBy(func(d *desk) {
		d.s.line("A7", textStyle, "登録者", formula{f: `COUNTA(INDIRECT("元データ!A2:A"&(6+1)))`, v: 6})
	}),
	"dirty-name.xlsx": fedBy(func(d *desk) {
		d.b.name("登録", "", "名簿全体")
		d.b.name("名簿全体", "", "元データ!$A$2:$A$7")
		d.s.line("A7", textStyle, "登録者", formula{f: "COUNTA(登録)", v: 6})
	}),
	"dirty-span.xlsx": fedBy(func(d *desk) {
		d.b.sheet("終わり", "").line("A1", textStyle, "（以上）")
		d.s.line("A7", textStyle, "登録者", formula{f: "COUNTA(元データ:終わり!A2:A7)", v: 6})
	}),
	"dirty-textlink.xlsx": fedBy(func(d *desk) {
		d.s.shapes(shape{5, 1, 8, 3, "rect", solidFill("FFFFFF"), ""})
		last := d.b.parts[len(d.b.parts)-1]
		last.data = []byte(strings.Replace(string(last.data), `textlink=""`, `textlink="元データ!$B$1"`, 1))
	}),
	"dirty-validation.xlsx": fedBy(func(d *desk) {
		d.s.slots["dataValidations"] = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D4:D6"><formula1>元データ!$A$2:$A$7</formula1></dataValidation></dataValidations>`
	}),
}

// fedBy hides a roster in a visible tab that the notice reads in some way.
func fedBy(reads func(d *desk)) plant {
	return func(d *desk) []string {
		d.b.sheet("元データ", "").table("A1", d.roster())
		reads(d)
		return d.gone()
	}
}
