package samples

import "strings"

// Kinds of sheets and caches that only Excel writes: macro sheets and dialogs of old Excel, charts of the later kind, timelines.

// otherSheet adds a hidden tab of another kind than a worksheet; root is the name of its element.
func (d *desk) otherSheet(folder, ctype, rel, root, content string) {
	s := d.b.sheet("旧処理", "hidden")
	name := "xl/" + folder + "/sheet1.xml"
	s.part.name, s.part.ctype = name, ctype
	for i, r := range d.b.wb.rels {
		if strings.Contains(r, `Id="`+s.rel+`"`) {
			d.b.wb.rels[i] = `<Relationship Id="` + s.rel + `" Type="` + rel + `" Target="` + relative("xl", name) + `"/>`
		}
	}
	d.b.finish()
	s.part.data = []byte(xmlHead + `<` + root + ` xmlns="` + nsMain + `" xmlns:r="` + nsRel + `" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">` + content + `</` + root + `>`)
}

// macroSheet hides a sheet with a macro of Excel 4: a text it shows, and one that it computes from.
func macroSheet(kind, ctype string) plant {
	return func(d *desk) []string {
		d.otherSheet("macrosheets", ctype, "http://schemas.microsoft.com/office/2006/relationships/"+kind, "xm:macrosheet",
			`<sheetData><row r="1"><c r="A1" t="str"><f>ALERT("`+esc(d.told())+`")</f><v>`+esc(d.people[1].Solid()+"　"+d.people[1].Mobile)+`</v></c></row></sheetData>`)
		d.b.wb.ctype = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
		return append(d.both(), d.people[1].Solid(), d.people[1].Mobile, "旧処理")
	}
}

// dialogSheet hides a dialog of Excel 5 with people in its header.
func dialogSheet(d *desk) []string {
	d.otherSheet("dialogsheets", ctSheetML+"dialogsheet+xml", nsRel+"/dialogsheet", "dialogsheet",
		`<headerFooter><oddHeader>&amp;L連絡先　`+esc(d.told())+`</oddHeader></headerFooter>`)
	return append(d.both(), "旧処理")
}

const nsChartEx = "http://schemas.microsoft.com/office/drawing/2014/chartex"

// laterChart draws a chart of the later kind (a treemap) over a hidden sheet: what it shows stays, the rest of the roster goes.
func laterChart(d *desk) []string {
	t := roster(d.people, "氏名", "電話番号", "住所")
	d.b.sheet("作業", "hidden").table("A1", t)
	var names, sizes strings.Builder
	for i, room := range []string{"東の部屋", "西の部屋"} {
		names.WriteString(`<cx:pt idx="` + itoa(i) + `">` + room + `</cx:pt>`)
		sizes.WriteString(`<cx:pt idx="` + itoa(i) + `">` + itoa(3+i) + `</cx:pt>`)
	}
	x := d.b.add("xl/charts/chartEx1.xml", "application/vnd.ms-office.chartex+xml", xmlHead+`<cx:chartSpace xmlns:cx="`+nsChartEx+`" xmlns:a="`+nsDraw+`" xmlns:r="`+nsRel+`"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>作業!$A$2:$A$3</cx:f><cx:lvl ptCount="2">`+names.String()+`</cx:lvl></cx:strDim><cx:numDim type="size"><cx:f>作業!$D$2:$D$3</cx:f><cx:lvl ptCount="2" formatCode="General">`+sizes.String()+`</cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="treemap" uniqueId="`+guid(3)+`"><cx:dataLabels/><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`)
	d.s.chart("定員", []series{d.capacity()}, "")
	drawing := d.b.find("xl/drawings/drawing1.xml")
	id := drawing.link("http://schemas.microsoft.com/office/2014/relationships/chartEx", relative("xl/drawings", x.name), "")
	frame := `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" Requires="cx1"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="グラフ 7"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="` + nsChartEx + `"><cx:chart xmlns:cx="` + nsChartEx + `" r:id="` + id + `"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>`
	d.anchored(frame, 17, 25)
	return []string{d.p.Name(), d.p.Mobile, d.people[5].Address()}
}

// anchored puts one more object on the drawing of the notice, from one row to another.
func (d *desk) anchored(object string, from, to int) {
	d.b.edit("xl/drawings/drawing1.xml", func(s string) string {
		return strings.Replace(s, "</xdr:wsDr>", `<xdr:twoCellAnchor>`+corner("from", 7, from)+corner("to", 13, to)+object+`<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`, 1)
	})
}

