package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// errNotPlain says that a file needs pdfcpu's own reading. It never leaves this package.
var errNotPlain = errors.New("not a plain file")

// readPlain reads the object table of a plain file: one cross-reference table, every object where it says, nothing encrypted and nothing
// between the objects. A third of public files are so. What stands where is known from the scan, which accounted for every byte; each object is
// parsed by pdfcpu's parser. What comes out equals what pdfcpu reads, which takes three times as long, and three times the memory, to find
// out where objects end.
//
// All that is unusual is an [errNotPlain], and no loss: the file is then read by pdfcpu as a whole.
func readPlain(ctx context.Context, scan *Scan, conf *model.Configuration) (table *model.Context, err error) {
	defer func() {
		if recover() != nil { // the parser's
			table, err = nil, errNotPlain
		}
	}()
	if !scan.plain() {
		return nil, errNotPlain
	}
	table, err = model.NewContext(bytes.NewReader(scan.data), conf)
	if err != nil {
		return nil, err
	}
	p := plain{ctx: ctx, scan: scan, table: table}
	for _, step := range [...]func() error{p.version, p.entries, p.trailer, p.objects, p.streams, table.EnsureValidFreeList, p.rootVersion} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return table, nil
}

// plain reports whether the layout of the bytes is that of a file that was written in one go.
func (s *Scan) plain() bool {
	if s.Header != 0 || s.Headers != 1 || s.Linearized || len(s.Gaps) > 0 || len(s.EOFs) != 1 || len(s.starts) != 1 || len(s.Xrefs) != 2 {
		return false
	}
	x, trailer := s.Xrefs[0], s.Xrefs[1]
	return s.starts[0] == x.Start && hasWord(s.data, x.Start, "xref") && x.End == trailer.Start && hasWord(s.data, trailer.Start, "trailer")
}

// A plain is the reading of a plain file.
type plain struct {
	ctx   context.Context
	scan  *Scan
	table *model.Context
}

// version reads the first line.
func (p *plain) version() error {
	data := p.scan.data
	if len(data) < 9 || !isSpace(data[8]) {
		return errNotPlain
	}
	v, err := model.PDFVersion(string(data[5:8]))
	if err != nil {
		return err
	}
	p.table.HeaderVersion = &v
	p.table.Read.EolCount = 1
	if bytes.HasPrefix(data[8:], []byte("\r\n")) {
		p.table.Read.EolCount = 2
	}
	return nil
}

const (
	entrySize  = 20 // bytes of an entry of the table (7.5.4)
	leastStart = 9  // bytes before any object
)

// entries reads the cross-reference table. Every object of the scan has an entry, and every entry in use has an object.
func (p *plain) entries() error {
	data, x := p.scan.data, p.scan.Xrefs[0]
	pos, used := skipSpace(data, x.Start+len("xref")), 0
	for pos < x.End {
		first, after, ok := number(data, pos)
		count, end, ok2 := number(data, skipSpace(data, after))
		pos = skipSpace(data, end)
		if !ok || !ok2 || count > (x.End-pos)/entrySize+1 {
			return errNotPlain
		}
		for n := first; n < first+count; n++ {
			e, err := p.entry(pos, n)
			if err != nil || p.table.Table[n] != nil {
				return errNotPlain
			}
			if !e.Free {
				used++
			}
			p.table.Table[n] = e
			p.table.MaxObjNr = max(p.table.MaxObjNr, n)
			pos += entrySize
		}
	}
	if head := p.table.Table[0]; head == nil || !head.Free || used != len(p.scan.Defs) {
		return errNotPlain
	}
	return nil
}

// entry reads the entry of object n: "0000000017 00000 n" and the end of a line.
func (p *plain) entry(pos, n int) (*model.XRefTableEntry, error) {
	data := p.scan.data
	if pos+entrySize > len(data) || data[pos+10] != ' ' || data[pos+16] != ' ' || !isSpace(data[pos+18]) || !isSpace(data[pos+19]) {
		return nil, errNotPlain
	}
	at, atEnd, _ := number(data, pos)
	gen, genEnd, _ := number(data, pos+11)
	if atEnd != pos+10 || genEnd != pos+16 {
		return nil, errNotPlain
	}
	offset := int64(at)
	e := &model.XRefTableEntry{Offset: &offset, Generation: &gen, Incr: 1, Free: data[pos+17] == 'f'}
	if e.Free {
		return e, nil
	}
	if i, ok := p.scan.byNum[n]; !ok || data[pos+17] != 'n' || at < leastStart || p.scan.Defs[i].Start != at || p.scan.Defs[i].Gen != gen {
		return nil, errNotPlain
	}
	return e, nil
}

// trailer reads the trailer. One that leads to other tables, or to a key, is not plain.
func (p *plain) trailer() error {
	at := p.scan.Xrefs[1]
	o, err := p.parse(at.Start+len("trailer"), at.End)
	d, ok := o.(types.Dict)
	if err != nil || !ok {
		return errNotPlain
	}
	for _, key := range [...]string{"Prev", "XRefStm", "Encrypt", "AdditionalStreams"} {
		if _, ok := d.Find(key); ok {
			return errNotPlain
		}
	}
	t := p.table.XRefTable
	t.Root, t.Info = d.IndirectRefEntry("Root"), d.IndirectRefEntry("Info")
	if t.Root == nil || d.Size() == nil {
		return errNotPlain
	}
	if t.ID = d.ArrayEntry("ID"); t.ID != nil && len(t.ID) != 2 {
		return errNotPlain
	}
	size := p.table.MaxObjNr + 1
	t.Size = &size
	return nil
}

