package samples

import "fmt"

// pdfCases lists the re-enactments that need a writer of our own: annotations, attachments, old revisions.
func pdfCases() []folder {
	return []folder{patientsAnnotated(), oldRevisionCase(), attachmentCase()}
}

// ward is the table of patients on a page of our own, with the rectangles of the two columns to cover.
func ward() (d *pdf, l *leaf, list []Person, boxes [2][4]float64) {
	list = wardPeople()
	d = newPDF()
	l = d.page()
	l.text(60, 770, 15, black, patientsTitle)
	xs := []float64{60, 100, 200, 300, 400}
	row := func(y float64, cells []string) {
		for j, s := range cells {
			l.text(xs[j], y, 10.5, black, s)
		}
	}
	l.box(56, 725, 420, 18, grey)
	row(730, patientHeads)
	for i, p := range list {
		row(710-float64(i)*20, patientRow(i, p))
	}
	l.text(60, 450, 10.5, black, patientsNote)
	bottom := 710 - 11*20 - 5.0
	return d, l, list, [2][4]float64{{98, bottom, 190, 723}, {198, bottom, 290, 723}}
}

// patientsAnnotated are the table with rectangles that a reader's commenting tool drew, with redactions that were never applied,
// under a picture, and under white boxes.
func patientsAnnotated() folder {
	f := folder{dir: "cases/pdf-patients-own", files: map[string][]byte{}}
	add := func(file, id string, cover func(d *pdf, l *leaf, b [4]float64)) {
		d, l, list, boxes := ward()
		for _, b := range boxes {
			cover(d, l, b)
		}
		l.end()
		f.files[file] = d.bytes()
		c := patientWant(list)
		c.File = file
		if id != "pdf/covered-text" {
			c.Places = counts{id: N(2)}
			c.People = ptr(N(13)) // the annotations name who drew them
		}
		f.want = append(f.want, c)
	}
	author := Roster(seedOf("pdf annotator"), 1)[0].Solid()
	add("annotation.pdf", "pdf/annotation-cover", func(d *pdf, l *leaf, b [4]float64) {
		look := d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%g %g %g %g]", b[0], b[1], b[2], b[3]), fmt.Sprintf("0 g 0 G %g %g %g %g re B", b[0], b[1], b[2]-b[0], b[3]-b[1]))
		l.annot("/Subtype /Square /Rect [%g %g %g %g] /IC [0 0 0] /C [0 0 0] /F 4 /T %s /M (D:20230711101502+09'00') /AP << /N %d 0 R >>", b[0], b[1], b[2], b[3], utf16Hex(author), look)
	})
	add("redact.pdf", "pdf/annotation-redact", func(d *pdf, l *leaf, b [4]float64) {
		l.annot("/Subtype /Redact /Rect [%g %g %g %g] /QuadPoints [%g %g %g %g %g %g %g %g] /IC [0 0 0] /F 4 /T %s", b[0], b[1], b[2], b[3], b[0], b[3], b[2], b[3], b[0], b[1], b[2], b[1], utf16Hex(author))
	})
	add("picture.pdf", "pdf/covered-text", func(d *pdf, l *leaf, b [4]float64) {
		n := d.picture(4, 4, func(int, int) [3]byte { return [3]byte{20, 20, 20} })
		l.draw("q %g 0 0 %g %g %g cm /%s Do Q", b[2]-b[0], b[3]-b[1], b[0], b[1], l.object(n))
	})
	add("white-box.pdf", "pdf/covered-text", func(d *pdf, l *leaf, b [4]float64) {
		l.box(b[0], b[1], b[2]-b[0], b[3]-b[1], white)
	})
	for i := range f.want {
		f.want[i].Published = "2023"
	}
	return f
}

// oldRevisionCase is a list whose private columns were deleted and which was saved on top of the old one.
func oldRevisionCase() folder {
	list := Roster(seedOf("pdf old revision"), 10)
	d := newPDF()
	l := d.page()
	l.text(60, 770, 15, black, "意見募集の結果")
	l.text(60, 740, 10.5, black, "提出された意見は10件でした。")
	after := l.content.String()
	l.roster(60, 700, list)
	content, _ := l.end()
	b := d.update(d.bytes(), map[int]string{content: d.streamBody("", after)})
	return one("cases/pdf-old-revision", "own.pdf", b, Case{
		Words:   Words{"名簿を消して上書き保存したPDFに、消す前のページが残っていた", "the page with the list was still in the file that it had been deleted from"},
		Verdict: "ng", Exit: ptr(1), Places: counts{"pdf/old-revision": N(1)}, People: ptr(AtLeast(10)), Detectors: counts{"name": AtLeast(10), "address": AtLeast(10)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: []string{list[0].Solid(), list[0].Address(), list[9].Solid()}, Kept: []string{"意見募集の結果", "提出された意見は"}, People: ptr(N(0)), Verdict: "ok"},
	})
}

// attachmentCase is a report with the workbook it was made from attached.
func attachmentCase() folder {
	list := Roster(seedOf("pdf attachment"), 24)
	work := newBook()
	work.sheet("回答", "").table("A1", roster(list, "氏名", "フリガナ", "住所", "電話番号", "メールアドレス"))
	d := newPDF()
	l := d.page()
	l.text(60, 770, 15, black, "アンケート結果報告書")
	l.text(60, 740, 10.5, black, "回答者は24人でした。")
	l.end()
	d.attach("answers.xlsx", string(work.bytes()))
	return one("cases/pdf-attachment", "own.pdf", d.bytes(), Case{
		Words:   Words{"報告書のPDFに、元の回答を入れたExcelが添付されていた", "a report with the workbook of answers attached"},
		Verdict: "ng", Exit: ptr(1), Places: counts{"pdf/attachment": N(1)}, People: ptr(N(24)), Rows: ptr(N(24)), Detectors: counts{"name": AtLeast(24), "email": AtLeast(24)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: []string{list[0].Name(), list[0].Mobile, list[23].Name(), list[23].Mail}, Kept: []string{"アンケート結果報告書", "回答者は"}, People: ptr(N(0)), Verdict: "ok"},
	})
}
