package wml

// A Change is a tracked change (17.13.5).
type Change struct {
	Kind  ChangeKind
	El    Element
	Whole Range
	N     int // of the paragraph
}

// A ChangeKind says what becomes of the element when the change is accepted.
type ChangeKind uint8

const (
	Insertion ChangeKind = iota // ins, moveTo around content: the tags go
	Deletion                    // del, moveFrom around content: all of it goes
	Formerly                    // rPrChange and its like, numberingChange: properties of old; it goes
	Flag                        // an empty ins or del among properties, the end of a moved range: it goes
)

// startChange takes an element that may be part of a tracked change.
func (w *walker) startChange(e *element, local string) {
	switch local {
	case "ins", "moveTo", "del", "moveFrom":
		w.startInsDel(e, local)
	case "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange":
		e.opened = opensChange
		w.changes++
	case "cellDel":
		w.goes("tc")
		e.opened = opensChange
		w.changes++
	case "cellIns", "cellMerge",
		"moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
		"customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
		"customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd":
		e.opened = opensChange
		w.changes++
	}
}

// startInsDel takes ins and del, which stand around content or as flags among properties.
func (w *walker) startInsDel(e *element, local string) {
	del := local == "del" || local == "moveFrom"
	switch w.parent() {
	case "rPr":
		if p := w.para(); p != nil && del && w.up(2) == "pPr" && w.changes == 0 {
			p.markDeleted = true
		}
	case "trPr":
		if del && w.changes == 0 {
			w.goes("tr")
		}
	case "numPr", "tcPr", "ctrlPr":
	default:
		e.opened = opensDeletion // or an insertion, which is closed in the same way; see endChange
		if del {
			w.deleted++
		}
		return
	}
	e.opened = opensChange
	w.changes++
}

// goes notes that the row or cell which is open is deleted.
func (w *walker) goes(local string) {
	if i := w.index(local); i >= 0 && !w.open[i].gone {
		w.open[i].gone = true
		w.deleted++
	}
}

// endChange reports a change.
func (w *walker) endChange(e *element, whole Range) error {
	c := &Change{El: *w.told(e, e.local), Whole: whole}
	c.N, c.El.Whole = c.El.N, whole
	switch {
	case e.opened == opensChange:
		w.changes--
		c.Kind = Flag
		if len(e.local) > 6 && e.local[len(e.local)-6:] == "Change" {
			c.Kind = Formerly
		}
	case e.local == "del" || e.local == "moveFrom":
		w.deleted--
		c.Kind = Deletion
	default:
		c.Kind = Insertion
	}
	return call(w.v.Change, c)
}
