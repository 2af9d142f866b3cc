package samples

import (
	"fmt"
	"strings"
)

// A Print is a document that another program turns into a PDF file. The file is committed and made again only on request, since
// another version of the program writes other bytes.
type Print struct {
	Producer string // "libreoffice", "chromium"
	Source   string // name of the source: its ending says what it is
	Data     string
	To       string // path below testdata
	Want     Case
}

// Prints lists them.
func Prints() []Print {
	return []Print{
		patientsShapes(), patientsBars(), blackNames(), blackCells(), whiteList(), cardLetter(),
		controlsText(), controlsSheet(), controlsPage(), lockedNotice(),
		wrappedCells(), bareCells(), uprightRoster(), narrowSheet(),
	}
}

// printed makes the folders of the printed files, whose own bytes lie in testdata already.
func printed() []folder {
	var all []folder
	at := map[string]int{}
	for _, p := range Prints() {
		dir, file, _ := cutLast(p.To)
		w := p.Want
		w.File, w.Producer = file, p.Producer
		i, ok := at[dir]
		if !ok {
			i = len(all)
			at[dir] = i
			all = append(all, folder{dir: dir})
		}
		all[i].want = append(all[i].want, w)
	}
	return all
}

func cutLast(path string) (dir, file string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:], i >= 0
}

const (
	patientsTitle = "感染症発生状況について（報道提供資料）"
	patientsNote  = "保健所　感染症対策課"
)

// wardPeople are the patients of the re-enacted press release.
func wardPeople() []Person { return Roster(seedOf("pdf patients"), 12) }

// patientWant is what all painted-over tables have in common.
func patientWant(list []Person) Case {
	var gone []string
	for _, i := range []int{0, 3, 7, 11} {
		gone = append(gone, list[i].Solid(), list[i].Mobile)
	}
	return Case{
		Words:   Words{"報道に渡した発生状況の表で、患者の氏名と電話番号を黒く塗っただけだった", "patients' names and numbers in a press release, only painted over"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(len(list))), Rows: ptr(N(len(list))),
		Places: counts{"pdf/covered-text": AtLeast(1)}, Detectors: counts{"name": AtLeast(12), "phone": AtLeast(12)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{patientsTitle, patientsNote, "発病日", "軽症"}, People: ptr(N(0)), Verdict: "ok"},
	}
}

// patientRow is a row of the table: number, name, number, day, state. Only the second and third column are painted over.
func patientRow(i int, p Person) []string {
	return []string{itoa(i + 1), p.Solid(), p.Mobile, fmt.Sprintf("%d月%d日", 4+i%2, 3+i), []string{"軽症", "中等症"}[i%2]}
}

var patientHeads = []string{"番号", "患者氏名", "電話番号", "発病日", "症状"}

// patientsShapes is the table in Writer with two rectangles drawn over the columns.
func patientsShapes() Print {
	list := wardPeople()
	var b strings.Builder
	shape := func(z int, x, y, w, h float64) string {
		return fmt.Sprintf(`<draw:rect text:anchor-type="page" text:anchor-page-number="1" draw:z-index="%d" draw:style-name="Cover" svg:x="%.2fcm" svg:y="%.2fcm" svg:width="%.2fcm" svg:height="%.2fcm"/>`, z, x, y, w, h)
	}
	top := 2 + 1.2 + 0.75 // margin, title, head row
	b.WriteString(shape(1, 3.55, top, 3.9, 12*0.75) + shape(2, 7.55, top, 3.9, 12*0.75))
	b.WriteString(`<text:p text:style-name="Title">` + patientsTitle + `</text:p>`)
	var rows [][]string
	for i, p := range list {
		rows = append(rows, patientRow(i, p))
	}
	b.WriteString(odfTable([]float64{1.5, 4, 4, 3, 3}, patientHeads, rows, nil))
	b.WriteString(`<text:p text:style-name="P">` + patientsNote + `</text:p>`)
	return Print{"libreoffice", "patients.fodt", odfText(b.String()), "cases/pdf-patients/libreoffice.pdf", patientWant(list)}
}

// patientsBars is the same table as a web page, with bars laid over it.
func patientsBars() Print {
	list := wardPeople()
	var b strings.Builder
	b.WriteString(`<h1>` + patientsTitle + `</h1><table><tr>`)
	for _, h := range patientHeads {
		b.WriteString(`<th>` + h + `</th>`)
	}
	b.WriteString(`</tr>`)
	for i, p := range list {
		b.WriteString(`<tr>`)
		for j, s := range patientRow(i, p) {
			if j == 1 || j == 2 {
				s = `<span class="c">` + s + `<i></i></span>`
			}
			b.WriteString(`<td>` + s + `</td>`)
		}
		b.WriteString(`</tr>`)
	}
	b.WriteString(`</table><p>` + patientsNote + `</p>`)
	style := `.c{position:relative;display:inline-block}.c i{position:absolute;left:-2px;right:-2px;top:0;bottom:0;background:#000}`
	return Print{"chromium", "patients.html", page(style, b.String()), "cases/pdf-patients/chromium.pdf", patientWant(list)}
}

// page is a web page to be printed.
func page(style, body string) string {
	return `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>` + "資料" + `</title><style>@page{size:A4;margin:20mm}*{-webkit-print-color-adjust:exact}body{font:11pt "IPAGothic",sans-serif}h1{font-size:15pt;font-weight:normal}table{border-collapse:collapse}td,th{border:1px solid #888;padding:2px 8px;font-weight:normal;text-align:left}` +
		style + `</style><body>` + body + `</body></html>`
}

// lockedNotice is a notice that forbids printing and copying, and opens without a password all the same.
func lockedNotice() Print {
	d := newPDFDesk("pdf/permission-only")
	d.l.text(60, 500, 10.5, black, d.told())
	d.l.cover(60, 500, 10.5, black, d.told())
	return Print{"qpdf", "plain.pdf", string(d.finish()), "pdf/permission-only/dirty.pdf", Case{
		Words: Words{"印刷やコピーの禁止だけの保護", "permissions without a password"}, Verdict: "ng", Exit: ptr(1),
		Places: counts{"pdf/permission-only": N(1), "pdf/covered-text": AtLeast(1)},
		Clean:  &Clean{Args: []string{}, Gone: d.both(), Kept: []string{noticeTitle, "若葉町図書館", noticeFoot}, People: ptr(N(0))},
	}}
}
