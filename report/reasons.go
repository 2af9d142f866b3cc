package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// ReasonKinds are the kinds of files that the list of reasons is written as.
func ReasonKinds() []string { return []string{"csv", "xlsx"} }

// A reasonColumn is a column of the list of reasons. It says nothing about what was blacked out, not even how long it was.
type reasonColumn struct {
	head inspect.Words
	wide float64
	say  func(s redact.Struck, lang string) any
}

var reasonColumns = []reasonColumn{
	{inspect.Words{JA: "番号", EN: "no."}, 8, func(s redact.Struck, _ string) any { return s.N }},
	{inspect.Words{JA: "ページ", EN: "page"}, 8, func(s redact.Struck, _ string) any { return s.Page }},
	{inspect.Words{JA: "場所", EN: "place"}, 24, func(s redact.Struck, lang string) any { return reasonPlace(s).In(lang) }},
	{inspect.Words{JA: "不開示理由", EN: "reason"}, 48, func(s redact.Struck, _ string) any { return s.Reason }},
	{inspect.Words{JA: "ページ上の表示", EN: "written on the page"}, 28, func(s redact.Struck, _ string) any { return s.Label }},
}

// reasonPlace says where the upper left corner of a box is, in millimetres.
func reasonPlace(s redact.Struck) inspect.Words {
	mm := func(points float64) int { return int(math.Round(points / 72 * 25.4)) }
	x, y := mm(s.Box[0]), mm(s.Box[3])
	return inspect.Words{
		JA: fmt.Sprintf("左から%dmm、下から%dmm", x, y), EN: fmt.Sprintf("%d mm from the left, %d mm from the bottom", x, y),
	}
}

// Reasons writes the list of the places that were blacked out by marks, with the reason of each, as CSV for Excel (a byte order mark,
// CRLF) or as XLSX. Texts that a spreadsheet program would calculate are made inert.
func Reasons(w io.Writer, kind, lang string, list []redact.Struck) error {
	if kind == "xlsx" {
		return reasonsXLSX(w, lang, list)
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, len(reasonColumns))
	for i, c := range reasonColumns {
		cells[i] = c.head.In(lang)
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for _, s := range list {
		for i, c := range reasonColumns {
			switch v := c.say(s, lang).(type) {
			case int:
				cells[i] = strconv.Itoa(v)
			case string:
				cells[i] = inert(v)
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func reasonsXLSX(w io.Writer, lang string, list []redact.Struck) (err error) {
	book := excelize.NewFile()
	defer func() {
		if closed := book.Close(); err == nil {
			err = closed
		}
	}()
	title := inspect.Words{JA: "不開示理由一覧", EN: "reasons"}.In(lang)
	if err := book.SetSheetName(book.GetSheetName(0), title); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(title)
	if err != nil {
		return err
	}
	for i, c := range reasonColumns {
		if err := out.SetColWidth(i+1, i+1, c.wide); err != nil {
			return err
		}
	}
	for row := range len(list) + 1 {
		cells := make([]any, len(reasonColumns))
		for i, c := range reasonColumns {
			if row == 0 {
				cells[i] = c.head.In(lang)
			} else {
				cells[i] = c.say(list[row-1], lang)
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(row+1), cells); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}
