package samples

import (
	"fmt"
	"strings"
)

const (
	nsWord   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	ctWordML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	wordHead = ` xmlns:w="` + nsWord + `" xmlns:r="` + nsRel + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="` + nsDraw +
		`" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
)

// A text is a Word document under construction.
type text struct {
	pack
	main     *part
	set      *part // the settings
	body     strings.Builder
	styles   string  // further style elements
	settings string  // further elements of the settings
	headers  *string // references to headers, where they are not those of every page
	titled   bool    // first pages have headers of their own
	changes  int
}

// newText starts a document.
func newText() *text {
	d := &text{}
	d.main = d.add("word/document.xml", ctWordML+"document.main+xml", "")
	d.root.relate("officeDocument", d.main.name)
	d.set = d.add("word/settings.xml", ctWordML+"settings+xml", "")
	d.main.relate("settings", d.set.name)
	return d
}

// A style of run is the content of its rPr element.
func run(props, s string) string {
	if props != "" {
		props = "<w:rPr>" + props + "</w:rPr>"
	}
	return `<w:r>` + props + `<w:t xml:space="preserve">` + esc(s) + `</w:t></w:r>`
}

// p wraps runs in a paragraph; props is the content of its pPr element.
func p(props string, runs ...string) string {
	if props != "" {
		props = "<w:pPr>" + props + "</w:pPr>"
	}
	return "<w:p>" + props + strings.Join(runs, "") + "</w:p>"
}

// say appends a plain paragraph for each text.
func (d *text) say(list ...string) {
	for _, s := range list {
		d.put(p("", run("", s)))
	}
}

// put appends blocks as they are.
func (d *text) put(blocks ...string) { d.body.WriteString(strings.Join(blocks, "")) }

// A look says how a table's cells look: the content of tcPr and of the rPr of a cell.
type look func(row, col int) (cell, run string)

// shaded is the look of most tables: white letters on a dark first row.
func shaded(row, _ int) (cell, run string) {
	if row == 0 {
		return `<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>`, `<w:b/><w:color w:val="FFFFFF"/>`
	}
	return "", ""
}

// table appends a table.
func (d *text) table(t table, how look) {
	d.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="1800"/>`, len(t.heads)) + `</w:tblGrid>`)
	for i, cells := range append([][]any{headCells(t)}, t.rows...) {
		d.put("<w:tr>")
		for j, v := range cells {
			cell, props := how(i, j)
			d.put(`<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/>` + cell + `</w:tcPr>` + p("", run(props, field(v, 0))) + `</w:tc>`)
		}
		d.put("</w:tr>")
	}
	d.put("</w:tbl>", p(""))
}

// by are the attributes of a tracked change.
func (d *text) by(author string) string {
	d.changes++
	return fmt.Sprintf(` w:id="%d" w:author="%s" w:date="2024-05-1%dT09:30:00Z"`, 100+d.changes, esc(author), d.changes%10)
}

// del is a tracked deletion, ins a tracked insertion.
func (d *text) del(author, s string) string {
	return `<w:del` + d.by(author) + `><w:r><w:delText xml:space="preserve">` + esc(s) + `</w:delText></w:r></w:del>`
}

func (d *text) ins(author, s string) string {
	return `<w:ins` + d.by(author) + `>` + run("", s) + `</w:ins>`
}

// alone makes the references to headers what they are said to be.
func (d *text) alone(refs string) { d.headers = &refs }

// story adds a header, footer or part of notes; root is its element, kind that of its relationship.
func (d *text) story(kind, root, content string) (id string) {
	part := d.add("word/"+kind+"1.xml", ctWordML+kind+"+xml", xmlHead+`<w:`+root+wordHead+`>`+content+`</w:`+root+`>`)
	return d.main.relate(kind, part.name)
}

// A remark is a comment on the text that mark wraps.
type remark struct{ author, text string }

