package xlsx

import (
	"bytes"

	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// described emits the attributes of an element of a sheet that describe a link (18.3.1.47). On a tab that is not seen they are part of it.
func (v *cellReader) described(s *xmlscan.Scanner, names ...string) error {
	for _, name := range names {
		text, _ := s.Attr(name)
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		it := ooxml.Described(v.sh.Part.Name, string(text))
		if v.sh.place != nil {
			v.sh.on(&it)
		}
		it.Outer = v.sh.fix
		if err := v.emit(it); err != nil {
			return err
		}
	}
	return nil
}
