package pdf

import (
	"fmt"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A Page is a page with what it inherits from the page tree (7.7.3.4).
type Page struct {
	N         int // from 1
	Obj       int // object number; 0 if the page stands in its parent's array itself
	Dict      types.Dict
	Resources types.Dict // its own or inherited
	Own       bool       // Resources are its own
	MediaBox  Rect
	CropBox   Rect // what a reader sees: within MediaBox
	Rotate    int  // 0, 90, 180 or 270
	Contents  []PageStream
}

// A PageStream is one of the content streams of a page. Streams may be shared by pages.
type PageStream struct {
	Obj   int
	Start int // of its bytes in the page's [Content].Data
	End   int
}

// inherited is what a node of the page tree hands down.
type inherited struct {
	resources   types.Dict
	media, crop Rect
	rotate      int
}

// readPages walks the page tree once. Each node is entered once, however the tree is knotted.
func (f *File) readPages() {
	root := f.Catalog()
	seen := map[int]bool{}
	ok := f.pageNode(root["Pages"], inherited{media: Rect{0, 0, 612, 792}}, seen, 0)
	if !ok || len(f.Pages) == 0 {
		f.Damage = append(f.Damage, "page tree")
	}
}

// Catalog returns the root of the document (7.7.2).
func (f *File) Catalog() types.Dict {
	if f.Ctx.Root == nil {
		return nil
	}
	return f.Dict(*f.Ctx.Root)
}

func (f *File) pageNode(o types.Object, in inherited, seen map[int]bool, depth int) bool {
	d := f.Dict(o)
	n := ObjectNumber(o)
	if d == nil || depth > maxDepth || len(f.Pages) >= maxPages || n > 0 && seen[n] {
		return false
	}
	if n > 0 {
		seen[n] = true
	}
	own := d["Resources"] != nil
	in = f.inherit(in, d)
	kids := f.Array(d["Kids"])
	if kids == nil || f.Name(d["Type"]) == "Page" {
		f.addPage(d, n, in, own)
		return true
	}
	ok := true
	for _, kid := range kids {
		ok = f.pageNode(kid, in, seen, depth+1) && ok
	}
	return ok
}

func (f *File) inherit(in inherited, d types.Dict) inherited {
	if r := f.Dict(d["Resources"]); r != nil {
		in.resources = r
	}
	if r, ok := f.Rect(d["MediaBox"]); ok && !r.Empty() {
		in.media = r
	}
	if r, ok := f.Rect(d["CropBox"]); ok && !r.Empty() {
		in.crop = r
	}
	if n, ok := f.Number(d["Rotate"]); ok {
		in.rotate = ((int(math.Mod(n, 360)) + 360) / 90 % 4) * 90
	}
	return in
}

func (f *File) addPage(d types.Dict, obj int, in inherited, own bool) {
	p := &Page{
		N: len(f.Pages) + 1, Obj: obj, Dict: d, Resources: in.resources, Own: own,
		MediaBox: in.media, CropBox: in.media, Rotate: in.rotate,
	}
	if crop := in.crop.Intersect(in.media); !crop.Empty() {
		p.CropBox = crop
	}
	f.Pages = append(f.Pages, p)
}

// Content returns the page's content: its streams, decoded and joined by line feeds (7.8.2), and notes in p.Contents which bytes
// come from which. Problems tell of streams that could not be decoded to their end.
func (f *File) Content(p *Page) (data []byte, problems []Problem) { return f.content(p, nil) }

// content is [File.Content] with memory to be used again.
func (f *File) content(p *Page, memory *[]byte) (data []byte, problems []Problem) {
	refs := f.Array(p.Dict["Contents"])
	if refs == nil && p.Dict["Contents"] != nil {
		refs = types.Array{p.Dict["Contents"]}
	}
	p.Contents = p.Contents[:0]
	for i, ref := range refs {
		start := len(data)
		switch f.Resolve(ref).(type) {
		case nil:
			continue
		}
		if len(refs) > 1 {
			memory = nil
		}
		piece, err := f.streamOnce(ref, memory)
		if err != nil {
			problems = append(problems, problemOf(err, fmt.Sprintf("content stream %d", ObjectNumber(ref))))
		}
		if i == 0 && len(refs) == 1 {
			data = piece
		} else {
			data = append(append(data, piece...), '\n')
		}
		p.Contents = append(p.Contents, PageStream{Obj: ObjectNumber(ref), Start: start, End: start + len(piece)})
	}
	return data, problems
}

// Alone returns a page that shows nothing but the content of one object: a form, the cell of a pattern, the procedure of a glyph. If it
// names no resources it has those of the first page, as old writers meant it (7.8.3).
func (f *File) Alone(n int) *Page {
	res := f.Dict(f.Dict(f.Object(n))["Resources"])
	if res == nil && len(f.Pages) > 0 {
		res = f.Pages[0].Resources
	}
	return &Page{Dict: types.Dict{"Contents": f.Object(n)}, Resources: res, MediaBox: everywhere, CropBox: everywhere}
}
