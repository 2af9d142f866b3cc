package ooxml

import (
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// takeStrip notes a part of properties, or a picture; custom properties have no minimum and go altogether.
func (j *job) takeStrip(part *opc.Part) error {
	switch j.propertiesKind(part) {
	case "core-properties", "extended-properties":
		j.strip[part] = true
	case "custom-properties":
		j.drop[part] = true
	default:
		pic := j.picture(part)
		if pic == nil {
			return fmt.Errorf("%w: %s holds no properties and is no picture", ErrUnknown, part.Name)
		}
		pic.strip = true
	}
	return nil
}

// propertiesKind returns what kind of properties a part holds, by the relationship that leads to it.
func (j *job) propertiesKind(part *opc.Part) string {
	for _, r := range j.pkg.Rels {
		if r.Part == part && strings.HasSuffix(r.Type, "-properties") {
			return r.Type[strings.LastIndexByte(r.Type, '/')+1:]
		}
	}
	return ""
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// editProperties strips properties (ECMA-376 part 2, 8.3; part 1, 22.2). Of the core ones title and language stay. The list of the
// titles of parts repeats the names of all sheets; it goes with any of them, since nothing reads it back.
func (j *job) editProperties() error {
	for _, r := range j.pkg.Rels {
		if r.Part == nil || j.drop[r.Part] {
			continue
		}
		var err error
		switch kind := j.propertiesKind(r.Part); {
		case j.strip[r.Part] && kind == "core-properties":
			err = j.stripCore(r.Part)
		case j.strip[r.Part] && kind == "extended-properties":
			j.held[r.Part] = []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>`)
		case kind == "extended-properties" && j.goneAny:
			err = j.spliceSmall(r.Part, func(p *splicer) (action, error) {
				if p.s.Is("TitlesOfParts") || p.s.Is("HeadingPairs") {
					return drop, nil
				}
				return keep, nil
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// stripCore writes core properties of title and language alone.
func (j *job) stripCore(part *opc.Part) error {
	var b []byte
	b = append(b, xmlHead+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`...)
	return j.rewrite(part, func(r io.Reader, w io.Writer) error {
		s := xmlscan.New(j.ctx, r)
		for s.Next() {
			if s.Kind() != xmlscan.Start || s.Depth() != 2 || !s.Is("title") && !s.Is("language") {
				continue
			}
			name, text := s.Local(), textOf(s)
			if j.mask != nil {
				text = j.mask(partAt(part), text)
			}
			if text != "" {
				b = append(b, "<dc:"+name+">"...)
				b = append(xmlscan.Escape(b, text), "</dc:"+name+">"...)
			}
		}
		if err := s.Err(); err != nil {
			return err
		}
		_, err := w.Write(append(b, "</cp:coreProperties>"...))
		return err
	})
}

// textOf reads to the end of the element that has just started and returns its text.
func textOf(s *xmlscan.Scanner) string {
	var b strings.Builder
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Text {
			b.Write(s.Text())
		}
	}
	return b.String()
}
