package picture

import (
	"context"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Frames returns for each picture of a package what every frame around it cuts off: of a picture that is shown whole somewhere,
// nothing. A part that can't be read shows all its pictures whole.
func Frames(ctx context.Context, pkg *opc.Package) map[*opc.Part]Crop {
	all := map[*opc.Part]Crop{}
	for _, part := range pkg.Parts {
		pictures := map[string]*opc.Part{}
		for _, rel := range part.Rels {
			if rel.Part != nil && strings.HasSuffix(rel.Type, "/image") {
				pictures[rel.ID] = rel.Part
			}
		}
		if len(pictures) == 0 {
			continue
		}
		shown := framesOf(ctx, part)
		for id, picture := range pictures {
			crop := shown[id] // a picture that nothing names is shown whole for all that is known
			if before, ok := all[picture]; ok {
				crop = crop.Union(before)
			}
			all[picture] = crop
		}
	}
	return all
}

// framesOf returns what a part shows of pictures, by their relationships. Sheets are not read: they frame no picture.
func framesOf(ctx context.Context, part *opc.Part) map[string]Crop {
	if !strings.HasSuffix(part.ContentType, "xml") && !strings.HasSuffix(part.ContentType, "vmldrawing") || strings.HasSuffix(part.ContentType, "worksheet+xml") {
		return nil
	}
	r, err := part.Open(ctx)
	if err != nil {
		return nil
	}
	defer r.Close()
	shown := map[string]Crop{}
	f := Framer{Show: func(id string, c Crop) {
		if before, ok := shown[id]; ok {
			c = c.Union(before)
		}
		shown[id] = c
	}}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		f.Token(s)
	}
	if s.Err() != nil {
		return nil
	}
	return shown
}

// A Framer follows the tokens of a part and says how pictures are framed: in fills of DrawingML (ECMA-376 part 1, 20.1.8.14 and
// 20.1.8.55) and in VML (part 4, 19.1.2.11).
type Framer struct {
	Show func(id string, c Crop)

	depth int // of the open fill, 0 outside
	id    string
	crop  Crop
	tiled bool
}

// Token takes one token.
func (f *Framer) Token(s *xmlscan.Scanner) {
	switch s.Kind() {
	case xmlscan.Start:
		f.start(s)
	case xmlscan.End:
		if f.depth > 0 && s.Depth() == f.depth {
			f.close()
		}
	}
}

func (f *Framer) start(s *xmlscan.Scanner) {
	switch string(s.LocalBytes()) {
	case "blipFill":
		f.depth = s.Depth()
		return
	case "blip":
		if f.depth > 0 && f.id == "" {
			f.id = rel(s, "embed")
			return
		}
	case "srcRect":
		f.crop = DrawingCrop(s)
		return
	case "tile":
		f.tiled = true
		return
	case "imagedata":
		if id := rel(s, ""); id != "" {
			f.Show(id, VMLCrop(s))
		}
		return
	}
	s.Attrs(func(space string, _, value []byte) bool {
		if space == opc.Transitional || space == opc.Strict {
			f.Show(string(value), Crop{})
		}
		return true
	})
}

// close says how the picture of the open fill is framed.
func (f *Framer) close() {
	if f.tiled {
		f.crop = Crop{}
	}
	if f.id != "" {
		f.Show(f.id, f.crop)
	}
	*f = Framer{Show: f.Show}
}

// Pending returns the relationship of the picture in the open fill: a srcRect that follows belongs to it.
func (f *Framer) Pending() string { return f.id }

// rel returns the relationship that an attribute names: of that local name, or of any if it is empty; in VML also relid.
func rel(s *xmlscan.Scanner, local string) (id string) {
	s.Attrs(func(space string, name, value []byte) bool {
		named := space == opc.Transitional || space == opc.Strict
		if named && (local == "" || string(name) == local) || local == "" && string(name) == "relid" {
			id = string(value)
		}
		return id == ""
	})
	return id
}

// ImageRel returns the relationship of the picture that a VML imagedata names.
func ImageRel(s *xmlscan.Scanner) string { return rel(s, "") }

// DrawingCrop reads a srcRect: thousandths of a percent, or percent with its sign.
func DrawingCrop(s *xmlscan.Scanner) Crop {
	side := func(name string) float64 {
		v, _ := s.Attr(name)
		text, percent := strings.CutSuffix(string(v), "%")
		n, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil:
			return 0
		case percent:
			return n / 100
		}
		return n / 100_000
	}
	return Crop{side("l"), side("t"), side("r"), side("b")}
}

// VMLCrop reads the attributes of an imagedata: fractions, or 65536ths with an f.
func VMLCrop(s *xmlscan.Scanner) Crop {
	side := func(name string) float64 {
		v, _ := s.Attr(name)
		text, fixed := strings.CutSuffix(string(v), "f")
		n, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil:
			return 0
		case fixed:
			return n / 65536
		}
		return n
	}
	return Crop{side("cropleft"), side("croptop"), side("cropright"), side("cropbottom")}
}
