package samples

import (
	"fmt"
	"strings"
)

// A note is one cell comment.
type note struct{ at, author, text string }

// comments writes legacy notes: the comments part and the boxes in VML.
func (s *sheet) comments(notes ...note) {
	b := s.book
	var authors, list, shapes strings.Builder
	for i, n := range notes {
		col, r := split(n.at)
		authors.WriteString("<author>" + esc(n.author) + "</author>")
		fmt.Fprintf(&list, `<comment ref="%s" authorId="%d" shapeId="0"><text><r><rPr><b/><sz val="9"/><color indexed="81"/><rFont val="MS P ゴシック"/></rPr><t xml:space="preserve">%s:&#10;</t></r><r><rPr><sz val="9"/><color indexed="81"/><rFont val="MS P ゴシック"/></rPr><t xml:space="preserve">%s</t></r></text></comment>`, n.at, i, esc(n.author), esc(n.text))
		fmt.Fprintf(&shapes, `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:108pt;height:60pt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`, 1025+i, i+1, r-1, col-1)
	}
	c := b.add(b.counter("xl/comments", ".xml"), ctSheetML+"comments+xml", xmlHead+`<comments xmlns="`+nsMain+`"><authors>`+authors.String()+`</authors><commentList>`+list.String()+`</commentList></comments>`)
	v := b.add(b.counter("xl/drawings/vmlDrawing", ".vml"), "", vml(`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`+shapes.String()))
	s.slots["legacyDrawing"] = `<legacyDrawing r:id="` + s.part.relate("vmlDrawing", v.name) + `"/>`
	s.part.relate("comments", c.name)
}

func vml(shapes string) string {
	return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` + shapes + `</xml>`
}

const nsThreads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"

// threads writes modern comments: the thread, the list of persons, and the note that older programs show instead.
func (s *sheet) threads(notes ...note) {
	b := s.book
	var list, persons strings.Builder
	var old []note
	for i, n := range notes {
		id, who := guid(2*i+1), guid(2*i+2)
		fmt.Fprintf(&list, `<threadedComment ref="%s" dT="2024-05-1%dT01:20:30.45" personId="%s" id="%s"><text>%s</text></threadedComment>`, n.at, i, who, id, esc(n.text))
		fmt.Fprintf(&persons, `<person displayName="%s" id="%s" userId="S::%s@kikaku.example::%s" providerId="AD"/>`, esc(n.author), who, "user"+itoa(i+1), strings.ToLower(strings.Trim(who, "{}")))
		old = append(old, note{n.at, "tc=" + id, "[スレッド化されたコメント]\n\nこのバージョンではこのコメントを読むことができます。\n\nコメント:\n    " + n.text})
	}
	t := b.add(b.counter("xl/threadedComments/threadedComment", ".xml"), "application/vnd.ms-excel.threadedcomments+xml", xmlHead+`<ThreadedComments xmlns="`+nsThreads+`">`+list.String()+`</ThreadedComments>`)
	s.part.link("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", relative("xl/worksheets", t.name), "")
	b.persons(persons.String())
	s.comments(old...)
}

// persons writes the list of people who commented; Excel writes it even when it is empty.
func (b *book) persons(list string) {
	b.add("xl/persons/person.xml", "application/vnd.ms-excel.person+xml", xmlHead+`<personList xmlns="`+nsThreads+`">`+list+`</personList>`)
	b.wb.link("http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml", "")
}

func guid(n int) string { return fmt.Sprintf("{5C0A7E1B-2D34-4F68-9A1C-0000000000%02X}", n) }

// external adds a link to another workbook with the cells that Excel keeps of it, so that formulas may say [1]Sheet!A1.
func (b *book) external(path, sheetName string, t *table) {
	p := b.add(b.counter("xl/externalLinks/externalLink", ".xml"), ctSheetML+"externalLink+xml", "")
	var data strings.Builder
	if t != nil {
		data.WriteString(`<sheetDataSet><sheetData sheetId="0">`)
		for i, cells := range append([][]any{headCells(*t)}, t.rows...) {
			fmt.Fprintf(&data, `<row r="%d">`, i+1)
			for j, v := range cells {
				kind := ""
				if _, ok := v.(string); ok {
					kind = ` t="str"`
				}
				fmt.Fprintf(&data, `<cell r="%s"%s><v>%s</v></cell>`, ref(j+1, i+1), kind, esc(fmt.Sprint(v)))
			}
			data.WriteString("</row>")
		}
		data.WriteString(`</sheetData></sheetDataSet>`)
	}
	id := p.link(nsRel+"/externalLinkPath", path, "External")
	p.data = []byte(xmlHead + `<externalLink xmlns="` + nsMain + `"><externalBook xmlns:r="` + nsRel + `" r:id="` + id + `"><sheetNames><sheetName val="` + esc(sheetName) + `"/></sheetNames>` + data.String() + `</externalBook></externalLink>`)
	b.links = append(b.links, `<externalReference r:id="`+b.wb.relate("externalLink", p.name)+`"/>`)
}

func headCells(t table) []any {
	list := make([]any, len(t.heads))
	for i, h := range t.heads {
		list[i] = h
	}
	return list
}

// embed puts a file into the workbook. With an icon it is an OLE object that the reader sees as a picture; without, only a
// relationship leads to it.
func (s *sheet) embed(data []byte, icon []byte) {
	b := s.book
	file := b.add(b.counter("xl/embeddings/Microsoft_Excel_Worksheet", ".xlsx"), "", string(data))
	id := s.part.relate("package", file.name)
	if icon == nil {
		return
	}
	img := b.add(b.counter("xl/media/image", ".png"), "", string(icon))
	v := b.add(b.counter("xl/drawings/vmlDrawing", ".vml"), "", "")
	rel := v.relate("image", img.name)
	v.data = []byte(vml(`<v:shapetype id="_x0000_t75" coordsize="21600,21600" o:spt="75" o:preferrelative="t" path="m@4@5l@4@11@9@11@9@5xe" filled="f" stroked="f"><v:path o:extrusionok="f" gradientshapeok="t" o:connecttype="rect"/><o:lock v:ext="edit" aspectratio="t"/></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t75" style="position:absolute;margin-left:60pt;margin-top:120pt;width:72pt;height:48pt;z-index:1" filled="t" stroked="t"><v:imagedata o:relid="` + rel + `" o:title=""/><x:ClientData ObjectType="Pict"><x:SizeWithCells/><x:Anchor>1, 0, 7, 0, 3, 0, 10, 0</x:Anchor><x:CF>Pict</x:CF><x:AutoPict/></x:ClientData></v:shape>`))
	s.slots["legacyDrawing"] = `<legacyDrawing r:id="` + s.part.relate("vmlDrawing", v.name) + `"/>`
	view := s.part.relate("image", img.name)
	object := `<oleObject progId="Excel.Sheet.12" shapeId="1025" r:id="` + id + `"`
	s.slots["oleObjects"] = `<oleObjects><mc:AlternateContent><mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` + object + `><objectPr defaultSize="0" r:id="` + view + `"><anchor moveWithCells="1"><from><xdr:col xmlns:xdr="` + nsSheet + `">1</xdr:col><xdr:colOff xmlns:xdr="` + nsSheet + `">0</xdr:colOff><xdr:row xmlns:xdr="` + nsSheet + `">7</xdr:row><xdr:rowOff xmlns:xdr="` + nsSheet + `">0</xdr:rowOff></from><to><xdr:col xmlns:xdr="` + nsSheet + `">3</xdr:col><xdr:colOff xmlns:xdr="` + nsSheet + `">0</xdr:colOff><xdr:row xmlns:xdr="` + nsSheet + `">10</xdr:row><xdr:rowOff xmlns:xdr="` + nsSheet + `">0</xdr:rowOff></to></anchor></objectPr></oleObject></mc:Choice><mc:Fallback>` + object + `/></mc:Fallback></mc:AlternateContent></oleObjects>`
}

