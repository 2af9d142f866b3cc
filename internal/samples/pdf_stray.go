package samples

import (
	"fmt"
	"strings"
)

// A planter hides what each of several people tells in an entry of its own.
type planter struct {
	*pdfDesk
	gone []string
}

// say returns the next person's words as a string object.
func (p *planter) say() string {
	p.p = p.people[len(p.gone)/2%len(p.people)]
	p.gone = append(p.gone, p.both()...)
	return utf16Hex(p.told())
}

// says fills a format with strings of that kind.
func (p *planter) says(format string) string {
	args := make([]any, strings.Count(format, "%s"))
	for i := range args {
		args[i] = p.say()
	}
	return fmt.Sprintf(format, args...)
}

// planting is a plant that a planter makes.
func planting(fn func(p *planter)) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		p := &planter{pdfDesk: d}
		fn(p)
		return p.gone
	}
}

// tagged gives the document a structure tree of one paragraph. The root and the element have further entries.
func (d *pdfDesk) tagged(root, entries string) {
	d.l.draw("/P << /MCID 0 >> BDC BT 0 g /F1 10.5 Tf 60 500 Td %s Tj ET EMC", d.d.font.hex("見出しのついた段落です"))
	d.l.entries += " /StructParents 0"
	tree, doc := d.d.add(""), d.d.add("")
	d.endPage()
	elem := d.d.add("<< /Type /StructElem /S /P /P %d 0 R /Pg %d 0 R /K 0 %s >>", doc, d.end[1], entries)
	d.d.objs[doc-1] = fmt.Sprintf("<< /Type /StructElem /S /Document /P %d 0 R /K [%d 0 R] >>", tree, elem)
	d.d.objs[tree-1] = fmt.Sprintf("<< /Type /StructTreeRoot /K %d 0 R /ParentTree << /Nums [0 [%d 0 R]] >> %s >>", doc, elem, root)
	d.d.catalog += fmt.Sprintf("/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R ", tree)
}

// field adds a text field that shows nothing but its box.
func (d *pdfDesk) field(entries string) {
	look := d.l.form("0 0 300 20", "0.9 g 0 0 300 20 re f")
	y := 460 - 30*len(d.l.annots)
	d.l.annot("/Subtype /Widget /Rect [100 %d 400 %d] /F 4 /DA (/F1 10 Tf 0 g) /AP << /N %d 0 R >> %s", y, y+20, look, entries)
}

// form makes the fields so far the document's.
func (d *pdfDesk) formOfFields() {
	d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [%s] >> ", refs(d.l.annots))
}

// layers adds optional content groups that are on, one for each entry list.
func (d *pdfDesk) layers(more string, groups ...string) {
	var list []int
	d.l.more += " /Properties <<"
	for i, entries := range groups {
		g := d.d.add("<< /Type /OCG %s >>", entries)
		d.l.more += fmt.Sprintf(" /L%d %d 0 R", i+1, g)
		d.l.draw("/OC /L%d BDC %s rg %d 500 20 20 re f EMC", i+1, navy, 60+30*i)
		list = append(list, g)
	}
	d.l.more += " >>"
	all := refs(list)
	d.d.catalog += fmt.Sprintf("/OCProperties << /OCGs [%s] /D << /ON [%s] %s >> >> ", all, all, strings.ReplaceAll(more, "ALL", all))
}

// strayPage is what pages that are maps or plans hold (ISO 32000-2, 12.9, 12.10).
func strayPage(p *planter) {
	p.l.entries += " /VP [" + p.says("<< /Type /Viewport /BBox [0 0 500 500] /Name %s /Measure << /Type /Measure /Subtype /RL /R %s /X [<< /Type /NumberFormat /U (m) /C 1 >>] >> >>") +
		p.says("<< /Type /Viewport /BBox [0 0 500 500] /Measure << /Type /Measure /Subtype /GEO /GCS << /Type /GEOGCS /WKT %s >> /GPTS [35 135] >> >>") +
		p.says("<< /Type /Viewport /BBox [0 0 500 500] /PtData << /Type /PtData /Subtype /Cloud /Names [/Lat /Lon /Memo] /XPTS [[35 135 %s]] >> >>") + "]"
	p.l.entries += p.says(" /SeparationInfo << /Pages [] /DeviceColorant %s >>")
}

// strayCatalog is what the catalog leads to.
func strayCatalog(p *planter) {
	p.d.catalog += p.says("/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier %s /Info %s >>] ") +
		p.says("/Requirements [<< /S /EnableJavaScripts /RH << /S /JS /Script %s >> >>] ") +
		p.says("/Extensions << /HNTA << /BaseVersion /1.7 /ExtensionLevel 1 /URL %s >> >> /URI << /Base %s >> ") +
		p.says("/Names << /Renditions << /Names [(a) << /S /MR /N %s >>] >> >> ")
}

