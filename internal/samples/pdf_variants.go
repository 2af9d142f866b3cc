package samples

import "fmt"

// embedded adds a file with the desk's people.
func (d *pdfDesk) embedded() int {
	return d.d.stream("/Type /EmbeddedFile", csv(roster(d.people, "氏名", "住所", "電話番号"), ',', "\r\n"))
}

// pdfVariants are further ways of the places, by place and file.
func pdfVariants() map[string]plants {
	return map[string]plants{
		"pdf/private-data": {
			"dirty-recipient.pdf": planting(func(p *planter) { // variable data printing (14.12)
				p.d.catalog += p.says("/DPartRoot << /Type /DPartRoot /DPartRootNode << /Type /DPart /DPM << /CIP4_Root << /Recipient %s >> >> >> >> ")
				p.l.entries += p.says(" /DPart << /Type /DPart /DPM << /Recipient %s >> >>")
			}),
			"dirty-captured.pdf": planting(capturedTrees),
			"dirty-web.pdf": planting(func(p *planter) {
				p.d.catalog += p.says("/SpiderInfo << /V 1.0 /C [<< /URL << /AU %s >> >>] >> ")
			}),
		},
		"pdf/annotation-media": {
			"dirty-film.pdf": planting(func(p *planter) {
				p.l.annot("/Subtype /Movie /Rect [60 400 160 500] /T %s /Movie << /F (a.mov) >>", p.say())
				p.l.annot("/Subtype /Screen /Rect [180 400 280 500] /A << /S /Rendition /OP 0 /R << /S /MR /N %s /C << /S /MCD /CT (video/mp4) /D << /Type /Filespec /F (a.mp4) /EF << /F %d 0 R >> >> >> >> >>", p.say(), p.d.stream("/Type /EmbeddedFile", "film"))
			}),
			"dirty-model.pdf": planting(func(p *planter) {
				p.l.annot("/Subtype /3D /Rect [60 400 160 500] /3DD %d 0 R /Contents %s", p.d.stream("/Type /3D /Subtype /U3D", "U3D"), p.say())
				p.l.annot("/Subtype /RichMedia /Rect [180 400 280 500] /RichMediaContent << /Assets << /Names [%s << /Type /Filespec /F (a.csv) /EF << /F %d 0 R >> >>] >> /Configurations [<< /Subtype /Video /Name %s >>] >>",
					p.say(), p.d.stream("/Type /EmbeddedFile", "1,2\r\n"), p.say())
			}),
		},
		"pdf/attachment": {
			"dirty-associated.pdf": func(d *pdfDesk) []string { // with a page, and with a part of its content (14.13)
				d.l.entries += fmt.Sprintf(" /AF [<< /Type /Filespec /F (a.csv) /AFRelationship /Source /EF << /F %d 0 R >> >>]", d.embedded())
				d.l.draw("/AF /A1 BDC 0 g 60 500 20 20 re f EMC")
				d.l.more += fmt.Sprintf(" /Properties << /A1 [%d 0 R] >>", d.d.add("<< /Type /Filespec /F (b.csv) /AFRelationship /Data /EF << /F %d 0 R >> >>", d.embedded()))
				form := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /AF << /Type /Filespec /F (c.csv) /EF << /F %d 0 R >> >>", d.embedded()), "0 g 0 0 9 9 re f")
				d.l.draw("q 1 0 0 1 60 420 cm /%s Do Q", d.l.object(form))
				return []string{d.p.Name(), d.p.Mobile, d.people[5].Name()}
			},
			"dirty-sound.pdf": func(d *pdfDesk) []string {
				sound := d.d.stream(fmt.Sprintf("/Type /Sound /R 8000 /B 8 /F << /F (a.csv) /EF << /F %d 0 R >> >>", d.embedded()), "")
				d.l.annot("/Subtype /Sound /Rect [400 500 420 520] /Sound %d 0 R", sound)
				return []string{d.p.Name(), d.p.Mobile, d.people[5].Name()}
			},
		},
		"pdf/image-metadata": {"dirty-inline.pdf": func(d *pdfDesk) []string {
			d.l.draw("q 120 0 0 120 60 400 cm BI /W 32 /H 32 /CS /G /BPC 8 /F /DCT ID %s EI Q", photo(d.told(), d.people[1].Solid(), 3))
			return append(d.both(), d.people[1].Solid())
		}},
		"pdf/portfolio": {"dirty-schema.pdf": planting(func(p *planter) {
			p.d.catalog += p.says("/Collection << /Type /Collection /Schema << /memo << /Type /CollectionField /Subtype /S /N %s >> >> >> ")
			spec := p.d.add("<< /Type /Filespec /F (a.csv) /CI << /Type /CollectionItem /memo %s >> /EF << /F %d 0 R >> >>", p.say(), p.d.stream("/Type /EmbeddedFile", "1,2\r\n"))
			p.d.catalog += fmt.Sprintf("/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >> ", spec)
		})},
		"pdf/signature": {"dirty-store.pdf": planting(func(p *planter) { // what checks a signature is left, the signature is not
			p.d.catalog += p.says("/Legal << /JavaScriptActions 0 /Attestation %s >> ")
			p.d.catalog += fmt.Sprintf("/DSS << /Certs [%d 0 R] /VRI << /ABCD << /TU (D:20240513092711) >> >> >> ", p.d.stream("", "certificate"))
		})},
		"pdf/unused-object": {"dirty-postscript.pdf": planting(func(p *planter) {
			p.say()
			p.l.draw("q /%s Do Q", p.l.object(p.d.stream("/Type /XObject /Subtype /PS", "% "+p.told())))
		})},
		"pdf/content-comment": {"dirty-property.pdf": planting(func(p *planter) {
			p.l.draw("/Span << /HinataMemo %s /Lang (ja) >> BDC 0 g 60 500 20 20 re f EMC", p.say())
			p.l.draw("/Memo << /Hinata %s >> DP", p.say())
			p.l.draw("%s 0 g 90 500 20 20 re f", p.say())
			p.l.text(60, 470, 10, black, "見えている行")
		})},
		"pdf/metadata": {"dirty-unmarked.pdf": planting(func(p *planter) { // as programs in Japan write it: CP932 without a word about it
			p.say()
			p.d.info = fmt.Sprintf("<< /Author <%X> /HinataMemo <%X> >>", cp932(p.p.Solid()), cp932(p.told()))
		})},
		"pdf/form-value": {"dirty-default.pdf": planting(func(p *planter) {
			p.field(p.says("/FT /Tx /T (a) /DV %s"))
			p.formOfFields()
		})},
		"pdf/object-metadata": {"dirty-page.pdf": planting(func(p *planter) {
			p.say()
			p.l.entries += fmt.Sprintf(" /Metadata %d 0 R", p.d.stream("/Type /Metadata /Subtype /XML", xmp("<dc:creator>"+p.p.Solid()+"</dc:creator><dc:description>"+p.told()+"</dc:description>")))
		})},
		"pdf/script": {"dirty-named.pdf": planting(func(p *planter) {
			p.d.catalog += "/Names << /JavaScript << /Names [(start) << /S /JavaScript /JS " + p.say() + " >>] >> >> "
		})},
	}
}

// capturedTrees are the name trees of the catalog that only programs use.
func capturedTrees(p *planter) {
	look := p.l.form("0 0 300 20", p.said(2, 4, black))
	p.gone = append(p.gone, p.both()...)
	p.p = p.people[1]
	template := p.d.add("<< /Type /Template /MediaBox [0 0 595 842] %s /Contents %d 0 R >>", fontOnly(), p.d.stream("", p.said(60, 500, black)))
	p.gone = append(p.gone, p.both()...)
	p.d.catalog += "/Names << " + fmt.Sprintf("/AP << /Names [(a) %d 0 R] >> ", look) +
		p.says("/URLS << /Names [%s << /Type /SpiderContentSet /S /SPS /O [] /T %s >>] >> ") +
		p.says("/AlternatePresentations << /Names [(a) << /Type /SlideShow /Subtype /Embedded /Resources << /Names [(b) %s] >> >>] >> ") +
		fmt.Sprintf("/Templates << /Names [%s %d 0 R] >> >> ", p.say(), template)
}
