package samples

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

// bigHeads are the columns of the big roster; four of them hold a text of its own in every row.
var bigHeads = []string{"番号", "氏名", "フリガナ", "住所", "電話番号", "生年月日", "メールアドレス", "会員番号"}

// BigRoster streams a workbook for benchmarks: a visible summary and a hidden roster of rows people, eight columns, four unique
// shared strings a row. The sheet "名簿" holds rows addresses, telephone numbers, mail addresses and names; memory stays small.
func BigRoster(w io.Writer, rows int) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, 6) })
	frame := bigFrame(rows)
	for _, m := range frame {
		err := write(z, string(m.name), func(w *bufio.Writer) {
			if string(m.name) == bigSheetName {
				bigSheet(w, rows)
				return
			}
			w.Write(m.data)
		})
		if err != nil {
			return err
		}
	}
	if err := write(z, "xl/sharedStrings.xml", func(w *bufio.Writer) { bigStrings(w, rows) }); err != nil {
		return err
	}
	return z.Close()
}

const bigSheetName = "xl/worksheets/sheet2.xml"

// bigFrame is everything but the streamed parts: the summary, styles, and an empty hidden sheet to be filled.
func bigFrame(rows int) []member {
	b := newBook()
	b.inline = true
	s := b.sheet("集計", "")
	s.set("A1", "会員数の集計", titleStyle)
	s.line("A3", textStyle, "会員数", formula{f: fmt.Sprintf("COUNTA(名簿!B2:B%d)", rows+1), v: rows})
	b.sheet("名簿", "hidden")
	b.finish()
	b.add("xl/sharedStrings.xml", ctSheetML+"sharedStrings+xml", "")
	b.wb.relate("sharedStrings", "xl/sharedStrings.xml")
	var list []member
	for _, m := range b.members() {
		if string(m.name) != "xl/sharedStrings.xml" {
			list = append(list, m)
		}
	}
	return list
}

// bigPool is how many names the big roster draws from; they stand before the strings of the rows.
const bigPool = 2000

// bigPerson invents the person of a row, the same whenever it is asked.
func bigPerson(i int) Person { return person(newRNG(uint64(i) + 7_000_000)) }

// bigSheet streams the hidden sheet. Shared strings: heads, names, readings, then four for each row.
func bigSheet(w *bufio.Writer, rows int) {
	fmt.Fprintf(w, `%s<worksheet xmlns="%s"><dimension ref="A1:H%d"/><sheetData><row r="1" spans="1:8">`, xmlHead, nsMain, rows+1)
	for j := range bigHeads {
		fmt.Fprintf(w, `<c r="%s" s="2" t="s"><v>%d</v></c>`, ref(j+1, 1), j)
	}
	w.WriteString("</row>")
	names, own := len(bigHeads), len(bigHeads)+2*bigPool
	for i := range rows {
		n, name, at := i+2, names+i%bigPool, own+4*i
		fmt.Fprintf(w, `<row r="%[1]d" spans="1:8"><c r="A%[1]d"><v>%[2]d</v></c><c r="B%[1]d" t="s"><v>%[3]d</v></c><c r="C%[1]d" t="s"><v>%[4]d</v></c><c r="D%[1]d" t="s"><v>%[5]d</v></c><c r="E%[1]d" t="s"><v>%[6]d</v></c><c r="F%[1]d" s="5"><v>%[7]d</v></c><c r="G%[1]d" t="s"><v>%[8]d</v></c><c r="H%[1]d" t="s"><v>%[9]d</v></c></row>`,
			n, i+1, name, name+bigPool, at, at+1, 14000+i*7919%24000, at+2, at+3)
	}
	w.WriteString("</sheetData></worksheet>")
}

// bigStrings streams the shared strings in the order that bigSheet counts on.
func bigStrings(w *bufio.Writer, rows int) {
	unique := len(bigHeads) + 2*bigPool + 4*rows
	fmt.Fprintf(w, `%s<sst xmlns="%s" count="%d" uniqueCount="%d">`, xmlHead, nsMain, len(bigHeads)+6*rows, unique)
	item := func(s string) { w.WriteString("<si><t>" + esc(s) + "</t></si>") }
	for _, h := range bigHeads {
		item(h)
	}
	pool := Roster(seedOf("big roster"), bigPool)
	for _, p := range pool {
		item(p.Name())
	}
	for _, p := range pool {
		item(p.Kana())
	}
	for i := range rows {
		p := bigPerson(i)
		item(p.Address() + "　" + itoa(i+1) + "号棟")
		item(fmt.Sprintf("0%d0-%d-%04d", 7+i%3, 2000+i/3/10000%8000, i/3%10000))
		item(fmt.Sprintf("kaiin%07d@%s", i, strings.SplitN(p.Mail, "@", 2)[1]))
		item(fmt.Sprintf("M%08d", i))
	}
	w.WriteString("</sst>")
}

// write streams one entry; a bufio.Writer keeps the first error.
func write(z *zip.Writer, name string, fill func(w *bufio.Writer)) error {
	out, err := z.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 64<<10)
	fill(w)
	return w.Flush()
}
