package sml

import (
	"context"
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Rich is the store of the rich values of a workbook ([MS-XLSX] 2.3.8): what a cell is beside its value. A picture placed in a cell is
// one, so is an error with a reason, so is an entry of a data type with its card of fields. The value of such a cell is #VALUE!.
type Rich struct {
	values []richValue
	kinds  []richKind
	cells  []int    // by the number that a cell has in its attribute vm, from 1: a value, or -1
	images []string // by the number that a picture has: the relationship of the part that lists them

	Rels *opc.Part // lists the pictures; nil if there is none
}

type richValue struct {
	kind   int
	fields []string
}

type richKind struct {
	name string
	keys []string
}

// maxRich bounds what is held of the store, in values, fields and cells.
const maxRich = 1 << 20

// RichParts are the types of the relationships that lead from a workbook to the parts of its store.
var RichParts = []string{
	"rdRichValue", "rdRichValueStructure", "rdRichValueTypes", "rdArray", "rdSupportingPropertyBag", "rdSupportingPropertyBagStructure",
	"richStyles", "rdRichValueWebImage", "richValueRel",
}

// ReadRich reads the store of a workbook. It returns nil if there is none, or if it can't be read.
func ReadRich(ctx context.Context, wb *Workbook) *Rich {
	if len(wb.Part.ByType("rdRichValue")) == 0 {
		return nil
	}
	r := &Rich{}
	m := richCells{rich: r}
	for _, x := range []struct {
		rel  string
		take func(*xmlscan.Scanner)
	}{{"rdRichValue", r.value}, {"rdRichValueStructure", r.structure}, {"richValueRel", r.image}, {"sheetMetadata", m.take}} {
		for _, rel := range wb.Part.ByType(x.rel) {
			if rel.Part == nil {
				continue
			}
			if x.rel == "richValueRel" {
				r.Rels = rel.Part
			}
			if !eachStart(ctx, rel.Part, x.take) {
				return nil
			}
		}
	}
	return r
}

// eachStart hands the start of every element of a part to take, and reports whether all could be read.
func eachStart(ctx context.Context, part *opc.Part, take func(*xmlscan.Scanner)) bool {
	rc, err := part.Open(ctx)
	if err != nil {
		return false
	}
	defer rc.Close()
	s := xmlscan.New(ctx, rc)
	for s.Next() {
		if s.Kind() == xmlscan.Start {
			take(s)
		}
	}
	return s.Err() == nil
}

// value takes the element rv, a value, and the fields in it.
func (r *Rich) value(s *xmlscan.Scanner) {
	switch {
	case len(r.values) > maxRich:
	case s.Is("rv"):
		r.values = append(r.values, richValue{kind: attrInt(s, "s", -1)})
	case s.Is("v") && len(r.values) > 0:
		if last := &r.values[len(r.values)-1]; len(last.fields) < maxRich {
			last.fields = append(last.fields, ElementText(s))
		}
	}
}

// structure takes the element s, a kind of value, and its keys k.
func (r *Rich) structure(s *xmlscan.Scanner) {
	switch {
	case len(r.kinds) > maxRich:
	case s.Is("s"):
		r.kinds = append(r.kinds, richKind{name: attr(s, "t")})
	case s.Is("k") && len(r.kinds) > 0:
		if last := &r.kinds[len(r.kinds)-1]; len(last.keys) < maxRich {
			last.keys = append(last.keys, attr(s, "n"))
		}
	}
}

func (r *Rich) image(s *xmlscan.Scanner) {
	if s.Is("rel") && len(r.images) < maxRich {
		r.images = append(r.images, RelAttr(s, "id"))
	}
}

// richCells reads the metadata part (18.9): a cell's vm counts the blocks of valueMetadata, each of which names a type and a block of
// futureMetadata of that type, which names the value.
type richCells struct {
	rich   *Rich
	types  int // seen
	kind   int // of rich values, from 1
	inType bool
	inList bool
	blocks []int
}

func (m *richCells) take(s *xmlscan.Scanner) {
	switch {
	case s.Is("metadataType"):
		if m.types++; attr(s, "name") == "XLRICHVALUE" {
			m.kind = m.types
		}
	case s.Is("futureMetadata"):
		m.inType, m.inList = attr(s, "name") == "XLRICHVALUE", false
	case s.Is("cellMetadata"):
		m.inType, m.inList = false, false
	case s.Is("valueMetadata"):
		m.inType, m.inList = false, true
	case len(m.blocks) > maxRich || len(m.rich.cells) > maxRich:
	case s.Is("bk") && m.inType:
		m.blocks = append(m.blocks, -1)
	case s.Is("rvb") && m.inType && len(m.blocks) > 0:
		m.blocks[len(m.blocks)-1] = attrInt(s, "i", -1)
	case s.Is("bk") && m.inList:
		m.rich.cells = append(m.rich.cells, -1)
	case s.Is("rc") && m.inList && len(m.rich.cells) > 0 && attrInt(s, "t", 0) == m.kind:
		if v := attrInt(s, "v", -1); v >= 0 && v < len(m.blocks) {
			m.rich.cells[len(m.rich.cells)-1] = m.blocks[v]
		}
	}
}

// Plain reports whether the store holds nothing but pictures placed in cells and reasons for errors: what a reader sees.
func (r *Rich) Plain() bool {
	return !slices.ContainsFunc(r.kinds, func(k richKind) bool { return k.name != richPicture && k.name != "_error" })
}

const richPicture = "_localImage"

// Pictures reports whether pictures are placed in cells.
func (r *Rich) Pictures() bool {
	return slices.ContainsFunc(r.kinds, func(k richKind) bool { return k.name == richPicture })
}

// of returns the value that a cell names by its attribute vm.
func (r *Rich) of(vm int) (richValue, richKind, bool) {
	if r == nil || vm < 1 || vm > len(r.cells) {
		return richValue{}, richKind{}, false
	}
	i := r.cells[vm-1]
	if i < 0 || i >= len(r.values) || r.values[i].kind < 0 || r.values[i].kind >= len(r.kinds) {
		return richValue{}, richKind{}, false
	}
	return r.values[i], r.kinds[r.values[i].kind], true
}

// Shown returns the text that a cell shows which has the number vm, false if it shows its value.
func (r *Rich) Shown(vm int) (string, bool) {
	v, k, ok := r.of(vm)
	if !ok {
		return "", false
	}
	i := slices.Index(k.keys, "_DisplayString")
	if i < 0 || i >= len(v.fields) {
		return "", false
	}
	return v.fields[i], true
}

// Picture returns the relationship of [Rich.Rels] to the picture that a cell shows which has the number vm.
func (r *Rich) Picture(vm int) (id string, ok bool) {
	v, k, ok := r.of(vm)
	if !ok || k.name != richPicture {
		return "", false
	}
	i := slices.Index(k.keys, "_rvRel:LocalImageIdentifier")
	if i < 0 || i >= len(v.fields) {
		return "", false
	}
	n := atoi([]byte(v.fields[i]), -1)
	if n < 0 || n >= len(r.images) {
		return "", false
	}
	return r.images[n], true
}