// strayActions is what actions say beside where they lead.
func strayActions(p *planter) {
	n := 0
	link := func(action string) {
		p.l.annot("/Subtype /Link /Rect [60 %d 200 %d] /Border [0 0 0] %s", 500-20*n, 515-20*n, p.says(action))
		n++
	}
	p.d.catalog += p.says("/OpenAction << /S /GoToR /D %s /F %s >> ")
	link("/A << /S /SubmitForm /Fields [%s] /F (https://www.city.hinata.example/) >>")
	link("/A << /S /Hide /T %s >>")
	link("/A << /S /GoTo /D %s >>")
	link("/A << /S /URI /URI (https://www.city.hinata.example/) >> /PA << /S /URI /URI %s >> /Contents %s")
}

// strayAnnotations is what annotations say that are no comments.
func strayAnnotations(p *planter) {
	for i, entries := range []string{"/NM %s", "/HinataMemo %s", "/ExData << /Type /ExData /Subtype /MarkupGeo /Memo %s >>"} {
		p.l.annot("/Subtype /Square /Rect [%d 500 %d 520] /F 4 %s", 60+40*i, 90+40*i, p.says(entries))
	}
	p.l.annot("/Subtype /FileAttachment /Rect [500 500 514 520] /FS << /Type /Filespec /F (a.csv) /Desc %s >>", p.say())
}

// strayStructure is what tagged documents say beside the texts for screen readers (14.7).
func strayStructure(p *planter) {
	p.tagged(p.says("/ClassMap << /C1 << /O /UserProperties /P [<< /N (memo) /V %s >>] >> >> /Namespaces [<< /Type /Namespace /NS %s >>] /PronunciationLexicon [<< /Type /Filespec /F %s >>]"),
		p.says("/C /C1 /ID %s /Phoneme %s /A [<< /O /Table /Summary %s >> << /O /UserProperties /P [<< /N (memo) /V %s >>] >>]"))
}

// strayResources is what the resources of pages say of themselves.
func strayResources(p *planter) {
	about := p.d.add("<< /Type /FontDescriptor /FontName /Helvetica /FontFamily %s /Flags 32 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>", p.say())
	p.l.fonts += fmt.Sprintf("/F3 %d 0 R ", p.d.add("<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FontDescriptor %d 0 R >>", about))
	p.l.draw("BT /F3 10 Tf 60 540 Td (Notice) Tj ET")
	p.l.states += p.says("/H1 << /HT << /Type /Halftone /HalftoneType 1 /HalftoneName %s /Frequency 60 /Angle 0 /SpotFunction /Round >> >> ")
	p.l.draw("q /H1 gs 0 g 60 500 20 20 re f Q")
	n := p.d.stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /HinataMemo "+p.say(), "\x20\xA0\x80\xF0")
	p.l.draw("q 40 0 0 40 60 450 cm /%s Do Q", p.l.object(n))
	n = p.d.stream(p.says("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F %s /Page 0 >>"), "0 g 0 0 9 9 re f")
	p.l.draw("q 1 0 0 1 60 420 cm /%s Do Q", p.l.object(n))
	p.l.draw("/Span /P9 BDC 0 g 90 420 9 9 re f EMC")
	p.l.more += p.says(" /Properties << /P9 << /HinataMemo %s >> >>")
}

// strayCode is what code for programs says to people.
func strayCode(p *planter) {
	say := func() string { p.say(); return p.told() }
	uni := p.d.stream("", "% "+say()+"\n"+toUnicode(1, "<41> <0041>\n"))
	p.l.fonts += fmt.Sprintf("/F3 %d 0 R ", p.d.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode %d 0 R >>", uni))
	p.l.draw("BT /F3 10 Tf 60 540 Td (A) Tj ET")
	fn := p.d.stream("/FunctionType 4 /Domain [0 1] /Range [0 1]", "{ % "+say()+"\n }")
	icc := p.d.stream("/N 1 /Alternate /DeviceGray", profile(say()))
	p.l.more += fmt.Sprintf(" /ColorSpace << /CS1 [/Separation /Spot /DeviceGray %d 0 R] /CS2 [/ICCBased %d 0 R] >>", fn, icc)
	p.l.draw("/CS1 cs 1 scn 60 500 20 20 re f /CS2 cs 0 scn 90 500 20 20 re f")
}

// profile is the head of a colour profile and one text, its copyright.
func profile(text string) string {
	const room = 200
	tag := "\x00\x00\x00\x01cprt\x00\x00\x00\x90" + string([]byte{0, 0, 0, 8 + room})
	return strings.Repeat("\x00", 36) + "acsp" + strings.Repeat("\x00", 88) + tag + "text\x00\x00\x00\x00" + text + strings.Repeat("\x00", room-len(text))
}

// nameHex is a name whose bytes are all written in hexadecimal.
func nameHex(s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "#%02X", s[i])
	}
	return b.String()
}

