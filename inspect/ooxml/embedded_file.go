package ooxml

import (
	"bytes"
	"context"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/ole"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// EmbeddedFile is a file inside the file: a package or an OLE object (Part 1, 15.2.10 and 15.2.11). A double click opens it whole.
var EmbeddedFile = &inspect.Place{
	ID:    "ooxml/embedded-file",
	Title: inspect.Words{JA: "中に入っている別のファイル（表・図のもとデータ）", EN: "embedded file"},
	Why: inspect.Words{
		JA: "絵のように見えますが、開くと元のファイルがまるごと出てきます。見えていないシートも入っています。",
		EN: "It looks like a picture, but opens as the whole original file, with all its sheets.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは中のファイルを消し、見えている絵は残します。",
		EN: "The copy keeps the picture and loses the file.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// Embedded emits the embedded files. The workbook of a chart is a place of its own.
func (p *Package) Embedded(ctx context.Context, emit Emit) error {
	charts := map[*opc.Part]bool{}
	for _, part := range p.Parts {
		if !strings.Contains(part.ContentType, "chart") {
			continue
		}
		for _, rel := range part.Rels {
			if rel.Part != nil && (TypeIs(rel, "package") || TypeIs(rel, "oleObject")) {
				charts[rel.Part] = true
			}
		}
	}
	for _, kind := range [...]string{"package", "oleObject", "aFChunk", "subDocument"} {
		for _, part := range p.Targets(kind) {
			if !p.Claim(part) {
				continue
			}
			place := EmbeddedFile
			if charts[part] {
				place = ChartWorkbook
			}
			if err := embedded(ctx, part, place, emit); err != nil {
				return err
			}
		}
	}
	return nil
}

// embedded emits one embedded file: the files in it as children, which go round again, and the texts of what is no such file. An
// equation is what it shows, and no find.
func embedded(ctx context.Context, part *opc.Part, place *inspect.Place, emit Emit) error {
	fix := inspect.DropPart{Part: part.Name}
	data, err := Held(ctx, part)
	if err != nil {
		if err := Announce(part, place, fix, emit); err != nil {
			return err
		}
		it, err := Unread(part.Name, place, fix, err)
		if err != nil {
			return err
		}
		return emit(it)
	}
	o := &oleObject{files: []oleFile{{data: data}}}
	if ole.Is(data) {
		o = readOLE(data)
	}
	if o.equation {
		return nil
	}
	if err := Announce(part, place, fix, emit); err != nil {
		return err
	}
	return o.emit(part, place, fix, emit)
}

// emit emits what an object holds.
func (o *oleObject) emit(part *opc.Part, place *inspect.Place, fix inspect.Fix, emit Emit) error {
	it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: place, Fix: fix, Inside: true}
	it.Raw = true
	for _, text := range o.texts {
		it.Text = text
		if err := emit(it); err != nil {
			return err
		}
	}
	it.Text, it.Raw = "", false
	for _, f := range o.files {
		it.Child = source(path.Base(part.Name)+f.ending, f.data)
		if err := emit(it); err != nil {
			return err
		}
	}
	if o.unread == "" {
		return nil
	}
	it.Child, it.Unread = nil, o.unread
	return emit(it)
}

func source(name string, data []byte) *inspect.Source {
	return &inspect.Source{Name: name, ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
}
