package samples

import (
	"fmt"
	"strings"
)

// An overlay is an object in front of the text. Lengths are in points; x and y are measured from the column and the paragraph.
type overlay struct {
	x, y, w, h int
	wrap, fill string // wrapNone and black if empty; "none" fills nothing
	inner      string // paragraphs of its own
	fromPage   bool
	picture    string // relationship of a picture
	as         form
}

// A form is what an overlay is drawn as, if it is no plain shape.
type form int

const (
	plainForm form = iota
	group          // two shapes side by side in a group
	canvas         // a shape on a canvas
	turned         // by a quarter
	byHand         // a rectangle drawn as a line
)

const nsMS = "http://schemas.microsoft.com/office/word/2010/wordprocessing"

// formed puts the shape of an overlay into its form.
func (o overlay) formed(shape string) (uri, what string) {
	uri, what = nsMS+"Shape", shape
	switch o.as {
	case group:
		uri = nsMS + "Group"
		half := fmt.Sprintf(`<a:ext cx="%d" cy="%d"/>`, o.w*12700/2, o.h*12700)
		whole := fmt.Sprintf(`<a:ext cx="%d" cy="%d"/>`, o.w*12700, o.h*12700)
		left := strings.Replace(shape, whole, half, 1)
		right := strings.Replace(left, `<a:off x="0" y="0"/>`, fmt.Sprintf(`<a:off x="%d" y="0"/>`, o.w*12700/2), 1)
		what = `<wpg:wgp xmlns:wpg="` + uri + `"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>` + whole + `<a:chOff x="0" y="0"/>` + strings.Replace(whole, "a:ext", "a:chExt", 1) + `</a:xfrm></wpg:grpSpPr>` + left + right + `</wpg:wgp>`
	case canvas:
		uri = nsMS + "Canvas"
		what = `<wpc:wpc xmlns:wpc="` + uri + `"><wpc:bg/><wpc:whole/>` + shape + `</wpc:wpc>`
	case turned:
		what = strings.Replace(shape, "<a:xfrm>", `<a:xfrm rot="5400000">`, 1)
	case byHand:
		at := func(name string, x, y int) string {
			return fmt.Sprintf(`<a:%s><a:pt x="%d" y="%d"/></a:%s>`, name, x, y, name)
		}
		what = strings.Replace(shape, `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`, `<a:custGeom><a:avLst/><a:pathLst><a:path w="9" h="9">`+at("moveTo", 0, 0)+at("lnTo", 9, 0)+at("lnTo", 9, 9)+at("lnTo", 0, 9)+`<a:close/></a:path></a:pathLst></a:custGeom>`, 1)
	}
	return uri, what
}

func (o overlay) drawing() string {
	wrap, fill, from := `<wp:wrapNone/>`, `<a:solidFill><a:srgbClr val="000000"/></a:solidFill>`, "paragraph"
	if o.wrap != "" {
		wrap = o.wrap
	}
	switch o.fill {
	case "":
	case "none":
		fill = `<a:noFill/>`
	default:
		fill = `<a:solidFill><a:srgbClr val="` + o.fill + `"/></a:solidFill>`
	}
	if o.fromPage {
		from = "page"
	}
	size := fmt.Sprintf(`cx="%d" cy="%d"`, o.w*12700, o.h*12700)
	geom := `<a:xfrm><a:off x="0" y="0"/><a:ext ` + size + `/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	what := `<wps:wsp><wps:cNvSpPr/><wps:spPr>` + geom + fill + `</wps:spPr>`
	if o.inner != "" {
		what += `<wps:txbx><w:txbxContent>` + o.inner + `</w:txbxContent></wps:txbx>`
	}
	uri, what := o.formed(what + `<wps:bodyPr/></wps:wsp>`)
	if o.picture != "" {
		uri = nsPicture
		what = `<pic:pic xmlns:pic="` + nsPicture + `"><pic:nvPicPr><pic:cNvPr id="0" name="図"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + o.picture + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>` + geom + `</pic:spPr></pic:pic>`
	}
	before, behind := "", ""
	if o.as == canvas { // as Word writes it: LibreOffice opens no canvas that stands by itself
		before, behind = `<mc:AlternateContent><mc:Choice xmlns:wpc="`+uri+`" Requires="wpc">`, `</mc:Choice></mc:AlternateContent>`
	}
	return `<w:r>` + before + `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="5" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
		fmt.Sprintf(`<wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV>`, o.x*12700, from, o.y*12700) +
		`<wp:extent ` + size + `/>` + wrap + `<wp:docPr id="9" name="図形 9"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="` + uri + `">` + what + `</a:graphicData></a:graphic></wp:anchor></w:drawing>` + behind + `</w:r>`
}

