package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// Cells name strings far apart, in a part that says it is large and is not: nothing is kept for strings that there can't be, and it is
// told once.
func Test_declared_size_of_strings(t *testing.T) {
	const cells, apart = 100_000, 4096
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i := range cells {
		fmt.Fprintf(&sheet, `<row r="%[1]d"><c r="A%[1]d" t="s"><v>%[2]d</v></c></row>`, i+1, i*apart)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", relationships(office+"/officeDocument", "xl/workbook.xml")},
		{"xl/_rels/workbook.xml.rels", relationships(office+"/worksheet", "sheet1.xml", office+"/sharedStrings", "strings.xml")},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `">` +
			`<sheets><sheet name="A" sheetId="1" r:id="r0"/></sheets></workbook>`},
		{"xl/sheet1.xml", sheet.String()},
		{"xl/strings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>x</t></si></sst>`},
	} {
		addPart(t, z, part[0], part[1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	set := detectors.NewSet(detectors.All())
	in := &inspect.Inspector{Detectors: set, Formats: []inspect.Format{Format{Tables: inspect.Tables{Detectors: set}}}}
	src := &inspect.Source{Name: "a.xlsx", ReaderAt: bytes.NewReader(buf.Bytes()), Size: int64(buf.Len())}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	res := in.Check(context.Background(), src)
	runtime.ReadMemStats(&after)
	if len(res.Unread) != 2 || res.Verdict != inspect.NotRead { // the sheet, and the part that is shorter than it says
		t.Errorf("%s, unread: %+v", res.Verdict, res.Unread)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 64<<20 {
		t.Errorf("%d MB for %d cells", took>>20, cells)
	}
}

func relationships(typesAndTargets ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(typesAndTargets); i += 2 {
		fmt.Fprintf(&b, `<Relationship Id="r%d" Type="%s" Target="%s"/>`, i/2, typesAndTargets[i], typesAndTargets[i+1])
	}
	return b.String() + `</Relationships>`
}

// addPart writes a part; that of the strings says that it has 2 GB.
func addPart(t *testing.T, z *zip.Writer, name, text string) {
	var data bytes.Buffer
	d, err := flate.NewWriter(&data, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = d.Write([]byte(text))
	_ = d.Close()
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(text)), CompressedSize64: uint64(data.Len()), UncompressedSize64: uint64(len(text))}
	if strings.HasSuffix(name, "strings.xml") {
		h.UncompressedSize64 = 2 << 30
	}
	w, err := z.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data.Bytes()); err != nil {
		t.Fatal(err)
	}
}
