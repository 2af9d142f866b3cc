package samples

import (
	"fmt"
	"strings"
)

// A book is an Excel workbook under construction. Parts that hang on it (charts, comments, caches) are added at once; sheets,
// shared strings, styles and the workbook part itself are written by bytes.
type book struct {
	pack
	wb     *part
	sheets []*sheet
	names  []string // definedName elements
	caches []string // pivotCache elements
	links  []string // externalReference elements

	strings  []string       // si elements in order
	index    map[string]int // si element to its place
	used     int            // cells that hold a shared string
	inline   bool           // write inlineStr instead of shared strings
	noCache  bool           // formulas without their last result
	noProps  bool           // no docProps at all
	author   string         // docProps creator
	trace    string         // elements of the workbook part before workbookPr
	view     string         // elements of the workbook part after workbookPr
	tail     string         // elements of the workbook part after calcPr
	looks    looks
	calc     strings.Builder
	finished bool
}

// newBook starts a workbook.
func newBook() *book {
	b := &book{index: map[string]int{}, author: "政策推進課"}
	b.wb = b.add("xl/workbook.xml", ctSheetML+"sheet.main+xml", "")
	b.root.relate("officeDocument", "xl/workbook.xml")
	return b
}

// sheet appends a sheet; state is "", "hidden" or "veryHidden".
func (b *book) sheet(name, state string) *sheet {
	n := len(b.sheets) + 1
	s := &sheet{name: name, state: state, id: n, book: b, slots: map[string]string{}}
	s.part = b.add(fmt.Sprintf("xl/worksheets/sheet%d.xml", n), ctSheetML+"worksheet+xml", "")
	s.rel = b.wb.relate("worksheet", s.part.name)
	b.sheets = append(b.sheets, s)
	return s
}

// name defines a name; attrs are further attributes such as ` hidden="1"`.
func (b *book) name(name, attrs, ref string) {
	b.names = append(b.names, fmt.Sprintf(`<definedName name="%s"%s>%s</definedName>`, esc(name), attrs, esc(ref)))
}

// text returns the index of a plain shared string.
func (b *book) text(s string) int { return b.rich(plain(s)) }

// plain writes the content of a string item. Japanese Excel notes the font of the reading beside every text.
func plain(s string) string {
	space := ""
	if s != strings.TrimSpace(s) || strings.Contains(s, "\n") {
		space = ` xml:space="preserve"`
	}
	item := "<t" + space + ">" + esc(s) + "</t>"
	if len(s) != len([]rune(s)) {
		item += `<phoneticPr fontId="1"/>`
	}
	return item
}

// rich returns the index of a shared string given by its content.
func (b *book) rich(item string) int {
	i, ok := b.index[item]
	if !ok {
		i = len(b.strings)
		b.index[item] = i
		b.strings = append(b.strings, item)
	}
	return i
}

// finish writes the parts that depend on all others.
func (b *book) finish() *book {
	if b.finished {
		return b
	}
	b.finished = true
	for _, s := range b.sheets {
		s.part.data = s.xml()
	}
	b.add("xl/theme/theme1.xml", ctOffice+"theme+xml", themeXML)
	b.wb.relate("theme", "xl/theme/theme1.xml")
	b.add("xl/styles.xml", ctSheetML+"styles+xml", stylesXML(&b.looks))
	b.wb.relate("styles", "xl/styles.xml")
	if len(b.strings) > 0 {
		b.add("xl/sharedStrings.xml", ctSheetML+"sharedStrings+xml", b.stringsXML())
		b.wb.relate("sharedStrings", "xl/sharedStrings.xml")
	}
	if b.calc.Len() > 0 {
		b.add("xl/calcChain.xml", ctSheetML+"calcChain+xml", xmlHead+`<calcChain xmlns="`+nsMain+`">`+b.calc.String()+`</calcChain>`)
		b.wb.relate("calcChain", "xl/calcChain.xml")
	}
	if !b.noProps {
		b.props()
	}
	b.wb.data = []byte(b.workbookXML())
	return b
}

// bytes finishes the workbook and writes it.
func (b *book) bytes() []byte { return b.finish().pack.bytes() }

func (b *book) stringsXML() string {
	var s strings.Builder
	fmt.Fprintf(&s, `%s<sst xmlns="%s" count="%d" uniqueCount="%d">`, xmlHead, nsMain, b.used, len(b.strings))
	for _, item := range b.strings {
		s.WriteString("<si>" + item + "</si>")
	}
	return s.String() + "</sst>"
}

func (b *book) workbookXML() string {
	var s strings.Builder
	s.WriteString(xmlHead + `<workbook xmlns="` + nsMain + `" xmlns:r="` + nsRel + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr xr6" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6">`)
	s.WriteString(`<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/>` + b.trace)
	s.WriteString(`<workbookPr defaultThemeVersion="166925"/>`)
	s.WriteString(b.view + `<bookViews><workbookView xWindow="-108" yWindow="-108" windowWidth="23256" windowHeight="12456"/></bookViews><sheets>`)
	for _, sh := range b.sheets {
		state := ""
		if sh.state != "" {
			state = ` state="` + sh.state + `"`
		}
		fmt.Fprintf(&s, `<sheet name="%s" sheetId="%d"%s r:id="%s"/>`, esc(sh.name), sh.id, state, sh.rel)
	}
	s.WriteString("</sheets>")
	wrap(&s, "externalReferences", b.links)
	wrap(&s, "definedNames", b.names)
	s.WriteString(`<calcPr calcId="191029"/>`)
	wrap(&s, "pivotCaches", b.caches)
	return s.String() + b.tail + "</workbook>"
}

// wrap writes a list inside an element, or nothing.
func wrap(s *strings.Builder, element string, list []string) {
	if len(list) > 0 {
		s.WriteString("<" + element + ">" + strings.Join(list, "") + "</" + element + ">")
	}
}

// props writes docProps as Excel does: sheet and range names stand in app.xml a second time.
func (b *book) props() {
	b.add("docProps/core.xml", ctPackage+"core-properties+xml", fmt.Sprintf(xmlHead+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>%[1]s</dc:creator><cp:lastModifiedBy>%[1]s</cp:lastModifiedBy><cp:lastPrinted>2024-05-17T04:10:00Z</cp:lastPrinted><dcterms:created xsi:type="dcterms:W3CDTF">2024-04-01T00:30:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-05-20T02:15:00Z</dcterms:modified></cp:coreProperties>`, esc(b.author)))
	b.root.link(relPackage+"metadata/core-properties", "docProps/core.xml", "")
	var titles strings.Builder
	for _, s := range b.sheets {
		titles.WriteString("<vt:lpstr>" + esc(s.name) + "</vt:lpstr>")
	}
	n := len(b.sheets)
	b.add("docProps/app.xml", ctOffice+"extended-properties+xml", fmt.Sprintf(xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>ワークシート</vt:lpstr></vt:variant><vt:variant><vt:i4>%d</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="%d" baseType="lpstr">%s</vt:vector></TitlesOfParts><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0300</AppVersion></Properties>`, n, n, titles.String()))
	b.root.relate("extended-properties", "docProps/app.xml")
}

// absPath is the folder that Excel notes when a file is saved.
func absPath(folder string) string {
	return `<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="` + esc(folder) + `" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>`
}