// pdfStrayPlaces is text in entries that no list of hiding places could name one by one.
func pdfStrayPlaces() []pdfPlace {
	return []pdfPlace{{
		id: "pdf/stray-text", words: Words{"ふつうは見えない項目に書かれた氏名", "names in entries that are hardly ever seen"},
		dirty: plants{
			"dirty-page.pdf":       planting(strayPage),
			"dirty-catalog.pdf":    planting(strayCatalog),
			"dirty-action.pdf":     planting(strayActions),
			"dirty-annotation.pdf": planting(strayAnnotations),
			"dirty-structure.pdf":  planting(strayStructure),
			"dirty-resource.pdf":   planting(strayResources),
			"dirty-code.pdf":       planting(strayCode),
			"dirty-layer.pdf": planting(func(p *planter) {
				more := p.says("/Name %s /Creator %s /Order [[%s ALL]]")
				p.layers(more, p.says("/Name %s"), p.says("/Name (b) /Usage << /CreatorInfo << /Creator %s /Subtype /Artwork >> >>"), p.says("/Name (c) /Usage << /User << /Type /Ind /Name %s >> >>"))
			}),
			"dirty-field.pdf": planting(func(p *planter) {
				for _, entries := range []string{
					"/FT /Tx /T %s", "/FT /Tx /T (b) /TU %s", "/FT /Tx /T (c) /TM %s", "/FT /Ch /Ff 131072 /T (d) /Opt [[%s (x)]]", "/FT /Tx /T (e) /MK << /RC %s >>",
					"/FT /Tx /T (f) /DS %s", "/FT /Sig /T (g) /SV << /Type /SV /Reasons [%s] >>",
				} {
					p.field(p.says(entries))
				}
				p.formOfFields()
			}),
			"dirty-trailer.pdf": planting(func(p *planter) {
				with := "trailer\n<< /HinataMemo " + p.say()
				p.after = func(b []byte) []byte { return []byte(replaceLast(string(b), "trailer\n<<", with)) }
			}),
			"dirty-tree.pdf": planting(func(p *planter) { // beside the pages
				with := p.says("/HinataMemo %s /Type /Pages")
				p.after = func(b []byte) []byte { return []byte(replaceLast(string(b), "/Type /Pages", with)) }
			}),
			"dirty-bound.pdf": planting(func(p *planter) { // the name of a part that code refers to: it stays and is reported
				p.say()
				p.l.more += " /ColorSpace << /" + nameHex(p.told()) + " [/Separation /Spot /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>"
				p.l.draw("/%s cs 1 scn 60 540 20 20 re f", nameHex(p.told()))
			}),
			"dirty-name.pdf": planting(func(p *planter) { // names of colours and of kinds of elements: they become others
				p.say()
				p.l.more += " /ColorSpace << /CS1 [/Separation /" + nameHex(p.told()) + " /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>"
				p.l.draw("/CS1 cs 1 scn 60 540 20 20 re f")
				p.say()
				p.tagged("/RoleMap << /"+nameHex(p.told())+" /P >>", "")
			}),
		},
		quiet: traps{"quiet.pdf": quietStray},
		change: func(c *Case) {
			things := map[string]int{"dirty-page.pdf": 5, "dirty-catalog.pdf": 6, "dirty-action.pdf": 7, "dirty-annotation.pdf": 4, "dirty-structure.pdf": 7, "dirty-resource.pdf": 5, "dirty-code.pdf": 3, "dirty-layer.pdf": 6, "dirty-field.pdf": 7, "dirty-trailer.pdf": 1, "dirty-tree.pdf": 1, "dirty-bound.pdf": 1, "dirty-name.pdf": 2}
			c.Places = counts{"pdf/stray-text": N(things[c.File])}
			if c.File == "dirty-bound.pdf" {
				c.Clean.Exit, c.Clean.Verdict, c.Clean.People, c.Clean.Gone = ptr(1), "ng", nil, []string{}
			}
		},
	}}
}

// quietStray is what ordinary programs write in such entries.
func quietStray(d *pdfDesk) {
	d.d.catalog += "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>] "
	d.l.entries += " /VP [<< /Type /Viewport /BBox [0 0 500 500] /Name " + utf16Hex("案内図") + " /Measure << /Type /Measure /Subtype /RL /R (1 cm = 100 m) /X [<< /Type /NumberFormat /U (m) /C 1 >>] >> >>]"
	d.layers("/Order [ALL] /Name "+utf16Hex("標準"), "/Name "+utf16Hex("背景図"), "/Name "+utf16Hex("文字"))
	d.field("/FT /Tx /T (shimei) /TU " + utf16Hex("氏名を入力してください"))
	d.formOfFields()
	d.tagged("", "/ID (node00000012) /A << /O /Table /Headers [(node00000011)] /Summary "+utf16Hex("施設の開館時間と定員の一覧")+" >>")
}
