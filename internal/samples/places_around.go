package samples

import "strings"

// aroundPlaces are things that stand around the cells of a sheet, in its part or in a table's.
func aroundPlaces() []place {
	lenient := func(c *Case) {
		c.Verdict, c.Exit = "review|ok", nil
		c.Clean.Exit, c.Clean.Verdict = nil, ""
	}
	return []place{
		{
			id: "xlsx/custom-view", words: Words{"ユーザー設定のビュー", "saved views"},
			dirty: func(d *desk) []string {
				const id = "{5C0A7E1B-2D34-4F68-9A1C-0000000000A1}"
				d.b.tail = `<customWorkbookViews><customWorkbookView name="` + d.p.Solid() + `用" guid="` + id + `" includeHiddenRowCol="0" maximized="1" windowWidth="1900" windowHeight="900" activeSheetId="1"/></customWorkbookViews>`
				d.s.slots["customSheetViews"] = `<customSheetViews><customSheetView guid="` + id + `" filter="1" showAutoFilter="1"><autoFilter ref="A3:C6"><filterColumn colId="0"><filters><filter val="` + d.people[1].Solid() + `"/></filters></filterColumn></autoFilter></customSheetView></customSheetViews>`
				return []string{d.p.Solid(), d.people[1].Solid(), "customSheetView"}
			},
			more: map[string]plant{"dirty-names.xlsx": viewNames},
			change: func(c *Case) {
				if c.File == "dirty-names.xlsx" {
					c.Verdict = "review|ng"
				}
			},
			quiet: func(d *desk) { d.s.slots["autoFilter"] = `<autoFilter ref="A3:C6"/>` },
		},
		{
			id: "xlsx/table-cache", words: Words{"テーブルの設定に残った文字", "text left in a table's settings"},
			dirty: func(d *desk) []string {
				t := facilityTable()
				d.s.table("A12", t)
				d.s.tableAt("施設表", 12, t, func(s string) string {
					s = strings.Replace(s, `name="人数"`, `name="人数" totalsRowLabel="担当 `+d.p.Solid()+`"`, 1)
					return strings.Replace(s, `displayName=`, `comment="`+d.told()+`" displayName=`, 1)
				})
				return d.both()
			},
			quiet: func(d *desk) {
				t := facilityTable()
				d.s.table("A12", t)
				d.s.set("A15", "合計", plainStyle)
				d.s.tableAt("施設表", 12, t, func(s string) string {
					s = strings.NewReplacer(`ref="A12:B14" totalsRowShown="0"`, `ref="A12:B15" totalsRowCount="1"`, `name="区分"`, `name="区分" totalsRowLabel="合計"`).Replace(s)
					return strings.Replace(s, `name="人数"/>`, `name="人数"><calculatedColumnFormula>IF(1=1,"人","")</calculatedColumnFormula></tableColumn>`, 1)
				})
			},
		},
		{
			id: "xlsx/rule-reference", words: Words{"条件や編集できる範囲に書かれた名前", "names in rules and editable ranges"},
			dirty: func(d *desk) []string {
				red := d.b.looks.dxf(`<font><color rgb="FFC00000"/></font>`)
				d.s.slots["conditionalFormatting"] = ruleXML("A4:A6", red, `type="cellIs" operator="equal"`, `"`+d.p.Solid()+`"`) + ruleXML("B4:B6", red, `type="cellIs" operator="equal"`, `"休館"`)
				d.s.slots["protectedRanges"] = `<protectedRanges><protectedRange sqref="C4:C6" name="` + d.people[1].Solid() + `"/></protectedRanges>`
				d.s.slots["cellWatches"] = `<cellWatches><cellWatch r="C4"/></cellWatches>`
				return []string{d.p.Solid(), d.people[1].Solid(), "cellWatch"}
			},
			quiet: func(d *desk) {
				red := d.b.looks.dxf(`<font><color rgb="FFC00000"/></font>`)
				d.s.slots["conditionalFormatting"] = ruleXML("B4:B6", red, `type="containsText" operator="containsText" text="休館"`, `NOT(ISERROR(SEARCH("休館",B4)))`)
				d.s.slots["autoFilter"] = `<autoFilter ref="A3:C6"><filterColumn colId="0"><filters><filter val="若葉町図書館"/></filters></filterColumn></autoFilter>`
			},
			change: lenient,
		},
		{
			id: "xlsx/header-footer", words: Words{"場所の記号と、使われていないヘッダー", "path codes and a header that is switched off"},
			dirty: func(d *desk) []string {
				d.s.slots["headerFooter"] = `<headerFooter><oddFooter>&amp;L&amp;Z&amp;F&amp;R&amp;P ページ</oddFooter><firstHeader>&amp;C` + d.told() + `</firstHeader></headerFooter>`
				return d.both()
			},
			quiet: func(d *desk) {
				d.s.slots["headerFooter"] = `<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"游ゴシック,太字"&amp;14お知らせ &amp;A</oddHeader><oddFooter>&amp;P / &amp;N</oddFooter><firstHeader>&amp;C表紙</firstHeader></headerFooter>`
			},
			change: func(c *Case) {
				lenient(c)
				c.Clean.Kept = append(c.Clean.Kept, "&amp;P ページ")
			},
		},
		{
			id: "xlsx/protection", words: Words{"シートとブックの保護", "protection of a sheet and of the workbook"},
			dirty: func(d *desk) []string {
				d.s.slots["sheetProtection"] = `<sheetProtection sheet="1" objects="1" scenarios="1"/>`
				d.b.view = `<workbookProtection lockStructure="1"/>`
				return []string{}
			},
			quiet: func(d *desk) {
				d.s.slots["sheetProtection"] = `<sheetProtection sheet="0"/>`
				d.b.view = `<workbookProtection/>` // as LibreOffice writes it
			},
			change: lenient,
		},
	}
}

// facilityTable is a small table without people.
func facilityTable() table {
	return table{heads: []string{"区分", "人数"}, rows: [][]any{{"大人", 3}, {"子ども", 4}}}
}
