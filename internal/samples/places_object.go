package samples

import (
	"encoding/base64"
	"strings"
)

// objectPlaces are things that stand on a sheet beside its cells: shapes, controls, what is in a chart and not drawn.
func objectPlaces() []place {
	return []place{
		{
			id: "xlsx/hidden-shape", words: Words{"かくした図形の中の文字", "text in a shape that is switched off"},
			dirty: func(d *desk) []string {
				d.anchors(caption(2, "", "案内"), caption(3, ` hidden="1"`, d.told()), caption(4, "", "受付"))
				return d.both()
			},
			more: map[string]plant{
				"dirty-flat.xlsx": func(d *desk) []string { // of no size, and stored twice
					b := strings.Replace(caption(3, "", d.told()), "<xdr:row>9</xdr:row>", "<xdr:row>3</xdr:row>", 1)
					b = strings.Replace(b, "<xdr:col>6</xdr:col>", "<xdr:col>4</xdr:col>", 1)
					d.anchors(twice(b, b), caption(4, "", "受付"))
					return d.both()
				},
			},
			quiet: func(d *desk) { // programs write no size into a shape that its anchor sizes; the twin of a control is hidden
				flat := strings.ReplaceAll(caption(2, "", "案内"), `cx="609600" cy="304800"`, `cx="0" cy="0"`)
				control := strings.Replace(caption(3, ` hidden="1"`, "押す"), `hidden="1"/>`, `hidden="1"><a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" spid="_x0000_s1025"/></a:ext></a:extLst></xdr:cNvPr>`, 1)
				d.anchors(flat, control)
			},
			change: func(c *Case) { c.Clean.Kept = append(c.Clean.Kept, "受付") },
		},
		{
			id: "ooxml/alt-text", words: Words{"図とリンクの説明に書かれた連絡先", "a contact in the descriptions of a picture and a link"}, change: described,
			dirty: func(d *desk) []string {
				q := d.people[1]
				d.anchors(caption(2, ` descr="受付の写真　`+d.told()+`" title="電話 `+d.people[2].Mobile+`"`, "案内"))
				d.s.set("A10", "市のページ", plainStyle)
				d.links("A10", "https://www.hinata.example/shisetsu/")
				d.s.slots["hyperlinks"] = strings.Replace(d.s.slots["hyperlinks"], " r:id", ` tooltip="電話 `+q.Mobile+`" r:id`, 1)
				return append(d.both(), q.Mobile, d.people[2].Mobile)
			},
			quiet: func(d *desk) { d.anchors(caption(2, ` descr="受付の写真" title="受付"`, "案内")) },
		},
		{
			id: "ooxml/fallback-copy", words: Words{"古いソフト向けの控えに残った前の文字", "former text in the copy for older programs"},
			dirty: func(d *desk) []string {
				d.anchors(caption(2, "", "案内"), twice(caption(3, "", "窓口"), caption(3, "", d.told())), caption(4, "", "受付"))
				return d.both()
			},
			quiet: func(d *desk) { // the same twice; and a picture for programs that know no such chart, which says so
				same := caption(3, "", "窓口")
				d.anchors(twice(same, same), twice(strings.Replace(same, "<a:t>窓口</a:t>", "", 1), caption(4, "", "このグラフは、お使いのバージョンのExcelでは利用できません。")))
			},
			change: func(c *Case) { c.Clean.Kept = append(c.Clean.Kept, "窓口", "受付") },
		},
		{
			id: "xlsx/chart-text", words: Words{"グラフに残った、表示していないラベル", "labels in a chart that are switched off"},
			dirty: func(d *desk) []string {
				chart := d.s.chart("定員", []series{d.capacity()}, "")
				chart.data = []byte(strings.Replace(string(chart.data), "</c:ser>", dataLabels(d.told())+"</c:ser>", 1))
				return d.both()
			},
			more: map[string]plant{
				"dirty-point.xlsx": func(d *desk) []string { // one label of three was deleted; its text was left
					chart := d.s.chart("定員", []series{d.capacity()}, "")
					xml := strings.Replace(string(chart.data), "<c:cat>", cellLabels+"<c:cat>", 1)
					xml = strings.Replace(xml, "</c:dLbl>", `</c:dLbl><c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>`, 1)
					points := `<c:pt idx="0"><c:v>広い</c:v></c:pt><c:pt idx="1"><c:v>` + d.told() + `</c:v></c:pt><c:pt idx="2"><c:v>静か</c:v></c:pt>`
					chart.data = []byte(strings.Replace(xml, "</c:ser>", labelRange("お知らせ!$D$4:$D$6", points)+"</c:ser>", 1))
					return d.both()
				},
				"dirty-axis.xlsx": func(d *desk) []string {
					chart := d.s.chart("定員", []series{d.capacity()}, "")
					const off = `<c:delete val="1"/>`
					axis := off + `<c:axPos val="b"/><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>` + d.told() + `</a:t></a:r></a:p></c:rich></c:tx></c:title>`
					chart.data = []byte(strings.Replace(string(chart.data), `<c:delete val="0"/><c:axPos val="b"/>`, axis, 1))
					return d.both()
				},
			},
			quiet: func(d *desk) {
				chart := d.s.chart("定員", []series{d.capacity()}, "")
				const shown = `<c:dLbls><c:showVal val="0"/><c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>`
				chart.data = []byte(strings.Replace(string(chart.data), "</c:ser>", shown+dataLabels("定員")+"</c:ser>", 1))
			},
		},
		{
			id: "xlsx/form-control", words: Words{"入力欄（ActiveX）に残った文字", "what was typed into an ActiveX control"},
			dirty: func(d *desk) []string {
				d.control(d.told())
				return d.both()
			},
			quiet: func(d *desk) { // a control of Excel's own
				p := d.b.add("xl/ctrlProps/ctrlProp1.xml", "application/vnd.ms-excel.controlproperties+xml", xmlHead+`<formControlPr xmlns="`+nsX14+`" objectType="CheckBox" fmlaLink="$E$1" lockText="1"/>`)
				d.s.part.relate("ctrlProp", p.name)
			},
		},
	}
}

