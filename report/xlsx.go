package report

import (
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// xlsxWriter prints a workbook with two sheets: one line a file, and one line a finding. It is written at the end.
type xlsxWriter struct {
	voice
	w     io.Writer
	book  *excelize.File
	files *sheetWriter
	found *sheetWriter
	err   error
}

// A sheetWriter writes a sheet from top to bottom.
type sheetWriter struct {
	*excelize.StreamWriter
	row int
}

// maxRows leaves room for the line that says that lines are missing. ECMA-376 sets no bound; Excel reads 1,048,576 rows.
const maxRows = 1<<20 - 2

var (
	sheetFiles = inspect.Words{JA: "ファイル", EN: "Files"}
	sheetFound = inspect.Words{JA: "見つかったもの", EN: "Findings"}
	sayCut     = inspect.Words{JA: "ここから先は入りきりませんでした。報告の形式を csv にしてください。", EN: "The rest did not fit: use the csv report."}
)

// perFile are the columns of the list of files.
var perFile = []column{
	ledger[0],
	ledger[1],
	{inspect.Words{JA: "わかったこと", EN: "What was found"}, 60, func(v voice, e entry) any { return v.told(e.file.Result) }},
	{inspect.Words{JA: "人数の目安", EN: "People, about"}, 12, func(_ voice, e entry) any { return e.file.People }},
	{inspect.Words{JA: "表の行", EN: "Table rows"}, 10, func(_ voice, e entry) any { return e.file.Rows }},
	{inspect.Words{JA: "個人データの種類と件数", EN: "Personal data"}, 50, func(v voice, e entry) any {
		return v.counts(e.file.Counts.Detectors, len(e.file.Counts.Detectors))
	}},
	{inspect.Words{JA: "調べられなかったところ", EN: "Not read"}, 12, func(_ voice, e entry) any { return len(e.file.Unread) }},
	{inspect.Words{JA: "公開用ファイル", EN: "Copy"}, 36, voice.copy},
	{inspect.Words{JA: "公開用の判定", EN: "Copy's verdict"}, 12, voice.copyVerdict},
	{inspect.Words{JA: "大きさ（バイト）", EN: "Size (bytes)"}, 14, func(_ voice, e entry) any { return int(e.file.Size) }},
	{inspect.Words{JA: "確認番号（SHA-256）", EN: "SHA-256"}, 20, func(_ voice, e entry) any { return e.file.SHA256 }},
}

func newXLSX(w io.Writer, o Options) Writer {
	x := &xlsxWriter{voice: voice{o}, w: w, book: excelize.NewFile()}
	x.note(x.book.SetDocProps(&excelize.DocProperties{Creator: "sumikeshi", Title: x.say(htmlWords["title"]), Language: o.Lang}))
	x.files = x.sheet(0, sheetFiles, perFile)
	x.found = x.sheet(1, sheetFound, ledger)
	return x
}

// sheet begins a sheet with its head, which stays in sight.
func (x *xlsxWriter) sheet(n int, name inspect.Words, cols []column) *sheetWriter {
	title := x.say(name)
	if n == 0 {
		x.note(x.book.SetSheetName(x.book.GetSheetName(0), title))
	} else {
		_, err := x.book.NewSheet(title)
		x.note(err)
	}
	stream, err := x.book.NewStreamWriter(title)
	x.note(err)
	bold, err := x.book.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8E8E8"}},
	})
	x.note(err)
	if x.err != nil {
		return nil
	}
	for i, c := range cols {
		x.note(stream.SetColWidth(i+1, i+1, c.wide))
	}
	x.note(stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	s := &sheetWriter{stream, 0}
	x.put(s, cols, func(c column) any { return excelize.Cell{StyleID: bold, Value: x.say(c.head)} })
	return s
}

func (x *xlsxWriter) File(f *File) error {
	// A file that can't be written to is noticed at the first file, as with the other kinds.
	if _, err := x.w.Write(nil); err != nil {
		return err
	}
	x.put(x.files, perFile, func(c column) any { return c.say(x.voice, entry{file: f}) })
	x.note(entries(f, func(e entry) error {
		x.put(x.found, ledger, func(c column) any { return c.say(x.voice, e) })
		return x.err
	}))
	return x.err
}

// put writes a line, or the one that says that there is no more room.
func (x *xlsxWriter) put(s *sheetWriter, cols []column, cell func(column) any) {
	if x.err != nil || s.row > maxRows {
		return
	}
	s.row++
	cells := make([]any, 0, len(cols))
	for _, c := range cols {
		cells = append(cells, cell(c))
	}
	if s.row > maxRows {
		cells = []any{x.say(sayCut)}
	}
	at, err := excelize.CoordinatesToCellName(1, s.row)
	x.note(err)
	x.note(s.SetRow(at, cells))
}

func (x *xlsxWriter) End(Summary) error {
	for _, s := range []*sheetWriter{x.files, x.found} {
		if x.err == nil {
			x.note(s.Flush())
		}
	}
	if x.err == nil {
		x.note(x.book.Write(x.w))
	}
	x.note(x.book.Close())
	return x.err
}

func (x *xlsxWriter) note(err error) {
	if x.err == nil {
		x.err = err
	}
}
