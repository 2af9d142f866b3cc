package samples

import "strings"

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
			more:  map[string]plant{"dirty-hidden-source.xlsx": chartOverHidden, "dirty-labels.xlsx": labelsFromHidden, "dirty-later.xlsx": laterChart},
			quiet: func(d *desk) { d.s.chart("定員", []series{d.capacity()}, "") },
			change: func(c *Case) {
				switch c.File {
				case "dirty-hidden-source.xlsx": // the chart's axis goes on showing the names
					c.Places["xlsx/hidden-sheet"] = N(1)
					c.Clean.Exit, c.Clean.Verdict, c.Clean.People = nil, "", nil
				case "dirty-later.xlsx":
					c.Places["xlsx/hidden-sheet"] = N(1)
					c.Clean.Kept = append(c.Clean.Kept, "東の部屋", "西の部屋")
				case "dirty-labels.xlsx":
					c.Places["xlsx/hidden-sheet"] = N(1)
					c.Clean.Kept = append(c.Clean.Kept, "東の部屋", "西の部屋", "南の部屋", "年間の利用", "階", "東の町", "西の町")
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

// labelsFromHidden draws a chart over a hidden sheet that also gives it its labels, its titles and the lengths of its error bars: what a
// reader sees of them stays as text.
func labelsFromHidden(d *desk) []string {
	t := roster(d.people, "氏名", "電話番号", "住所")
	d.b.sheet("作業", "hidden").table("A1", t)
	chart := d.s.chart("利用", []series{d.capacity()}, "")
	linked := func(ref, text, look string) string {
		return `<c:title><c:tx><c:strRef><c:f>作業!` + ref + `</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>` + text + `</c:v></c:pt></c:strCache></c:strRef></c:tx><c:overlay val="0"/>` + look + `</c:title>`
	}
	const look = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1600" b="1"/></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`
	xml := string(chart.data)
	from, to := strings.Index(xml, "<c:title>"), strings.Index(xml, "<c:autoTitleDeleted")
	xml = xml[:from] + linked("$E$1", "年間の利用", look) + xml[to:]
	xml = strings.Replace(xml, `<c:axPos val="b"/>`, `<c:axPos val="b"/>`+linked("$E$2", "階", ""), 1)
	xml = strings.Replace(xml, "<c:cat>", "<c:cat>"+levels+"<!", 1)
	before, after, _ := strings.Cut(xml, "<!")
	_, after, _ = strings.Cut(after, "</c:strRef>")
	xml = before + after
	const bars = `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus><c:numRef><c:f>作業!$F$2:$F$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>7</c:v></c:pt><c:pt idx="1"><c:v>8</c:v></c:pt><c:pt idx="2"><c:v>9</c:v></c:pt></c:numCache></c:numRef></c:plus></c:errBars>`
	xml = strings.Replace(xml, "<c:cat>", cellLabels+bars+"<c:cat>", 1)
	var points strings.Builder
	for i, room := range []string{"東の部屋", "西の部屋", "南の部屋"} {
		points.WriteString(`<c:pt idx="` + itoa(i) + `"><c:v>` + room + `</c:v></c:pt>`)
	}
	chart.data = []byte(strings.Replace(xml, "</c:ser>", labelRange("作業!$G$2:$G$4", points.String())+"</c:ser>", 1))
	return []string{d.p.Name(), d.p.Mobile, d.people[5].Name(), d.people[5].Address()}
}

// levels are the names of the three rooms' houses, with their parts of the town around them.
const levels = `<c:multiLvlStrRef><c:f>作業!$A$2:$B$4</c:f><c:multiLvlStrCache><c:ptCount val="3"/><c:lvl><c:pt idx="0"><c:v>公民館</c:v></c:pt><c:pt idx="1"><c:v>図書館</c:v></c:pt><c:pt idx="2"><c:v>体育館</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>東の町</c:v></c:pt><c:pt idx="2"><c:v>西の町</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>`

// cellLabels are the labels of three points that show cells: the first has a text of its own with a field in it, the others have none.
const cellLabels = `<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{6B6F3C1A-0000-4000-8000-000000000001}" type="CELLRANGE"><a:rPr lang="ja-JP" b="1"/><a:pPr/><a:t>[CELLRANGE]</a:t></a:fld><a:endParaRPr lang="ja-JP"/></a:p></c:rich></c:tx><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>` +
	`<c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator>：</c:separator><c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showDataLabelsRange val="1"/><c15:showLeaderLines val="0"/></c:ext></c:extLst></c:dLbls>`

// labelRange are the cells that labels take their texts from.
func labelRange(ref, points string) string {
	return `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange><c15:f>` + ref + `</c15:f><c15:dlblRangeCache><c:ptCount val="` + itoa(strings.Count(points, "<c:pt ")) + `"/>` + points + `</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`
}
