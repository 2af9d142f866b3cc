package xlsx

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// placeOf returns the hiding place of a cell, the one that hides most first. It announces hidden rows and columns when the first
// value in them comes by. A plain cell in a plain row costs two comparisons.
func (v *cellReader) placeOf(c *sml.Cell) (*inspect.Place, error) {
	sh := v.sh
	v.shade, v.fits = sml.Light, 0
	if sh.place != nil && !sh.place.OnlyWithPeople {
		return sh.place, nil
	}
	if v.rowPlace != nil {
		return v.rowPlace, v.announceRow(c)
	}
	if place := sh.columnPlace(c.Col); place != nil {
		return place, v.announceColumn(c, place)
	}
	format := v.d.styles.Format(c.Style)
	v.shade = format.Shade
	if format.Look != 0 || v.framed {
		if place := v.hiddenCell(c, format); place != nil {
			return place, nil
		}
		if format.Look&sml.Shrinks != 0 {
			v.fits = v.room(c)
		}
	}
	return sh.place, nil
}

// hiddenCell returns the place of a cell that is hidden by itself, in a row and a column that are not.
func (v *cellReader) hiddenCell(c *sml.Cell, format *sml.CellFormat) *inspect.Place {
	f := &v.sh.frame
	look, number := format.Look, format.Number
	apart := false
	if v.framed {
		apart = len(f.print) > 0 && v.islands.apart(c, f.print)
		switch {
		case f.mergedAway(c.Row, c.Col):
			return MergedAwayCell
		case v.under.hides(c.Col):
			return CoveredCell
		}
		if f.rules.Has(c.Col) || f.painted.Has(c.Col) {
			v.shade = sml.Medium // or any other
		}
		ruled := v.d.ruleOn(f, c, format)
		if ruled.unsure {
			look &^= sml.SameColor | sml.Blacked | sml.TextInk | sml.NumberInk
		}
		if x := ruled.format; x != nil {
			look = ruled.look(look, format, c)
			if x.Numbers {
				number, look = x.Number, look|sml.Blank
			}
		}
	}
	switch {
	case look&sml.Blank != 0 && hiddenByFormat(number, c):
		return FormatHiddenCell
	case look&sml.Blacked != 0, inked(look, c) && format.Filled && format.Shade == sml.Dark:
		return BlackedCell
	case look&sml.SameColor != 0, inked(look, c):
		return SameColorText
	case look&sml.Tiny != 0:
		return TinyText
	case apart:
		return OutsidePrintArea
	}
	return nil
}

// look returns what hides a cell under a conditional format that surely applies. Zeros and errors are no content: rules that hide them
// are everywhere.
func (ruled *verdict) look(own sml.Look, format *sml.CellFormat, c *sml.Cell) sml.Look {
	x := ruled.format
	if ruled.unsure || !x.HasFont && !x.HasFill {
		return own
	}
	own &^= sml.SameColor | sml.Blacked | sml.TextInk | sml.NumberInk
	if x.Hides(format) && !naught(c) {
		own |= sml.SameColor
	}
	return own
}

// inked reports whether the number format paints the cell's value in the colour of its ground.
func inked(look sml.Look, c *sml.Cell) bool {
	switch c.Type {
	case sml.TypeShared, sml.TypeString, sml.TypeInline:
		return look&sml.TextInk != 0
	case sml.TypeNumber, sml.TypeDate:
		return look&sml.NumberInk != 0 && len(c.Value) > 0 && c.Value[0] != '-' && !naught(c)
	}
	return false
}

// naught reports whether a cell holds a zero or an error.
func naught(c *sml.Cell) bool {
	if c.Type != sml.TypeNumber {
		return c.Type == sml.TypeError
	}
	n, err := strconv.ParseFloat(string(c.Value), 64)
	return err == nil && n == 0
}