// bar is a VML rectangle in front of the text, as older programs write it.
func bar(x, y, w, h int) string {
	return fmt.Sprintf(`<w:r><w:pict><v:rect id="bar" style="position:absolute;margin-left:%dpt;margin-top:%dpt;width:%dpt;height:%dpt;z-index:1" fillcolor="black"/></w:pict></w:r>`, x, y, w, h)
}

// coveredWord are contacts below objects that lie in front of the text.
func coveredWord() wordPlace {
	over := func(o overlay) func(l *paper) []string {
		return func(l *paper) []string {
			l.put(p("", o.drawing(), run("", l.told())))
			return l.both()
		}
	}
	return wordPlace{
		place: place{id: "docx/covered-text", words: Words{"黒い四角を上に置いただけの連絡先", "a contact with a black box laid over it"}},
		dirty: over(overlay{w: 420, h: 20}),
		more: map[string]func(l *paper) []string{
			"dirty-white.docx": over(overlay{w: 420, h: 20, fill: "FFFFFF", inner: p("", run("", "非公開"))}),
			"dirty-part.docx": func(l *paper) []string { // the label and what follows stay in sight
				l.put(p("", overlay{x: 31, w: 64, h: 18}.drawing(), run("", "氏名："+l.people[1].Solid()), run("", "　　　　　　　（敬称は省きました）")))
				return []string{l.people[1].Solid()}
			},
			"dirty-below.docx": func(l *paper) []string { // it hangs on the paragraph above
				l.put(p("", overlay{y: 16, w: 420, h: 40}.drawing(), run("", "連絡先は次のとおりです。")), p("", run("", l.told())), p("", run("", "住所："+l.p.FullAddress())))
				l.put(p(""), p(""))
				return append(l.both(), l.p.FullAddress())
			},
			"dirty-group.docx":  over(overlay{w: 420, h: 20, as: group}),
			"dirty-canvas.docx": over(overlay{w: 420, h: 20, as: canvas}),
			"dirty-turned.docx": over(overlay{x: 200, y: -200, w: 20, h: 420, as: turned}),
			"dirty-drawn.docx":  over(overlay{w: 420, h: 20, as: byHand}),
			"dirty-corner.docx": over(overlay{w: 420, h: 20, wrap: `<wp:wrapThrough wrapText="bothSides"><wp:wrapPolygon><wp:start x="0" y="0"/><wp:lineTo x="0" y="9"/><wp:lineTo x="9" y="9"/><wp:lineTo x="0" y="0"/></wp:wrapPolygon></wp:wrapThrough>`}),
			"dirty-group-vml.docx": func(l *paper) []string {
				l.put(p("", `<w:r><w:pict><v:group style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:20pt;z-index:1" coordsize="8400,400"><v:rect style="position:absolute;left:0;top:0;width:8400;height:400" fillcolor="black"/></v:group></w:pict></w:r>`, run("", l.told())))
				return l.both()
			},
			"dirty-vml.docx": func(l *paper) []string {
				l.put(p("", bar(0, 0, 420, 20), run("", l.told())))
				return l.both()
			},
			"dirty-picture.docx": func(l *paper) []string {
				pic := l.add("word/media/image1.png", "image/png", string(png(5)))
				return over(overlay{w: 420, h: 20, picture: l.main.relate("image", pic.name)})(l)
			},
			"dirty-cell.docx": func(l *paper) []string {
				l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="1800"/><w:gridCol w:w="6000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>`+p("", run("", "担当者"))+
					`</w:tc><w:tc><w:tcPr/>`+p("", overlay{w: 300, h: 18}.drawing(), run("", l.told()))+`</w:tc></w:tr></w:tbl>`, p(""))
				return l.both()
			},
		},
		quiet: func(l *paper) {
			seal := l.add("word/media/image2.png", "image/png", string(png(5)))
			l.put(p("", overlay{w: 60, h: 60, picture: l.main.relate("image", seal.name)}.drawing(), run("", "ひなた市長の印")))
			l.put(p("", overlay{w: 200, h: 20, wrap: `<wp:wrapSquare wrapText="bothSides"/>`}.drawing(), run("", "文字がよけて回りこむ図形")))
			l.put(p("", overlay{w: 200, h: 20, fill: "none"}.drawing(), run("", "わくで囲んだ見出し")))
			l.put(p("", overlay{x: 300, w: 100, h: 20, inner: p("", run("", "余白の吹き出し"))}.drawing(), run("", "わきに注がある文")))
			l.put(p("", overlay{y: 20, w: 420, h: 40, fill: "C00000", inner: p("", run(`<w:color w:val="FFFFFF"/>`, "申込みは６月３０日までに窓口へお願いします。"))}.drawing(), run("", "下に帯があります。")), p(""), p(""), p(""))
			l.put(p("", strings.Replace(overlay{w: 420, h: 20}.drawing(), `behindDoc="0"`, `behindDoc="1"`, 1), run("", "図形は文字の後ろにあります。")))
		},
	}
}

