package samples

// cachePlaces are copies of data that the workbook keeps beside its cells.
func cachePlaces() []place {
	return []place{
		{
			id: "xlsx/pivot-cache", words: Words{"ピボットテーブルの中の元データ", "a pivot table's cache"},
			dirty: func(d *desk) []string {
				t := roster(d.people, "氏名", "電話番号", "住所")
				t.heads = append(t.heads, "区分")
				kinds := []string{"一般", "団体"}
				for i := range t.rows {
					t.rows[i] = append(t.rows[i], kinds[i%2])
				}
				d.b.sheet("集計", "").pivot(t, "名簿", 3, 0, kinds)
				return []string{d.p.Name(), d.p.Mobile, d.people[5].Address()}
			},
			quiet: func(d *desk) {
				t := table{heads: []string{"施設", "区分", "利用者数"}}
				kinds := []string{"屋内", "屋外"}
				for i := range 8 {
					t.rows = append(t.rows, []any{quarters[i] + "広場", kinds[i%2], 100 + i*7})
				}
				w := d.b.sheet("施設別", "")
				w.table("A1", t)
				d.b.sheet("集計", "").pivot(t, "施設別", 1, 0, kinds)
			},
		},
		{
			id: "xlsx/external-link-cache", words: Words{"ほかのブックの控え", "cells of another workbook"},
			dirty: func(d *desk) []string {
				t := d.roster()
				d.b.external("名簿.xlsx", "名簿", &t)
				d.s.line("A7", textStyle, "登録者数", formula{f: "COUNTA([1]名簿!$A$2:$A$7)", v: 6})
				return d.gone()
			},
			quiet: func(d *desk) { d.b.external("様式.xlsx", "様式", nil) },
		},
		{
			id: "xlsx/chart-cache", words: Words{"グラフの中の控え", "values kept inside a chart"}, dirty: filteredSeries,
			more:  map[string]plant{"dirty-hidden-source.xlsx": chartOverHidden},
			quiet: func(d *desk) { d.s.chart("定員", []series{d.capacity()}, "") },
			change: func(c *Case) {
				if c.File != "dirty.xlsx" { // the chart's axis goes on showing the names
					c.Places["xlsx/hidden-sheet"] = N(1)
					c.Clean.Exit, c.Clean.Verdict, c.Clean.People = nil, "", nil
				}
			},
		},
		{
			id: "ooxml/chart-workbook", words: Words{"グラフの裏のExcel", "the workbook behind a chart"},
			dirty: func(d *desk) []string {
				inner := newBook()
				inner.noProps = true
				inner.sheet("Sheet1", "").table("A1", d.roster())
				chart := d.s.chart("定員", []series{d.capacity()}, "")
				file := d.b.add("xl/embeddings/Microsoft_Excel_Worksheet.xlsx", "", string(inner.bytes()))
				id := chart.relate("package", file.name)
				chart.data = []byte(string(chart.data[:len(chart.data)-len("</c:chartSpace>")]) + `<c:externalData r:id="` + id + `"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
				return d.gone()
			},
			quiet:  func(d *desk) { d.s.chart("定員", []series{d.capacity()}, "") },
			change: exactly("ooxml/chart-workbook", 1),
		},
	}
}

// capacity is a series over the notice itself.
func (d *desk) capacity() series {
	return series{
		nameRef: "お知らせ!$C$3", name: "定員", catRef: "お知らせ!$A$4:$A$6", cats: []string{"みどり台公民館", "若葉町図書館", "桜ヶ丘体育館"},
		valRef: "お知らせ!$C$4:$C$6", vals: []float64{120, 80, 300},
	}
}

// filteredSeries keeps a series that the author has filtered out, with people as categories.
func filteredSeries(d *desk) []string {
	out := series{nameRef: "名簿!$B$1", name: "氏名", catRef: "名簿!$A$2:$A$7", valRef: "名簿!$B$2:$B$7"}
	gone := []string{}
	for i, p := range d.people {
		out.cats, out.vals = append(out.cats, p.Name()), append(out.vals, float64(10+i))
		gone = append(gone, p.Name())
	}
	d.s.chart("定員", []series{d.capacity()}, out.filtered(1))
	return gone
}

// chartOverHidden draws a chart whose bars are named after people in a hidden sheet. The reader sees the bars' names, so only
// the roster's other columns must be gone.
func chartOverHidden(d *desk) []string {
	t := roster(d.people, "氏名", "電話番号", "住所")
	t.heads = append(t.heads, "回数")
	x := series{nameRef: "作業!$D$1", name: "回数", catRef: "作業!$A$2:$A$7", valRef: "作業!$D$2:$D$7"}
	for i, p := range d.people {
		t.rows[i] = append(t.rows[i], 3+i)
		x.cats, x.vals = append(x.cats, p.Name()), append(x.vals, float64(3+i))
	}
	d.b.sheet("作業", "hidden").table("A1", t)
	d.s.chart("利用回数", []series{x}, "")
	return []string{d.p.Mobile, d.p.Address(), d.people[5].Mobile}
}