// parse reads the object that stands in a range of bytes, and nothing beside it.
func (p *plain) parse(from, to int) (types.Object, error) {
	text := string(bytes.TrimSpace(p.scan.data[from:to]))
	if text == "" {
		return nil, nil
	}
	rest := text
	o, err := model.ParseObjectContext(p.ctx, &rest, 0, maxDepth)
	closed := true // the parser forgives what is not
	switch o.(type) {
	case types.Dict:
		closed = strings.HasSuffix(text, ">>")
	case types.Array:
		closed = strings.HasSuffix(text, "]")
	}
	if err == nil && (!closed || strings.TrimSpace(rest) != "") {
		err = errNotPlain
	}
	return o, err
}

// objects parses every object; of a stream that is its dictionary.
func (p *plain) objects() error {
	for i := range p.scan.Defs {
		d := &p.scan.Defs[i]
		if d.Superseded || d.Misfit || d.Unended || d.maintenance || !isSpace(p.scan.data[d.Body-len("obj")-1]) {
			return errNotPlain
		}
		end := d.End - len("endobj")
		if d.Stream.Start > 0 {
			end = p.scan.keyword(d)
		}
		body := p.scan.data[d.Body:max(d.Body, end)]
		if end < d.Body || bytes.Contains(body, []byte("stream")) || bytes.Contains(body, []byte("endobj")) {
			return errNotPlain // words that readers may take for the end
		}
		o, err := p.parse(d.Body, end)
		if err != nil {
			return err
		}
		p.table.Table[d.Num].Object = o
	}
	return p.ctx.Err()
}

// keyword returns where the word "stream" of an object begins, or -1 if what follows it is not the end of a line as it should be (7.3.8.1).
func (s *Scan) keyword(d *Definition) int {
	at := d.Stream.Start - 1
	if s.data[at] != '\n' {
		return -1
	}
	if s.data[at-1] == '\r' {
		at--
	}
	if at -= len("stream"); at < d.Body || !hasWord(s.data, at, "stream") {
		return -1
	}
	return at
}

// streams gives the dictionaries of streams their data, once all objects are known: a length may be an object of its own.
func (p *plain) streams() error {
	for i := range p.scan.Defs {
		d := &p.scan.Defs[i]
		e := p.table.Table[d.Num]
		dict, ok := e.Object.(types.Dict)
		if d.Stream.Start == 0 {
			continue
		}
		filters, known := filtersOf(dict)
		if !ok || !known {
			return errNotPlain
		}
		length, obj := dict.Length()
		sd := types.NewStreamDict(dict, int64(d.Stream.Start), length, obj, filters)
		if length == nil && obj != nil {
			length = p.length(*obj)
		}
		if length == nil || !p.fits(d, *length) {
			return errNotPlain
		}
		n := *length
		sd.StreamLength = &n
		end := d.Stream.Start + int(n)
		if sd.Raw = p.scan.data[d.Stream.Start:end:end]; n == 0 {
			sd.Content = sd.Raw
		}
		e.Object = sd
	}
	return nil
}

// length returns the number that an object is.
func (p *plain) length(obj int) *int64 {
	if e := p.table.Table[obj]; e != nil && !e.Free {
		if v, ok := e.Object.(types.Integer); ok {
			n := int64(v)
			return &n
		}
	}
	return nil
}

// fits reports whether a length leads to the end that the scan found. Of a stream without data nothing but the end of a line is between.
func (p *plain) fits(d *Definition, n int64) bool {
	data := p.scan.data
	if n < 0 || n > int64(d.Stream.End-d.Stream.Start) {
		return false
	}
	rest := data[d.Stream.Start+int(n) : skipSpace(data, d.Stream.End)]
	if n == 0 {
		return len(bytes.Trim(rest, "\r\n")) == 0
	}
	return skipSpace(rest, 0) == len(rest)
}

// filtersOf returns the filters of a stream as pdfcpu does, false for ways to write them that leave questions.
func filtersOf(d types.Dict) (filters []types.PDFFilter, known bool) {
	const shortName = 3 // the abbreviations of inline images have no more letters
	parms, some := d.Find("DecodeParms")
	names, several := d["Filter"].(types.Array)
	if o, found := d.Find("Filter"); !found {
		return nil, true
	} else if !several {
		names = types.Array{o}
	}
	for _, o := range names {
		name, ok := o.(types.Name)
		if !ok || len(name) <= shortName {
			return nil, false
		}
		filters = append(filters, types.PDFFilter{Name: string(name)})
	}
	if !some {
		return filters, true
	}
	dict, ok := parms.(types.Dict)
	if !ok || several {
		return nil, false
	}
	if len(dict) > 0 {
		filters[0].DecodeParms = dict
	}
	return filters, true
}

// rootVersion reads the version that the catalog names (7.7.2).
func (p *plain) rootVersion() error {
	name, err := p.table.ParseRootVersion()
	if err != nil || name == nil || *p.table.HeaderVersion < model.V14 {
		return err
	}
	v, err := model.PDFVersion(*name)
	if err != nil {
		return errNotPlain
	}
	p.table.RootVersion = &v
	return nil
}
