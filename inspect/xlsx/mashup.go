package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// maxMashup is how much of a query's package is read, in bytes.
const maxMashup = 32 << 20

// mashups emits the queries of Power Query ([MS-QDEFF] 2.2): a part of custom XML whose text is a package in Base64 with formulas,
// which name servers, accounts and passwords.
func (d *document) mashups(ctx context.Context) error {
	for _, part := range d.pkg.Targets("customXml") {
		text, err := d.mashup(ctx, part)
		if err != nil {
			return err
		}
		if text == "" || !d.pkg.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		if err := ooxml.Announce(part, Connection, fix, d.emit); err != nil {
			return err
		}
		for _, said := range unpackMashup(text) {
			it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: said, Raw: true, Labels: []string{"query"}, Place: Connection, Fix: fix, Inside: true}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// mashup returns the text of a part if it holds queries. What can't be read is left to the finder of custom XML.
func (d *document) mashup(ctx context.Context, part *opc.Part) (string, error) {
	var text strings.Builder
	is := false
	ignore := func(inspect.Item) error { return nil }
	err := d.pkg.Scan(ctx, part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Start:
			is = is || s.Depth() == 1 && s.Is("DataMashup")
		case xmlscan.Text:
			if is && text.Len() < maxMashup {
				text.Write(s.Text())
			}
		}
		return nil
	})
	return text.String(), err
}

// unpackMashup returns what the formulas of the package say, and what stands behind it: permissions and a description of the queries.
func unpackMashup(text string) []string {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil || len(data) < 8 {
		return []string{text}
	}
	n := int64(binary.LittleEndian.Uint32(data[4:]))
	if n > int64(len(data)-8) {
		return []string{runs.Of(data)}
	}
	all := []string{runs.Of(data[8+n:])}
	zr, err := zip.NewReader(bytes.NewReader(data[8:8+n]), n)
	if err != nil {
		return append(all, runs.Of(data))
	}
	left := int64(maxMashup)
	for _, f := range zr.File {
		rc, err := f.Open()
		if err != nil {
			continue
		}
		b, _ := io.ReadAll(io.LimitReader(rc, left))
		rc.Close()
		left -= int64(len(b))
		all = append(all, strings.ToValidUTF8(string(b), ""))
	}
	return all
}
