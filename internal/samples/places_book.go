package samples

// bookPlaces are things of the whole workbook.
func bookPlaces() []place {
	return []place{
		{
			id: "xlsx/defined-name", words: Words{"名前の定義", "defined names"},
			dirty: func(d *desk) []string {
				d.b.name("連絡先", ` hidden="1"`, `"`+d.told()+`"`)
				d.b.name("緊急", "", `"`+d.people[1].Mobile+`"`)
				d.b.name("旧名簿", ` comment="`+d.people[2].Solid()+`さんの担当"`, "#REF!$A$1:$C$30")
				return append(d.both(), d.people[1].Mobile, d.people[2].Solid())
			},
			quiet: func(d *desk) {
				d.b.name("_xlnm._FilterDatabase", ` localSheetId="0" hidden="1"`, "お知らせ!$A$3:$C$6")
				d.b.name("_xlnm.Print_Area", ` localSheetId="0"`, "お知らせ!$A$1:$C$8")
				d.b.name("_xlnm.Print_Titles", ` localSheetId="0"`, "お知らせ!$3:$3")
				d.b.name("定員", "", "お知らせ!$C$4:$C$6")
			},
			change: func(c *Case) { c.Clean.NoRef = true },
		},
		{
			id: "xlsx/workbook-trace", words: Words{"保存場所や保存した人の記録", "where and by whom the file was saved"},
			dirty: func(d *desk) []string {
				d.b.trace = `<fileSharing userName="` + d.p.Solid() + `"/>`
				d.b.tail = `<extLst><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}" xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures><xcalcf:feature name="microsoft.com:RD"/></xcalcf:calcFeatures></ext></extLst>`
				d.b.view = absPath(`C:\Users\`+d.people[1].Solid()+`\Documents\`) + `<xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{5C0A7E1B-2D34-4F68-9A1C-000000000001}" xr6:coauthVersionLast="47" xr6:coauthVersionMax="47"/>`
				return []string{d.p.Solid(), d.people[1].Solid(), "documentId"}
			},
			more: map[string]plant{"dirty-page.xlsx": func(d *desk) []string { // the sheet was published as a page
				d.s.slots["webPublishItems"] = `<webPublishItems count="1"><webPublishItem id="1" divId="名簿_1" sourceType="sheet" destinationFile="\\\\fsv01\` + d.p.Name() + `\名簿.htm" title="` + d.people[1].Name() + `"/></webPublishItems>`
				return []string{d.p.Name(), d.people[1].Name(), "名簿_1"}
			}},
			change: func(c *Case) { c.Verdict, c.Exit = "review|ok", nil },
			quiet:  func(d *desk) { d.s.set("A10", "本文", plainStyle) },
		},
		{
			id: "xlsx/connection", words: Words{"外部データへの接続（パスワード入り）", "a connection with its password"},
			dirty: func(d *desk) []string {
				d.b.add("xl/connections.xml", ctSheetML+"connections+xml", xmlHead+`<connections xmlns="`+nsMain+`"><connection id="1" name="住民台帳" description="`+esc(d.told())+`" type="1" refreshedVersion="8"><dbPr connection="DSN=jumin;UID=kikaku03;PWD=Sakura-2024x;DATABASE=meibo" command="SELECT simei, tel FROM meibo WHERE simei='`+d.people[1].Solid()+`'"/></connection></connections>`)
				d.b.wb.relate("connections", "xl/connections.xml")
				return append(d.both(), "Sakura-2024x", d.people[1].Solid())
			},
			more: map[string]plant{
				"dirty-query.xlsx": func(d *desk) []string { // Power Query keeps its formulas in Base64
					item := d.b.add("customXml/item1.xml", "", mashup("section Section1; shared 名簿 = Sql.Database(\"jumin-db\", \"meibo\", [Query=\"select * from t where simei='"+d.p.Solid()+"' and tel='"+d.p.Mobile+"'\"]);"))
					d.b.wb.relate("customXml", item.name)
					return []string{item.name}
				},
			},
			quiet: func(d *desk) { d.s.set("A10", "接続なし", plainStyle) },
		},
	}
}
