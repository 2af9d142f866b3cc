package pdf

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A layer writes the text that stands invisibly on pages that became pictures, as recognised text stands on scans. Its fonts (9.6.4) draw
// nothing and say of each code what it stands for.
type layer struct {
	job   *job
	texts []string
	codes map[string]int
	fonts []types.IndirectRef
}

// How the fonts of a layer measure, in thousandths of an em: from under the line to over it, as [pdf.Canvas.Quad] does.
const (
	layerUnits = 1000
	layerUnder = 193
)

func layerName(n int) string { return fmt.Sprintf("SkText%d", n) }

// code returns the font and the code of a text, mostly one character.
func (l *layer) code(text string) (font int, code byte) {
	n, ok := l.codes[text]
	if !ok {
		n = len(l.texts)
		l.codes[text], l.texts = n, append(l.texts, text)
		if n%perFont == 0 {
			l.fonts = append(l.fonts, l.job.add(types.Dict{}))
		}
	}
	return n / perFont, byte(n%perFont + 1)
}

// write writes the fonts, once all texts are known.
func (l *layer) write() error {
	if len(l.fonts) == 0 {
		return nil
	}
	nothing, err := l.job.addStream(nil, fmt.Appendf(nil, "%d 0 d0", layerUnits))
	if err != nil {
		return err
	}
	for n, ref := range l.fonts {
		texts := l.texts[n*perFont : min(len(l.texts), (n+1)*perFont)]
		procs, differences, widths := types.Dict{}, types.Array{types.Integer(1)}, types.Array{}
		for i := range texts {
			name := fmt.Sprintf("c%d", i+1)
			procs[name] = nothing
			differences, widths = append(differences, types.Name(name)), append(widths, types.Integer(layerUnits))
		}
		to, err := l.job.addStream(nil, toUnicode("SkText", texts))
		if err != nil {
			return err
		}
		l.job.changed[int(ref.ObjectNumber)] = typeThree(procs, differences, widths, to, layerUnits, layerUnder, layerUnits-layerUnder)
	}
	return nil
}

// typeThree returns a font of type 3; sizes are in units of its glyphs.
func typeThree(procs types.Dict, differences, widths types.Array, to types.IndirectRef, units, under, over int) types.Dict {
	zero, scale := types.Integer(0), types.Float(1/float64(units))
	return types.Dict{
		"Type": types.Name("Font"), "Subtype": types.Name("Type3"), "FirstChar": types.Integer(1), "LastChar": types.Integer(len(widths)),
		"FontBBox":   types.Array{zero, types.Integer(-under), types.Integer(units), types.Integer(over)},
		"FontMatrix": types.Array{scale, zero, zero, scale, zero, zero},
		"CharProcs":  procs, "Widths": widths, "ToUnicode": to, "Resources": types.Dict{},
		"Encoding": types.Dict{"Type": types.Name("Encoding"), "Differences": differences},
	}
}

