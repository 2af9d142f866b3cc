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
}

// ScanStrings reads a shared strings part. The function may return [ErrStop].
func ScanStrings(ctx context.Context, r io.Reader, fn func(*String) error) error {
	s := xmlscan.New(ctx, r)
	str := String{ID: -1}
	inText, inPhonetic := false, false
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Text:
			switch {
			case !inText:
			case inPhonetic:
				str.Phonetic = append(str.Phonetic, s.Text()...)
			default:
				str.Text = append(str.Text, s.Text()...)
			}
		case xmlscan.Start:
			switch {
			case s.Is("t"):
				inText = true
			case s.Is("rPh"):
				inPhonetic = true
			case s.Is("si"):
				str.ID, str.Text, str.Phonetic = str.ID+1, str.Text[:0], str.Phonetic[:0]
			}
		case xmlscan.End:
			switch {
			case s.Is("t"):
				inText = false
			case s.Is("rPh"):
				inPhonetic = false
			case s.Is("si"):
				if err := fn(&str); err != nil {
					if errors.Is(err, ErrStop) {
						return nil
					}
					return err
				}
			}
		}
	}
	return s.Err()
}