// timeline shows the months of a pivot table that is there no longer; its cache and its caption tell about people.
func timeline(d *desk) []string {
	const cache, name = "タイムライン_受付日", "受付日 1"
	told := d.told()
	def := d.b.add("xl/timelineCaches/timelineCache1.xml", "application/vnd.ms-excel.timelineCache+xml", xmlHead+`<timelineCacheDefinition xmlns="`+nsX15+`" name="`+cache+`" sourceName="`+esc(told)+`"><state minimalRefreshVersion="6" lastRefreshVersion="6" pivotCacheId="1" filterType="unknown"><bounds startDate="2024-01-01T00:00:00" endDate="2025-01-01T00:00:00"/></state></timelineCacheDefinition>`)
	d.b.tail = `<extLst><ext uri="{D0CA8CA8-9F24-4464-BF8E-62219DCF47F9}" xmlns:x15="` + nsX15 + `"><x15:timelineCacheRefs><x15:timelineCacheRef r:id="` + d.b.wb.link(relOffice+"timelineCache", relative("xl", def.name), "") + `"/></x15:timelineCacheRefs></ext></extLst>`
	d.b.name(cache, "", "#N/A")
	shown := d.b.add("xl/timelines/timeline1.xml", "application/vnd.ms-excel.timeline+xml", xmlHead+`<timelines xmlns="`+nsX15+`"><timeline name="`+name+`" cache="`+cache+`" caption="`+d.people[1].Solid()+`さんの受付" level="2" selectionLevel="2"/></timelines>`)
	d.s.slots["extLst"] = `<extLst><ext uri="{7E03D99C-DC04-49d9-9315-930204A7B6E9}" xmlns:x15="` + nsX15 + `"><x15:timelineRefs><x15:timelineRef r:id="` + d.s.part.link(relOffice+"timeline", relative("xl/worksheets", shown.name), "") + `"/></x15:timelineRefs></ext></extLst>`
	d.s.chart("定員", []series{d.capacity()}, "")
	d.anchored(`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:tsle="http://schemas.microsoft.com/office/drawing/2012/timeslicer"><mc:Choice Requires="tsle"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="`+name+`"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2012/timeslicer"><tsle:timeslicer name="`+name+`"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent>`, 17, 25)
	return append(d.both(), d.people[1].Solid(), cache)
}

// viewNames are the names in which Excel keeps what a saved view hides and prints.
func viewNames(d *desk) []string {
	const id = "{5C0A7E1B-2D34-4F68-9A1C-0000000000A1}"
	const prefix = "Z_5C0A7E1B_2D34_4F68_9A1C_0000000000A1_.wvu."
	d.b.tail = `<customWorkbookViews><customWorkbookView name="` + d.p.Solid() + `用" guid="` + id + `" maximized="1" windowWidth="1900" windowHeight="900" activeSheetId="1"/></customWorkbookViews>`
	d.s.slots["customSheetViews"] = `<customSheetViews><customSheetView guid="` + id + `" hiddenRows="1" hiddenColumns="1"/></customSheetViews>`
	d.b.name(prefix+"Rows", ` localSheetId="0" hidden="1"`, "お知らせ!$4:$5")
	d.b.name(prefix+"Cols", ` localSheetId="0" hidden="1"`, "お知らせ!$C:$C")
	return []string{d.p.Solid(), "customSheetView", prefix}
}

// coveredByGroup lays two boxes of one group over the rows of people; between them there is a gap.
func coveredByGroup(d *desk) []string {
	d.underRoster()
	d.s.drawing(groupOver(""))
	return []string{d.people[0].Name(), d.people[3].Name(), d.people[0].Mobile}
}

// groupOver is a group of two boxes over rows 11 to 14; attrs such as ` hidden="1"`.
func groupOver(attrs string) string {
	const wide, high = 3 * 1085850, 4 * 238125
	half := func(id, y int) string {
		s := shapeXML(id, "rect", solidFill("000000"), "", wide, high/2)
		return strings.Replace(s, `<a:off x="0" y="0"/>`, `<a:off x="0" y="`+itoa(y)+`"/>`, 1)
	}
	group := `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="2" name="グループ 1"` + attrs + `/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + itoa(wide) + `" cy="` + itoa(high) + `"/><a:chOff x="0" y="0"/><a:chExt cx="` + itoa(wide) + `" cy="` + itoa(high) + `"/></a:xfrm></xdr:grpSpPr>` + half(3, 0) + half(4, high/2) + `</xdr:grpSp>`
	return `<xdr:twoCellAnchor>` + corner("from", 0, 10) + corner("to", 3, 14) + group + `<xdr:clientData/></xdr:twoCellAnchor>`
}