// toUnicode returns a CMap (9.10.3) that says what the codes from 1 on stand for.
func toUnicode(name string, texts []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /%s def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n", name)
	for i, text := range texts {
		fmt.Fprintf(&b, "1 beginbfchar\n<%02X> <", i+1)
		for _, u := range utf16.Encode([]rune(text)) {
			fmt.Fprintf(&b, "%04X", u)
		}
		b.WriteString(">\nendbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// layered reports whether a glyph comes into the text layer: a reader saw it, or it was recognised text and stays, and it does not belong
// to an annotation that stays as it is.
func (d *drawing) layered(g *pdf.Glyph) bool {
	if g.Text == "" || d.gone(g) || g.Cause != pdf.Seen && g.Cause != pdf.OCR {
		return false
	}
	annot := d.c.ShowOf(g).Annot
	return annot < 0 || d.burnt(annot)
}

// writeText returns the operations that write the layer: each character by itself, where it stood and as wide.
func (d *drawing) writeText() (code []byte, fonts map[int]bool) {
	fonts = map[int]bool{}
	last := -1
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		if !d.layered(g) {
			continue
		}
		q := d.c.Quad(g)
		w, h := math.Hypot(q[2]-q[0], q[3]-q[1]), math.Hypot(q[6]-q[0], q[7]-q[1])
		if w == 0 || h == 0 || math.IsNaN(w+h) {
			continue
		}
		font, c := d.layer.code(g.Text)
		if font != last {
			code = append(appendName(code, layerName(font)), " 1 Tf\n"...)
			last, fonts[font] = font, true
		}
		const up = float64(layerUnder) / layerUnits
		code = numbers(code, q[2]-q[0], q[3]-q[1], q[6]-q[0], q[7]-q[1], q[0]+up*(q[6]-q[0]), q[1]+up*(q[7]-q[1]))
		code = fmt.Appendf(code, "Tm <%02X> Tj\n", c)
	}
	if len(code) > 0 {
		code = append(append([]byte("BT 3 Tr\n"), code...), "ET\n"...)
	}
	return code, fonts
}

// burnRedactions draws the boxes that redactions were to leave on the picture.
func (d *drawing) burnRedactions() error {
	for i := range d.c.Annots {
		if a := &d.c.Annots[i]; a.Subtype == "Redact" && d.drops(a) {
			d.tail = append(d.tail, d.redactBox(a)...)
		}
	}
	return nil
}

// writePicture gives the page its picture, its text, and what is drawn on top.
func (d *drawing) writePicture() error {
	page := d.edit(d.p.page.Obj)
	back, ok := d.picture.to.Inverse()
	if page == nil || !ok {
		return ErrDraw
	}
	var code []byte
	res := types.Dict{}
	if !d.picture.area.Empty() {
		ref, m, err := d.writePixels(back)
		if err != nil {
			return err
		}
		d.sub(res, "XObject")[pictureName] = ref
		code = append(numbers([]byte("q "), m[:]...), "cm /"+pictureName+" Do Q\n"...)
	}
	text, fonts := d.writeText()
	for n := range fonts {
		d.sub(res, "Font")[layerName(n)] = d.layer.fonts[n]
	}
	for n, ref := range d.labels.fonts {
		if d.labelled {
			d.sub(res, "Font")[labelName(n)] = ref
		}
	}
	code = append(append(append([]byte("q\n"), code...), text...), "Q\n"...)
	ref, err := d.addStream(nil, append(code, d.tail...))
	if err != nil {
		return err
	}
	delete(page, "Group")
	page["Contents"], page["Resources"] = ref, res
	return d.annotations(page)
}

// writePixels adds the picture, and returns where it is to be drawn. Back leads from its pixels to the page.
func (d *drawing) writePixels(back pdf.Matrix) (types.IndirectRef, pdf.Matrix, error) {
	at := d.picture.area
	const in = 0.02 // of a pixel: so that no rounding makes the picture one pixel larger when it is drawn
	m := pdf.Matrix{float64(at.Dx()) - 2*in, 0, 0, 2*in - float64(at.Dy()), float64(at.Min.X) + in, float64(at.Max.Y) - in}.Mul(back)
	data, space := d.picture.samples()
	dict := types.Dict{
		"Type": types.Name("XObject"), "Subtype": types.Name("Image"), "Width": types.Integer(at.Dx()), "Height": types.Integer(at.Dy()),
		"ColorSpace": types.Name(space), "BitsPerComponent": types.Integer(8),
	}
	r := &rastered{dict: dict, data: data, w: at.Dx(), h: at.Dy(), bits: 8 * len(data) / (at.Dx() * at.Dy())}
	for _, a := range d.p.areas { // as in any other picture
		if err := d.blank(r, m, area{Quad: a.area, struck: true}); err != nil {
			return types.IndirectRef{}, m, err
		}
	}
	ref, err := d.addStream(dict, r.data)
	return ref, m, err
}

// silenceErased takes out what the structure says in place of text that went; of a page with boxes all of it, since they may lie on
// pictures.
func (d *drawing) silenceErased() {
	for i := range d.c.Glyphs {
		if g := &d.c.Glyphs[i]; d.gone(g) {
			s := d.c.ShowOf(g)
			d.markErased(s.Content, s.Start)
		}
	}
	if len(d.p.areas) == 0 {
		return
	}
	for i := range d.c.Marks {
		d.markErased(d.c.Marks[i].Content, d.c.Marks[i].End)
	}
}