// caption is a text box with its anchor, one below the other.
func caption(id int, attrs, text string) string {
	n := itoa(id)
	return `<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
		`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="` + n + `" name="テキスト ボックス ` + n + `"` + attrs + `/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="609600" cy="304800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>` + esc(text) + `</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`
}

// twice is an anchor with two boxes: one for today's programs, and one for older ones.
func twice(now, old string) string {
	_, rest, _ := strings.Cut(now, "</xdr:to>")
	shape, _, _ := strings.Cut(rest, "<xdr:clientData/>")
	_, rest, _ = strings.Cut(old, "</xdr:to>")
	other, _, _ := strings.Cut(rest, "<xdr:clientData/>")
	return strings.Replace(now, shape, `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><mc:Choice Requires="a14">`+shape+`</mc:Choice><mc:Fallback>`+other+`</mc:Fallback></mc:AlternateContent>`, 1)
}

// anchors puts anchors on the notice.
func (d *desk) anchors(list ...string) { d.s.drawing(strings.Join(list, "")) }

// dataLabels are labels that a series takes from cells.
func dataLabels(text string) string {
	return labelRange("お知らせ!$D$4", `<c:pt idx="0"><c:v>`+esc(text)+`</c:v></c:pt>`)
}

// control puts an ActiveX text box on the sheet that keeps a text.
func (d *desk) control(text string) {
	x := d.b.add("xl/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", "")
	bin := d.b.add("xl/activeX/activeX1.bin", "application/vnd.ms-office.activeX", "\x10\x1d\xd2\x8b\x42\xec\xce\x11"+string(utf16le(text))+"\x00\x00")
	id := x.link("http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary", relative("xl/activeX", bin.name), "")
	x.data = []byte(xmlHead + `<ax:ocx ax:classid="{8BD21D10-EC42-11CE-9E0D-00AA006002F3}" ax:persistence="persistStreamInit" r:id="` + id + `" xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" xmlns:r="` + nsRel + `"/>`)
	d.s.slots["controls"] = `<controls><control shapeId="1026" r:id="` + d.s.part.relate("control", x.name) + `" name="TextBox1"/></controls>`
}

// mashup is a part of queries: a package with a formula, in Base64.
func mashup(formula string) string {
	file := zipBytes([]member{{name: []byte("Formulas/Section1.m"), data: []byte(formula)}}, "")
	data := append(le(uint32(0), uint32(len(file))), file...)
	data = append(data, le(uint32(0), uint32(0), uint32(0))...)
	return xmlHead + `<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">` + base64.StdEncoding.EncodeToString(data) + `</DataMashup>`
}