// printer adds printer settings (a Windows DEVMODE with the printer's name and path) and a page setup that uses them.
func (s *sheet) printer(name string) {
	b := s.book
	p := b.add(b.counter("xl/printerSettings/printerSettings", ".bin"), "", string(devmode(name)))
	s.slots["pageSetup"] = `<pageSetup paperSize="9" orientation="landscape" r:id="` + s.part.relate("printerSettings", p.name) + `"/>`
}

// devmode is a printer name in UTF-16, padded to the fixed field, and zeros where a driver keeps its settings.
func devmode(name string) []byte {
	b := utf16le(name)
	return append(b, make([]byte, 604-len(b))...)
}

// thumbnail adds the small picture of the first page that Excel saves on request.
func (b *book) thumbnail(png []byte) {
	b.add("docProps/thumbnail.png", "", string(png))
	b.root.link(relPackage+"metadata/thumbnail", "docProps/thumbnail.png", "")
}

// tablePart makes a range of a sheet an Excel table.
func (s *sheet) tablePart(name string, t table) {
	b := s.book
	var cols strings.Builder
	for j, h := range t.heads {
		fmt.Fprintf(&cols, `<tableColumn id="%d" name="%s"/>`, j+1, esc(h))
	}
	part := b.counter("xl/tables/table", ".xml")
	id := strings.TrimSuffix(strings.TrimPrefix(part, "xl/tables/table"), ".xml")
	p := b.add(part, ctSheetML+"table+xml", fmt.Sprintf(xmlHead+`<table xmlns="%s" id="%s" name="%s" displayName="%s" ref="%s" totalsRowShown="0"><autoFilter ref="%s"/><tableColumns count="%d">%s</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`, nsMain, id, esc(name), esc(name), t.ref(), t.ref(), len(t.heads), cols.String()))
	s.slots["tableParts"] = `<tableParts count="1"><tablePart r:id="` + s.part.relate("table", p.name) + `"/></tableParts>`
}

// tableAt lays a table part over cells that begin in a row of column A; change edits its XML.
func (s *sheet) tableAt(name string, row int, t table, change func(string) string) {
	s.tablePart(name, t)
	p := s.book.parts[len(s.book.parts)-1]
	area := ref(1, row) + ":" + ref(len(t.heads), row+len(t.rows))
	p.data = []byte(change(strings.ReplaceAll(string(p.data), `ref="`+t.ref()+`"`, `ref="`+area+`"`)))
}

// filterTable lays a table part over cells and filters it.
func (s *sheet) filterTable(name string, row int, t table) {
	s.tableAt(name, row, t, func(x string) string {
		head, rest, _ := strings.Cut(x, `<autoFilter `)
		at, rest, _ := strings.Cut(rest, "/>")
		return head + `<autoFilter ` + at + `><filterColumn colId="0"><filters><filter val="該当なし"/></filters></filterColumn></autoFilter>` + rest
	})
}
