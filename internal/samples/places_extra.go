package samples

import "strings"

// extraPlaces are things of the package that not every program writes: macros, add-ins, signatures, links, pictures.
func extraPlaces() []place {
	light := func(c *Case) { c.Verdict, c.Exit = "review|ok", nil }
	return append([]place{
		{
			id: "xlsx/macro", words: Words{"マクロ", "macros"},
			dirty: func(d *desk) []string {
				vba := vbaProject("Attribute VB_Name = \"Module1\"\r\n' " + string(cp932(d.told())) + "\r\nSub Auto_Open()\r\nEnd Sub\r\n")
				d.b.add("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", string(vba))
				d.b.wb.link("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "")
				d.b.wb.ctype = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
				return d.both()
			},
			quiet:  func(d *desk) { d.s.slots["sheetPr"] = `<sheetPr codeName="Sheet1"/>` },
			change: unsure,
		},
		{
			id: "ooxml/title", words: Words{"前の文書から残った表題", "a title left over from another document"}, change: light,
			dirty: func(d *desk) []string {
				d.coreTitle(d.told())
				return d.both()
			},
			quiet: func(d *desk) { d.coreTitle("") },
		},
		{
			id: "ooxml/extension", words: Words{"アドインの設定", "settings of an add-in"},
			dirty: func(d *desk) []string {
				ext := d.b.add("xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml", xmlHead+`<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="`+guid(8)+`"><we:reference id="wa104000000" version="1.0.0.0" store="ja-JP" storeType="OMEX"/><we:alternateReferences/><we:properties><we:property name="contact" value="`+d.told()+`"/></we:properties><we:bindings/></we:webextension>`)
				pane := d.b.add("xl/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml", "")
				id := pane.link(relOffice+"webextension", relative("xl/webextensions", ext.name), "")
				pane.data = []byte(xmlHead + `<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="1"><wetp:webextensionref xmlns:r="` + nsRel + `" r:id="` + id + `"/></wetp:taskpane></wetp:taskpanes>`)
				d.b.root.link(relOffice+"webextensiontaskpanes", pane.name, "")
				ui := d.b.add("customUI/customUI.xml", "", `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui"><ribbon><tabs><tab id="t1" label="名簿 \\fsv01\jumin"><group id="g1" label="`+d.people[1].Solid()+`さんの道具"/></tab></tabs></ribbon></customUI>`)
				d.b.root.link("http://schemas.microsoft.com/office/2006/relationships/ui/extensibility", ui.name, "")
				return append(d.both(), d.people[1].Solid(), "fsv01")
			},
			quiet: func(d *desk) { // an extension of the sheet, not of the program
				d.s.slots["extLst"] = `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="` + nsX14 + `"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>お知らせ!C4:C6</xm:f><xm:sqref>D4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`
			},
		},
		{
			id: "ooxml/signature", words: Words{"電子署名の中の氏名", "the signer's name in a digital signature"}, change: light,
			dirty: func(d *desk) []string {
				const rel = relPackage + "digital-signature/"
				origin := d.b.add("_xmlsignatures/origin.sigs", ctPackage+"digital-signature-origin", "")
				sig := d.b.add("_xmlsignatures/sig1.xml", ctPackage+"digital-signature-xmlsignature+xml", `<?xml version="1.0" encoding="UTF-8"?><Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature"><SignedInfo/><SignatureValue>AAAA</SignatureValue><KeyInfo><X509Data><X509IssuerSerial><X509IssuerName>CN=`+d.p.Solid()+`, OU=企画課</X509IssuerName><X509SerialNumber>1</X509SerialNumber></X509IssuerSerial></X509Data></KeyInfo><Object><SignatureProperties><SignatureProperty Target="#idPackageSignature"><SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig"><SignatureComments>`+d.told()+`</SignatureComments></SignatureInfoV1></SignatureProperty></SignatureProperties></Object></Signature>`)
				origin.link(rel+"signature", relative("_xmlsignatures", sig.name), "")
				d.b.root.link(rel+"origin", origin.name, "")
				return d.both()
			},
		},
		{
			id: "ooxml/local-link", words: Words{"宛先のアドレスが入ったリンク", "a link with somebody's mail address"}, change: light,
			dirty: func(d *desk) []string {
				d.s.set("A10", "問い合わせ", plainStyle)
				d.s.set("A11", "記入例", plainStyle)
				d.links("A10", "mailto:"+d.p.Mail, "A11", `file:///\\fsv01\jumin\記入例.xlsx`)
				return []string{d.p.Mail}
			},
			more: map[string]plant{"dirty-objects.xlsx": linkedObjects},
			quiet: func(d *desk) {
				d.s.set("A10", "市のページ", plainStyle)
				d.links("A10", "https://www.hinata.example/shisetsu/")
				d.s.slots["hyperlinks"] = strings.Replace(d.s.slots["hyperlinks"], "</hyperlinks>", `<hyperlink ref="A3" location="お知らせ!A1" display="はじめへ"/></hyperlinks>`, 1)
			},
		},
		{
			id: "ooxml/image-content", words: Words{"画像（中の文字は調べない）", "a picture, whose content is not examined"},
			dirty: func(d *desk) []string {
				d.s.picture(png(3))
				return []string{}
			},
			quiet:  func(d *desk) { d.s.chart("定員", []series{d.capacity()}, "") },
			change: func(c *Case) { c.Verdict, c.Exit = "ok", ptr(0) },
		},
	}, strayPlaces()...)
}

// linkedObjects shows a document and a picture that lie in folders named after people.
func linkedObjects(d *desk) []string {
	q := d.people[1]
	id := d.s.part.link(nsRel+"/oleObject", esc(`file:///\\fsv01\jumin\`+d.p.Name()+`\届出書.docx`), "External")
	d.s.slots["oleObjects"] = `<oleObjects><oleObject progId="Word.Document.12" oleUpdate="OLEUPDATE_ONCALL" shapeId="1025" r:id="` + id + `"/></oleObjects>`
	d.s.picture(png(3))
	linked := d.b.find("xl/drawings/drawing1.xml").link(nsRel+"/image", esc(`file:///C:\Users\`+q.Solid()+`\写真.png`), "External")
	d.b.edit("xl/drawings/drawing1.xml", func(s string) string { return strings.Replace(s, "<a:blip ", `<a:blip r:link="`+linked+`" `, 1) })
	return []string{d.p.Name(), q.Solid(), "fsv01", `C:\Users`}
}

// coreTitle gives the document properties with a title, empty or not.
func (d *desk) coreTitle(title string) {
	d.b.noProps = false
	d.b.finish()
	d.b.edit("docProps/core.xml", func(s string) string {
		return strings.Replace(s, "<dc:creator>", "<dc:title>"+esc(title)+"</dc:title><dc:creator>", 1)
	})
}

// links makes cells of the notice links: cell, target, cell, target.
func (d *desk) links(pairs ...string) {
	list := ""
	for i := 0; i < len(pairs); i += 2 {
		list += `<hyperlink ref="` + pairs[i] + `" r:id="` + d.s.part.link(nsRel+"/hyperlink", esc(pairs[i+1]), "External") + `"/>`
	}
	d.s.slots["hyperlinks"] = "<hyperlinks>" + list + "</hyperlinks>"
}
