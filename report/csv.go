package report

import (
	"encoding/csv"
	"io"
	"strconv"
)

// csvWriter prints a ledger for a spreadsheet program: one line a finding, and one for every part that could not be read. It begins
// with a byte order mark, or Excel takes it for CP932; lines end as RFC 4180 says.
type csvWriter struct {
	voice
	w     io.Writer
	csv   *csv.Writer
	begun bool
}

func newCSV(w io.Writer, o Options) Writer {
	c := &csvWriter{voice: voice{o}, w: w, csv: csv.NewWriter(w)}
	c.csv.UseCRLF = true
	return c
}

func (c *csvWriter) File(f *File) error {
	if err := c.head(); err != nil {
		return err
	}
	err := entries(f, func(e entry) error {
		return c.row(func(col column) any { return col.say(c.voice, e) })
	})
	if err != nil {
		return err
	}
	c.csv.Flush()
	return c.csv.Error()
}

func (c *csvWriter) End(Summary) error {
	if err := c.head(); err != nil {
		return err
	}
	c.csv.Flush()
	return c.csv.Error()
}

func (c *csvWriter) head() error {
	if c.begun {
		return nil
	}
	c.begun = true
	if _, err := io.WriteString(c.w, "\ufeff"); err != nil {
		return err
	}
	return c.row(func(col column) any { return c.say(col.head) })
}

func (c *csvWriter) row(cell func(column) any) error {
	cells := make([]string, len(ledger))
	for i, col := range ledger {
		switch v := cell(col).(type) {
		case int:
			cells[i] = strconv.Itoa(v)
		case string:
			cells[i] = inert(v)
		}
	}
	return c.csv.Write(cells)
}
