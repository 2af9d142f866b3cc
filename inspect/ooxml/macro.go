package ooxml

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/ole"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// Macros emits the VBA project and its companions ([MS-OVBA]) as lying in place: the sources of its modules, and the texts of what else
// is in it (compiled code, forms).
func (p *Package) Macros(ctx context.Context, place *inspect.Place, emit Emit) error {
	for _, kind := range [...]string{"vbaProject", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3", "wordVbaData"} {
		for _, part := range p.Targets(kind) {
			if !p.Claim(part) {
				continue
			}
			if err := macro(ctx, part, place, emit); err != nil {
				return err
			}
		}
	}
	return nil
}

func macro(ctx context.Context, part *opc.Part, place *inspect.Place, emit Emit) error {
	fix := inspect.DropPart{Part: part.Name}
	if err := Announce(part, place, fix, emit); err != nil {
		return err
	}
	data, err := Held(ctx, part)
	if err != nil {
		it, err := Unread(part.Name, place, fix, err)
		if err != nil {
			return err
		}
		return emit(it)
	}
	for _, text := range project(data) {
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: text, Raw: true, Labels: []string{"macro"}, Place: place, Fix: fix, Inside: true}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}

// project returns what a project says. Where its storages can't be read, the bytes are searched as they are: the project goes in any
// case.
func project(data []byte) []string {
	if !ole.Is(data) {
		return []string{runs.Of(data)}
	}
	var texts []string
	err := ole.Streams(bytes.NewReader(data), int64(len(data)), func(s *ole.Stream) bool {
		b := s.Head(int64(len(data)))
		if source := ole.Source(b); source != nil {
			if text, err := japanese.ShiftJIS.NewDecoder().Bytes(source); err == nil {
				source = text
			}
			texts = append(texts, strings.ToValidUTF8(string(source), ""))
		}
		if text := runs.Of(b); text != "" {
			texts = append(texts, text)
		}
		return true
	})
	if err != nil {
		texts = append(texts, runs.Of(data))
	}
	return texts
}