// wordCopies: one contact wherever a document can say it, to be masked everywhere at once.
func wordCopies() folder {
	who := Roster(seedOf("word-copies"), 1)[0]
	told := "氏名：" + who.Solid() + "　電話：" + who.Mobile
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", noticeTitle)))
	letters := make([]string, 0, len(told))
	for i, r := range told {
		letters = append(letters, run([]string{"", "<w:b/>"}[i%2], string(r)))
	}
	d.put(p("", letters...))
	d.table(table{heads: []string{"氏名", "電話番号"}, rows: [][]any{{who.Solid(), who.Mobile}}}, shaded)
	d.put(p("", textBox(false, "FFFFFF", p("", run("", told)))), p("", complexField(" PAGE ", told)))
	link := d.main.link(nsRel+"/hyperlink", "https://www.hinata.example/?tel="+who.Mobile, "External")
	d.put(p("", `<w:hyperlink r:id="`+link+`" w:tooltip="`+told+`">`+run("", told)+`</w:hyperlink>`))
	d.put(p("", run("", "注のある文"), `<w:r><w:footnoteReference w:id="2"/></w:r>`))
	d.story("header", "hdr", p("", run("", told)))
	d.story("footnotes", "footnotes", `<w:footnote w:id="2">`+p("", run("", told))+`</w:footnote>`)
	chart := d.add("word/charts/chart1.xml", ctChart, chartXML(told, []series{{nameRef: "A!$A$1", name: told, catRef: "A!$B$1:$B$1", cats: []string{who.Solid()}, valRef: "A!$C$1:$C$1", vals: []float64{3}}}, ""))
	d.put(p("", d.inlineChart(chart)))
	d.say(noticeFoot)
	return one("cases/word-copies", "letter.docx", d.bytes(), Case{
		Words:   Words{"本文・表・枠・注・グラフなどに同じ連絡先がある通知（まとめてマスクする）", "one contact in the text, a table, a box, a note, a chart: masked everywhere at once"},
		Verdict: "review", Exit: ptr(1), Detectors: counts{"name": AtLeast(6), "phone": AtLeast(6)},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: []string{who.Solid(), who.Mobile}, Kept: []string{noticeTitle, noticeFoot, "注のある文", "電話番号"},
			People: ptr(N(0)), Verdict: "ok",
		},
	})
}
