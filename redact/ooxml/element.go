package ooxml

import (
	"io"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// editElements leaves out the elements that fixes name, in parts that are held. In sheets and strings it is done while they stream. The
// defined names are left to the workbook's own edit, which numbers them itself.
func (j *job) editElements() error {
	for part, fixes := range j.elements {
		if !j.kept[part] || j.streamed(part) {
			continue
		}
		if j.wb != nil && part == j.wb.Part {
			fixes = slices.DeleteFunc(slices.Clone(fixes), func(f inspect.DropElement) bool { return f.Element == "definedName" })
		}
		goes, err := j.findElements(part, fixes)
		if err != nil {
			return err
		}
		if err := j.spliceSmall(part, dropAt(goes)); err != nil {
			return err
		}
	}
	return nil
}

// editAttrs leaves out the attributes that fixes name, in parts that are held.
func (j *job) editAttrs() error {
	for part, fixes := range j.attrs {
		if !j.kept[part] {
			continue
		}
		err := j.rewrite(part, func(r io.Reader, w io.Writer) error {
			return xmlscan.Rewrite(j.ctx, r, w, func(s *xmlscan.Scanner, out *xmlscan.Out) error {
				for _, f := range fixes {
					if s.Kind() == xmlscan.Start && s.Is(f.Element) {
						out.DelAttr(f.Attr)
					}
				}
				return nil
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// streamed reports whether a part is too large to be held: its elements go when it is written.
func (j *job) streamed(part *opc.Part) bool {
	_, sheet := j.sheetOf[part]
	return sheet || j.wb != nil && part == j.wb.Strings
}

// findElements returns where the elements begin that fixes name by their number in the part.
func (j *job) findElements(part *opc.Part, fixes []inspect.DropElement) (map[int64]bool, error) {
	seen := map[string]int{}
	for _, f := range fixes {
		seen[f.Element] = 0
	}
	at := map[int64]bool{}
	err := j.scan(part, func(s *xmlscan.Scanner) error {
		n, ok := seen[string(s.LocalBytes())]
		if s.Kind() != xmlscan.Start || !ok {
			return nil
		}
		n++
		seen[s.Local()] = n
		for _, f := range fixes {
			if f.Element == s.Local() && (f.N == 0 || f.N == n) {
				at[s.Offset()] = true
			}
		}
		return nil
	})
	return at, err
}

// dropAt is a hook that leaves out the elements that begin there: an element may go with what is around it, and those inside of it are
// then not counted.
func dropAt(at map[int64]bool) hook {
	return func(p *splicer) (action, error) {
		if len(p.open) > 0 && at[p.s.Offset()] {
			return drop, nil
		}
		return keep, nil
	}
}

// dropElements is a hook that leaves out the elements that fixes name by their number in the part. It has to see the part as it was
// inspected, so it stands alone and comes first.
func dropElements(fixes []inspect.DropElement) hook {
	seen := map[string]int{}
	for _, f := range fixes {
		seen[f.Element] = 0
	}
	count := func(s *xmlscan.Scanner) bool {
		n, ok := seen[string(s.LocalBytes())]
		if !ok {
			return false
		}
		n++
		seen[s.Local()] = n
		for _, f := range fixes {
			if f.Element == s.Local() && (f.N == 0 || f.N == n) {
				return true
			}
		}
		return false
	}
	return func(p *splicer) (action, error) {
		if !count(p.s) || len(p.open) == 0 {
			return keep, nil
		}
		for depth := p.s.Depth(); p.s.Next() && !(p.s.Kind() == xmlscan.End && p.s.Depth() == depth); {
			if p.s.Kind() == xmlscan.Start {
				count(p.s)
			}
		}
		return lost, nil
	}
}
