package ooxml

import (
	"errors"
	"fmt"
	"image"
	"io"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/picture"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A pictureFix is what the fixes say of one picture.
type pictureFix struct {
	crop, strip, relabel bool

	was image.Point     // pixels
	box image.Rectangle // what is left of them; empty if nothing is cut
}

// picture returns what is noted of a part that is a picture; nil if it is none.
func (j *job) picture(part *opc.Part) *pictureFix {
	if f := j.pictures[part]; f != nil {
		return f
	}
	r, err := part.Open(j.ctx)
	if err != nil {
		return nil
	}
	defer r.Close()
	head := make([]byte, 1024)
	n, _ := io.ReadFull(r, head)
	if picture.Sniff(head[:n]) == picture.None {
		return nil
	}
	f := &pictureFix{}
	j.pictures[part] = f
	return f
}

// editPictures makes pictures anew that are cropped, stripped or relabelled, and sets the frames of the cropped ones right.
func (j *job) editPictures() error {
	if len(j.pictures) == 0 && !j.dropsType("hdphoto") && !j.dropsType("image") {
		return nil
	}
	frames := picture.Frames(j.ctx, j.pkg)
	for part, f := range j.pictures {
		if !j.kept[part] {
			continue
		}
		if err := j.editPicture(part, f, frames[part]); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	for _, part := range j.pkg.Parts {
		if !j.kept[part] || j.streamed(part) {
			continue
		}
		if cut := j.cutBy(part); len(cut) > 0 || j.dropsOwn(part, "hdphoto") || j.dropsOwn(part, "image") {
			if err := j.spliceSmall(part, reframe(cut), dropLayers(j.dangling(part))); err != nil {
				return err
			}
		}
	}
	return nil
}

// editPicture makes one picture anew.
func (j *job) editPicture(part *opc.Part, f *pictureFix, crop picture.Crop) error {
	return j.rewrite(part, func(r io.Reader, w io.Writer) error {
		packed, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		data, err := picture.Unpack(packed, maxUnpacked)
		if err != nil {
			return err
		}
		same := data
		if f.crop {
			if data, err = f.cut(data, crop); err != nil {
				return err
			}
		}
		if f.strip {
			if data, _, err = picture.Strip(data); err != nil {
				return err
			}
		}
		if f.relabel && j.mask != nil {
			if data, _, err = picture.Relabel(data, func(line string) string { return j.mask(partAt(part), line) }); err != nil {
				return err
			}
		}
		switch {
		case len(data) == len(same) && &data[0] == &same[0]:
			data = packed
		case picture.Sniff(packed) == picture.Gzip:
			data = picture.Pack(data)
		}
		_, err = w.Write(data)
		return err
	})
}

// maxUnpacked is how large a compressed metafile may become, in bytes.
const maxUnpacked = 64 << 20

// cut cuts the picture to what its frames show.
func (f *pictureFix) cut(data []byte, crop picture.Crop) ([]byte, error) {
	width, height, err := picture.Size(data)
	if err != nil {
		return nil, err
	}
	box, ok := crop.Box(width, height)
	if !ok {
		return nil, errors.Join(ErrUnknown, errors.New("no frame cuts anything off"))
	}
	f.was, f.box = image.Pt(width, height), box
	return picture.Cut(data, box)
}

// cutBy returns the cropped pictures that a part names, by relationship.
func (j *job) cutBy(part *opc.Part) map[string]*pictureFix {
	cut := map[string]*pictureFix{}
	for _, r := range part.ByType("image") {
		if f := j.pictures[r.Part]; r.Part != nil && f != nil && !f.box.Empty() {
			cut[r.ID] = f
		}
	}
	return cut
}

// reframe is a hook that sets frames right: they show the same of what is left.
func reframe(cut map[string]*pictureFix) hook {
	f := picture.Framer{Show: func(string, picture.Crop) {}}
	return func(p *splicer) (action, error) {
		switch {
		case len(cut) == 0:
			return keep, nil
		case p.s.Is("blipFill"):
			f = picture.Framer{Show: f.Show}
		case p.s.Is("srcRect"):
			if fix := cut[f.Pending()]; fix != nil {
				c := picture.DrawingCrop(p.s).Within(fix.box, fix.was.X, fix.was.Y)
				p.sides([...]string{"l", "t", "r", "b"}, c, func(v float64) string { return strconv.Itoa(int(v*100_000 + 0.5)) })
			}
		case p.s.Is("imagedata"):
			if fix := cut[picture.ImageRel(p.s)]; fix != nil {
				c := picture.VMLCrop(p.s).Within(fix.box, fix.was.X, fix.was.Y)
				p.sides([...]string{"cropleft", "croptop", "cropright", "cropbottom"}, c, func(v float64) string { return strconv.Itoa(int(v*65536+0.5)) + "f" })
			}
		}
		f.Token(p.s)
		return keep, nil
	}
}

// sides writes a crop into the attributes of the tag.
func (p *splicer) sides(names [4]string, c picture.Crop, spell func(float64) string) {
	for i, v := range [...]float64{c.Left, c.Top, c.Right, c.Bottom} {
		if v > -0.000_01 && v < 0.000_01 {
			p.without(names[i])
		} else {
			p.with(names[i], spell(v))
		}
	}
}

// dropLayers is a hook that takes out the extensions of a picture which name a part that goes: the original behind an effect
// ([MS-ODRAWXML] 2.9.12 imgLayer), the drawing that a picture of dots stands for (svgBlip).
func dropLayers(ids map[string]bool) hook {
	return func(p *splicer) (action, error) {
		if len(ids) == 0 || !p.s.Is("ext") {
			return keep, nil
		}
		start, depth := len(p.buf), p.s.Depth()
		p.buf = append(p.buf, p.s.Raw()...)
		goes := false
		for p.s.Next() {
			if p.s.Kind() == xmlscan.Start && (p.s.Is("imgLayer") || p.s.Is("svgBlip")) {
				p.s.Attrs(func(space string, _, value []byte) bool {
					goes = goes || (space == opc.Transitional || space == opc.Strict) && ids[string(value)]
					return !goes
				})
			}
			p.buf = append(p.buf, p.s.Raw()...)
			if p.s.Kind() == xmlscan.End && p.s.Depth() == depth {
				break
			}
		}
		if goes {
			p.buf = p.buf[:start]
			return lost, nil
		}
		return done, nil
	}
}
