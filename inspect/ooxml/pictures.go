package ooxml

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/picture"
)

// Pictures emits what pictures hold beside what they show. What they show is not examined; they are counted for [ImageContent].
func (p *Package) Pictures(ctx context.Context, emit Emit) error {
	if err := p.layers(ctx, emit); err != nil {
		return err
	}
	shown := p.pictureParts()
	if len(shown) == 0 {
		return nil
	}
	reachable := p.Reachable()
	frames := picture.Frames(ctx, p.Package)
	for _, part := range p.Parts {
		if !shown[part] || !reachable[part] || !p.Claim(part) {
			continue
		}
		p.pictures++
		if err := p.picture(ctx, part, frames[part], emit); err != nil {
			return err
		}
	}
	return nil
}

// pictureParts returns the parts that are pictures, by their types or by the relationships that lead to them.
func (p *Package) pictureParts() map[*opc.Part]bool {
	shown := map[*opc.Part]bool{}
	for _, part := range p.Targets("image") {
		shown[part] = true
	}
	for _, part := range p.Parts {
		if strings.HasPrefix(part.ContentType, "image/") {
			shown[part] = true
		}
	}
	return shown
}

// picture emits what one picture holds.
func (p *Package) picture(ctx context.Context, part *opc.Part, crop picture.Crop, emit Emit) error {
	data, err := Held(ctx, part)
	if err != nil {
		return p.broken(part, err, emit)
	}
	if data, err = picture.Unpack(data, MaxUnpacked); err != nil {
		return p.broken(part, err, emit)
	}
	for _, find := range []func(*opc.Part, []byte, Emit) error{
		func(part *opc.Part, data []byte, emit Emit) error { return cropped(part, data, crop, emit) },
		imageMetadata, metafileText,
	} {
		if err := find(part, data, emit); err != nil {
			return err
		}
	}
	return nil
}

// MaxUnpacked is how large a compressed metafile may become, in bytes.
const MaxUnpacked = 64 << 20
