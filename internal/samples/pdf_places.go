package samples

import (
	"fmt"
	"maps"
)

// A pdfDesk is a place sample on the bench: a harmless notice of one page, and people who must not be found in its copy.
type pdfDesk struct {
	d      *pdf
	l      *leaf
	p      Person
	people []Person
	after  func(b []byte) []byte // what is done to the finished file
	end    [2]int                // the content stream and the page, once the page is finished
}

// A pdfPlace is what testdata/pdf/<id>/ holds.
type pdfPlace struct {
	id     string
	words  Words
	dirty  map[string]func(d *pdfDesk) []string // by file; each returns the strings that must be gone
	quiet  map[string]func(d *pdfDesk)
	change func(c *Case)
}

func newPDFDesk(id string) *pdfDesk {
	people := Roster(seedOf(id), 6)
	d := &pdfDesk{d: newPDF(), p: people[0], people: people}
	d.l = d.d.page()
	d.l.text(60, 770, 18, black, noticeTitle)
	d.l.box(56, 712, 480, 18, grey) // the table's head: shaded first, written on afterwards
	for i, row := range [][3]string{{"施設", "開館時間", "定員"}, {"みどり台公民館", "9時から21時", "120"}, {"若葉町図書館", "10時から19時", "80"}} {
		for j, s := range row {
			d.l.text(60+float64(j)*180, 716-float64(i)*20, 10.5, black, s)
		}
	}
	d.l.text(60, 80, 10.5, black, noticeFoot)
	return d
}

func (d *pdfDesk) told() string   { return "氏名：" + d.p.Solid() + "　電話：" + d.p.Mobile }
func (d *pdfDesk) both() []string { return []string{d.p.Solid(), d.p.Mobile} }

// finish ends the page, unless a plant did so already.
func (d *pdfDesk) finish() []byte {
	if d.end[1] == 0 {
		d.endPage()
	}
	b := d.d.bytes()
	if d.after != nil {
		b = d.after(b)
	}
	return b
}

func (d *pdfDesk) endPage() { d.end[0], d.end[1] = d.l.end() }

// xmp is a metadata stream.
func xmp(body string) string {
	return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		body + `</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

// files makes the samples of a PDF place.
func (p pdfPlace) folder() folder {
	f := folder{dir: p.id, files: map[string][]byte{}}
	for _, file := range sortedKeys(p.dirty) {
		d := newPDFDesk(p.id + file)
		gone := p.dirty[file](d)
		f.files[file] = d.finish()
		c := Case{
			File: file, Words: p.words, Verdict: "ng", Exit: ptr(1), Places: counts{p.id: AtLeast(1)},
			Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{noticeTitle, "若葉町図書館", noticeFoot}, People: ptr(N(0)), Verdict: "ok"},
		}
		if p.change != nil {
			p.change(&c)
		}
		f.want = append(f.want, c)
	}
	for _, file := range sortedKeys(p.quiet) {
		d := newPDFDesk(p.id + file)
		p.quiet[file](d)
		f.files[file] = d.finish()
		f.want = append(f.want, Case{File: file, Words: Words{"わな：「" + p.id + "」と言ってはいけない", "a trap: " + p.id + " must not be reported"}, Absent: []string{p.id}})
	}
	return f
}

// pdfPlaces lists the samples of the hiding places of PDF.
func pdfPlaces() []folder {
	var all []folder
	for _, list := range [][]pdfPlace{pdfTextPlaces(), pdfHiddenPlaces(), pdfAnnotPlaces(), pdfFilePlaces(), pdfObjectPlaces(), pdfPicturePlaces(), pdfRestPlaces(), pdfInnerPlaces(), pdfWitnessPlaces(), pdfStrayPlaces(), pdfFontPlaces()} {
		for _, p := range list {
			maps.Copy(p.dirty, pdfVariants()[p.id])
			all = append(all, p.folder())
		}
	}
	return all
}

// plants and traps are shorthand.
type (
	plants = map[string]func(d *pdfDesk) []string
	traps  = map[string]func(d *pdfDesk)
)

// reviewed is for places whose presence alone asks for a look; the people in them make it grave.
func reviewed(c *Case) { c.Verdict, c.Exit = "review|ng", ptr(1) }

// roster is a table on a page: a head row and a row for each person.
func (l *leaf) roster(x, y float64, people []Person) {
	for j, head := range []string{"患者氏名", "生年月日", "住所"} {
		l.text(x+float64(j)*130, y, 10, black, head)
	}
	for i, p := range people {
		at := y - 20 - float64(i)*20
		for j, s := range []string{p.Solid(), p.Western(), p.Address()} {
			l.text(x+float64(j)*130, at, 10, black, s)
		}
	}
}

// attach adds a file to the document's attachments.
func (d *pdf) attach(name, data string) {
	file := d.stream(fmt.Sprintf("/Type /EmbeddedFile /Params << /Size %d >>", len(data)), data)
	spec := d.add("<< /Type /Filespec /F (%s) /UF %s /EF << /F %d 0 R >> >>", name, utf16Hex(name), file)
	d.catalog += fmt.Sprintf("/Names << /EmbeddedFiles << /Names [(%s) %d 0 R] >> >> ", name, spec)
}
