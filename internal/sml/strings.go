package sml

import (
	"context"
	"errors"
	"io"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A String is an si element (18.4.8). It is borrowed until the next one.
type String struct {
	ID       int    // from 0
	Text     []byte // what the cell shows: the text of all runs
	Phonetic []byte // the reading (furigana), which no cell shows by default
	Runs     []Run  // of a rich text
}

// ScanStrings reads a shared strings part. The function may return [ErrStop].
func ScanStrings(ctx context.Context, r io.Reader, fn func(*String) error) error {
	sc := stringScan{s: xmlscan.New(ctx, r), fn: fn, str: String{ID: -1}}
	return sc.run()
}

type stringScan struct {
	s   *xmlscan.Scanner
	fn  func(*String) error
	str String

	text, phonetic     []byte // of strings that are not plain
	runs               runReader
	inText, inPhonetic bool
	thorough           bool // leave every string to the scanner; for tests
}

func (sc *stringScan) run() error {
	for sc.s.Next() {
		var err error
		switch sc.s.Kind() {
		case xmlscan.Text:
			sc.add(sc.s.Text())
		case xmlscan.Start:
			err = sc.start()
		case xmlscan.End:
			err = sc.end()
		}
		if errors.Is(err, ErrStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return sc.s.Err()
}

func (sc *stringScan) add(text []byte) {
	switch {
	case !sc.inText:
	case sc.inPhonetic:
		sc.phonetic = append(sc.phonetic, text...)
	default:
		sc.text = append(sc.text, text...)
	}
}

func (sc *stringScan) start() error {
	switch s := sc.s; {
	case s.Is("t"):
		sc.inText = true
	case s.Is("rPh"):
		sc.inPhonetic = true
	case s.Is("si"):
		sc.str.ID++
		sc.text, sc.phonetic, sc.runs.runs = sc.text[:0], sc.phonetic[:0], sc.runs.runs[:0]
	case s.Is("sst"):
		return sc.ahead()
	default:
		sc.runs.start(s, len(sc.text))
	}
	return nil
}

func (sc *stringScan) end() error {
	switch s := sc.s; {
	case s.Is("t"):
		sc.inText = false
	case s.Is("rPh"):
		sc.inPhonetic = false
	case s.Is("si"):
		sc.str.Text, sc.str.Phonetic, sc.str.Runs = sc.text, sc.phonetic, sc.runs.runs
		if err := sc.fn(&sc.str); err != nil {
			return err
		}
		return sc.ahead()
	default:
		sc.runs.end(s, len(sc.text))
	}
	return nil
}
