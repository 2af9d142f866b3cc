package samples

import (
	"fmt"
	"strings"
)

const (
	nsChart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsDraw  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsSheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
)

// series is one data series of a chart: references, and the values that Excel keeps beside them.
type series struct {
	nameRef, name string
	catRef        string
	cats          []string
	valRef        string
	vals          []float64
}

// chart draws a bar chart on a sheet and returns the chart's part. more stands at the end of the plot (an extLst, say).
func (s *sheet) chart(title string, list []series, more string) *part {
	b := s.book
	chart := b.add(b.counter("xl/charts/chart", ".xml"), ctChart, chartXML(title, list, more))
	s.draw(chart.name, "chart", func(id string) string {
		return `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="グラフ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="` + nsChart + `"><c:chart xmlns:c="` + nsChart + `" r:id="` + id + `"/></a:graphicData></a:graphic></xdr:graphicFrame>`
	})
	return chart
}

// chartOver puts a chart over cells of the notice, in the drawing that is there.
func (d *desk) chartOver(ground string, over shape) {
	chart := d.b.add(d.b.counter("xl/charts/chart", ".xml"), ctChart, strings.Replace(chartXML("定員", []series{d.capacity()}, ""), "</c:chart>", "</c:chart>"+ground, 1))
	id := d.b.find("xl/drawings/drawing1.xml").relate("chart", chart.name)
	frame := fmt.Sprintf(`<xdr:twoCellAnchor>%s%s<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9%s" name="グラフ"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%s" r:id="%s"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
		corner("from", over.col1, over.row1), corner("to", over.col2, over.row2), strings.TrimPrefix(id, "rId"), nsChart, nsChart, id)
	d.b.edit("xl/drawings/drawing1.xml", func(s string) string { return strings.Replace(s, "</xdr:wsDr>", frame+"</xdr:wsDr>", 1) })
}

// draw puts one object on a sheet, in a drawing part of its own.
func (s *sheet) draw(target, kind string, object func(id string) string) {
	b := s.book
	d := b.add(b.counter("xl/drawings/drawing", ".xml"), ctDrawing, "")
	id := d.relate(kind, target)
	d.data = []byte(xmlHead + `<xdr:wsDr xmlns:xdr="` + nsSheet + `" xmlns:a="` + nsDraw + `" xmlns:r="` + nsRel + `"><xdr:twoCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>13</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` + object(id) + `<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`)
	s.slots["drawing"] = `<drawing r:id="` + s.part.relate("drawing", d.name) + `"/>`
}

// picture puts a PNG on a sheet.
func (s *sheet) picture(data []byte) { s.image(data, ".png", "", "") }

// image puts a picture on a sheet: with the ending of its name, what stands inside of its blip, and what its frame shows of it.
func (s *sheet) image(data []byte, ending, blip, frame string) *part {
	media := s.book.add(s.book.counter("xl/media/image", ending), imageTypes[ending], string(data))
	s.draw(media.name, "image", func(id string) string {
		return `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="図 1" descr="市章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="` + id + `">` + blip + `</a:blip>` + frame + `<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="609600" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`
	})
	return media
}

// imageTypes are the content types of pictures that have no default.
var imageTypes = map[string]string{".emf": "image/x-emf", ".svg": "image/svg+xml", ".gif": "image/gif", ".wdp": "image/vnd.ms-photo"}

// chartXML writes a chart part.
func chartXML(title string, list []series, more string) string {
	var s strings.Builder
	s.WriteString(xmlHead + `<c:chartSpace xmlns:c="` + nsChart + `" xmlns:a="` + nsDraw + `" xmlns:r="` + nsRel + `"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP"/><a:t>` + esc(title) + `</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	for i, x := range list {
		s.WriteString("<c:ser>" + x.xml(i) + "</c:ser>")
	}
	s.WriteString(`<c:gapWidth val="150"/><c:axId val="501"/><c:axId val="502"/>` + more + `</c:barChart>`)
	axis := `<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>`
	s.WriteString(`<c:catAx><c:axId val="501"/>` + axis + `<c:axPos val="b"/><c:crossAx val="502"/></c:catAx><c:valAx><c:axId val="502"/>` + axis + `<c:axPos val="l"/><c:crossAx val="501"/></c:valAx>`)
	return s.String() + `</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

// xml writes the content of a c:ser element.
func (x series) xml(i int) string {
	var cats, vals strings.Builder
	for n, c := range x.cats {
		fmt.Fprintf(&cats, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, n, esc(c))
	}
	for n, v := range x.vals {
		fmt.Fprintf(&vals, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, n, num(v))
	}
	return fmt.Sprintf(`<c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>%s</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>%s</c:numCache></c:numRef></c:val>`,
		i, i, esc(x.nameRef), esc(x.name), esc(x.catRef), len(x.cats), cats.String(), esc(x.valRef), len(x.vals), vals.String())
}

// filtered is the extension that keeps a series which a reader has filtered out: its reference moves into an extension, its
// cached values stay.
func (x series) filtered(i int) string {
	const uri = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
	body := strings.NewReplacer(
		"<c:f>", `<c:extLst><c:ext uri="`+uri+`"><c15:formulaRef><c15:sqref>`,
		"</c:f>", "</c15:sqref></c15:formulaRef></c:ext></c:extLst>").Replace(x.xml(i))
	return `<c:extLst><c:ext uri="` + uri + `" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:filteredBarSeries><c15:ser>` + body + `</c15:ser></c15:filteredBarSeries></c:ext></c:extLst>`
}
