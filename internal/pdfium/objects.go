package pdfium

import (
	"context"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// A Text is a text object of a page: what one operation shows. X and Y are where it begins, in default user space, in points.
type Text struct{ X, Y float64 }

type textObject = references.FPDF_PAGEOBJECT

// Bounds on the objects of a page.
const (
	maxPageObjects = 200_000
	maxFormDepth   = 32
)

// Texts returns the text objects of a page and of the forms that it uses, in the order of painting. [Doc.Switch] knows them by their
// index, until another page is asked for.
func (d *Doc) Texts(ctx context.Context, page int) ([]Text, error) {
	if err := d.hold(ctx, page); err != nil {
		return nil, err
	}
	w := &walk{d: d}
	err := guard(func() error {
		n, err := d.inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: d.handle()})
		if err != nil {
			return err
		}
		for i := range n.Count {
			o, err := d.inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: d.handle(), Index: i})
			if err != nil {
				return err
			}
			if err := w.object(o.PageObject, unit, 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, d.failure(ctx, err)
	}
	d.texts, d.paths = w.refs, w.others
	return w.texts, nil
}

// Switch switches text objects of the page that is held off or on: those of Texts whose index on says so.
func (d *Doc) Switch(ctx context.Context, on func(text int) bool) error {
	return d.failure(ctx, guard(func() error {
		for i, ref := range d.texts {
			if err := d.setActive(ref, on(i)); err != nil {
				return err
			}
		}
		return nil
	}))
}

// SwitchRest switches everything that is no text off or on.
func (d *Doc) SwitchRest(ctx context.Context, on bool) error {
	return d.failure(ctx, guard(func() error {
		for _, ref := range d.paths {
			if err := d.setActive(ref, on); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (d *Doc) setActive(ref references.FPDF_PAGEOBJECT, on bool) error {
	_, err := d.inst.FPDFPageObj_SetIsActive(&requests.FPDFPageObj_SetIsActive{PageObject: ref, Active: on})
	return err
}

type matrix = structs.FPDF_FS_MATRIX

var unit = matrix{A: 1, D: 1}

// A walk visits the objects of a page.
type walk struct {
	d      *Doc
	texts  []Text
	refs   []references.FPDF_PAGEOBJECT
	others []references.FPDF_PAGEOBJECT
	seen   int
}

func (w *walk) object(ref references.FPDF_PAGEOBJECT, outer matrix, depth int) error {
	if w.seen++; w.seen > maxPageObjects || depth > maxFormDepth {
		return ErrRefused
	}
	kind, err := w.d.inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		m, err := w.matrix(ref, outer)
		if err != nil {
			return err
		}
		w.refs = append(w.refs, ref)
		w.texts = append(w.texts, Text{float64(m.E), float64(m.F)})
	case enums.FPDF_PAGEOBJ_FORM:
		m, err := w.matrix(ref, outer)
		if err != nil {
			return err
		}
		return w.form(ref, m, depth)
	default:
		w.others = append(w.others, ref)
	}
	return nil
}

func (w *walk) form(ref references.FPDF_PAGEOBJECT, m matrix, depth int) error {
	n, err := w.d.inst.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: ref})
	if err != nil {
		return err
	}
	for i := range n.Count {
		o, err := w.d.inst.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)})
		if err != nil {
			return err
		}
		if err := w.object(o.PageObject, m, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// matrix returns an object's matrix within the page.
func (w *walk) matrix(ref references.FPDF_PAGEOBJECT, o matrix) (matrix, error) {
	r, err := w.d.inst.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref})
	if err != nil {
		return matrix{}, err
	}
	m := r.Matrix
	return matrix{
		A: m.A*o.A + m.B*o.C, B: m.A*o.B + m.B*o.D,
		C: m.C*o.A + m.D*o.C, D: m.C*o.B + m.D*o.D,
		E: m.E*o.A + m.F*o.C + o.E, F: m.E*o.B + m.F*o.D + o.F,
	}, nil
}