// remarks writes the comments, with the parts that Word keeps beside them.
func (d *text) remarks(list ...remark) {
	var s, ex, people strings.Builder
	for i, r := range list {
		fmt.Fprintf(&s, `<w:comment w:id="%d" w:author="%s" w:date="2024-05-10T10:00:00Z" w:initials="%s"><w:p w14:paraId="5A0000%02X"><w:r><w:annotationRef/></w:r>%s</w:p></w:comment>`, i, esc(r.author), esc(r.author[:3]), i, run("", r.text))
		fmt.Fprintf(&ex, `<w15:commentEx w15:paraId="5A0000%02X" w15:done="0"/>`, i)
		fmt.Fprintf(&people, `<w15:person w15:author="%s"><w15:presenceInfo w15:providerId="AD" w15:userId="S::user%d@kikaku.example::0"/></w15:person>`, esc(r.author), i)
	}
	const w15 = ` xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
	d.add("word/comments.xml", ctWordML+"comments+xml", xmlHead+`<w:comments`+wordHead+` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">`+s.String()+`</w:comments>`)
	d.main.relate("comments", "word/comments.xml")
	d.add("word/commentsExtended.xml", ctWordML+"commentsExtended+xml", xmlHead+`<w15:commentsEx`+w15+`>`+ex.String()+`</w15:commentsEx>`)
	d.main.link("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml", "")
	d.add("word/people.xml", ctWordML+"people+xml", xmlHead+`<w15:people`+w15+`>`+people.String()+`</w15:people>`)
	d.main.link("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml", "")
}

// remarked wraps a run in the marks of a comment.
func remarked(n int, s string) string {
	return fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>%s<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, n, run("", s), n, n)
}

// complexField is a field of several runs: its code, and the result that a reader sees.
func complexField(code, result string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return char("begin") + `<w:r><w:instrText xml:space="preserve">` + esc(code) + `</w:instrText></w:r>` + char("separate") + run("", result) + char("end")
}

// textBox is a shape with text, as Word writes it twice: for itself and for older programs. Fill is RRGGBB.
func textBox(hidden bool, fill, content string) string {
	flag, style := "", ""
	if hidden {
		flag, style = ` hidden="1"`, ";visibility:hidden"
	}
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2880000" cy="720000"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="テキスト ボックス 7"` + flag + `/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2880000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="` + fill + `"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent>` + content +
		`</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect id="_x0000_s1026" style="position:absolute;width:226pt;height:56pt` + style + `" fillcolor="#` + fill + `"><v:textbox><w:txbxContent>` + content + `</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

// inlineChart puts a chart into a paragraph.
func (d *text) inlineChart(chart *part) string {
	id := d.main.relate("chart", chart.name)
	return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="3150000"/><wp:docPr id="3" name="グラフ 3"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="` + nsChart + `"><c:chart xmlns:c="` + nsChart + `" r:id="` + id + `"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

const wordStyles = `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>`

// bytes writes the document.
func (d *text) bytes() []byte {
	d.add("word/styles.xml", ctWordML+"styles+xml", xmlHead+`<w:styles xmlns:w="`+nsWord+`">`+wordStyles+d.styles+`</w:styles>`)
	d.main.relate("styles", "word/styles.xml")
	d.set.data = []byte(xmlHead + `<w:settings` + wordHead + `><w:zoom w:percent="100"/>` + d.settings + `</w:settings>`)
	sect := `<w:sectPr>`
	if d.headers != nil {
		sect += *d.headers
	}
	for _, kind := range [...]string{"header", "footer"} {
		for _, pt := range d.parts {
			if pt.name == "word/"+kind+"1.xml" && d.headers == nil {
				sect += `<w:` + kind + `Reference w:type="default" r:id="` + d.relTo(kind) + `"/>`
			}
		}
	}
	sect += `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1701" w:bottom="1701" w:left="1701" w:header="851" w:footer="992" w:gutter="0"/>`
	if d.titled {
		sect += `<w:titlePg/>`
	}
	sect += `</w:sectPr>`
	d.main.data = []byte(xmlHead + `<w:document` + wordHead + `><w:body>` + d.body.String() + sect + `</w:body></w:document>`)
	return d.pack.bytes()
}

// relTo returns the ID of the relationship of a kind.
func (d *text) relTo(kind string) string {
	for i, rel := range d.main.rels {
		if strings.Contains(rel, `/`+kind+`"`) {
			return fmt.Sprintf("rId%d", i+1)
		}
	}
	return ""
}

// Word returns a small Word document whose body is given as markup, for tests of other packages.
func Word(body string) []byte {
	d := newText()
	d.put(body)
	return d.bytes()
}
