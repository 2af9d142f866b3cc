package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/unlock"
)

// Bounds on what a file may declare and hold (robustness: real bytes are counted, declared numbers are only bounded).
const (
	maxObjects = 1_000_000
	maxStream  = 128 << 20 // bytes of one decoded stream
	maxFilters = 10
	maxPages   = 100_000
	maxDepth   = 100 // of nested arrays and dictionaries, and of the page tree
)

// A File is an open PDF file. It is not safe for concurrent use: pdfcpu's table resolves objects as they are asked for.
type File struct {
	Ctx   *model.Context // pdfcpu's object table: Ctx.Table by number, Ctx.Root, Ctx.Info
	Scan  *Scan          // what stands where in the bytes
	Pages []*Page
	Data  []byte // the file; if it was damaged, as it was repaired

	// Origin is the layout of the bytes as they came. It is Scan but for a damaged file: that is read as it was repaired, and
	// Leftovers are what the repaired file lacks.
	Origin    *Scan
	Leftovers []Leftover

	// Encrypted says that the file is encrypted with an empty user password: anyone can open it.
	Encrypted bool

	// Locked says that it took a password to open it.
	Locked bool

	// Damage lists what of the file's structure could not be read: "object 12", "page tree".
	Damage []string

	budget    *limits.Budget
	fonts     map[int]*Font // by object number
	decoded   map[int]decodedStream
	layers    *layers
	masks     map[int]*Raster // of images, by object number
	sketches  map[int]*sketch // of patterns, by object number
	maskBytes int
	clear     map[int]bool // images of which nothing is seen, by object number
	lastScan  int          // the image whose pixels were looked at last
	scan      *Raster
	scanned   int // pixels so far
	reached   map[int]bool
	unpacking time.Duration // spent on pictures that PDFium decodes
	holders   map[int][]int // which objects refer to one; see [File.PagesOf]
}

// ErrEncrypted says that the file can't be opened without a password.
var ErrEncrypted = errors.New("pdf: encrypted")

// A DamageError says that the file could not be read as a whole.
type DamageError struct{ Err error }

func (e *DamageError) Error() string { return "pdf: " + e.Err.Error() }

func (e *DamageError) Unwrap() error { return e.Err }

// Open reads the object table, the pages and the layout of the bytes. A damaged file is read as PDFium repairs it, if that is safe
// ([File.Repaired]). The errors are [ErrEncrypted], [*limits.Error], [*DamageError] and those of the context.
func Open(ctx context.Context, r io.ReaderAt, size int64) (*File, error) {
	budget := limits.From(ctx)
	if size > budget.Held {
		return nil, &limits.Error{Name: "held", Limit: budget.Held}
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), data); err != nil {
		return nil, &DamageError{err}
	}
	f, err := Read(ctx, data)
	if damage := new(DamageError); errors.As(err, &damage) || err == nil && len(f.Damage) > 0 {
		if repaired, bad := rescue(ctx, data, scanFile(data)); bad == nil {
			return repaired, nil
		}
	}
	if err != nil {
		return nil, err
	}
	return f, ctx.Err()
}

// Read reads a file as it stands: a damaged one is not repaired. The errors are those of [Open].
func Read(ctx context.Context, data []byte) (*File, error) {
	scan := scanFile(data)
	if err := scan.guard(); err != nil {
		return nil, err
	}
	f := &File{
		Scan: scan, Origin: scan, Data: data, budget: limits.From(ctx),
		fonts: map[int]*Font{}, decoded: map[int]decodedStream{}, masks: map[int]*Raster{}, clear: map[int]bool{}, sketches: map[int]*sketch{},
	}
	var err error
	if f.Ctx, err = readPlain(ctx, scan, Configuration()); err != nil {
		f.Ctx, err = readTable(ctx, data, Configuration())
	}
	if password := unlock.Password(ctx); errors.Is(err, ErrEncrypted) && password != "" {
		conf := Configuration()
		conf.UserPW, conf.OwnerPW = password, password
		f.Ctx, err = readTable(ctx, data, conf)
		f.Locked = true
	}
	if err != nil {
		return nil, err
	}
	f.Encrypted = f.Ctx.E != nil
	f.compact()
	f.readPages()
	f.readLayers()
	f.missing()
	return f, nil
}

// pdfcpu keeps its configuration directory in a package variable; it has to be set before the first configuration is made.
var disableConfig = sync.OnceFunc(func() { model.ConfigPath = "disable" })

// Configuration returns the settings with which pdfcpu reads and writes here: it keeps no files of its own, is lenient, and bounds
// what it allocates.
func Configuration() *model.Configuration {
	disableConfig()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	conf.Offline = true
	conf.Limits.MaxStreamBytes = 256 << 20
	conf.Limits.MaxDecodeBytes = maxStream
	conf.Limits.MaxObjectCount = maxObjects
	conf.Limits.MaxXRefEntries = maxObjects
	conf.Limits.MaxObjectStreamCount = maxObjects
	conf.Limits.MaxRecursionDepth = maxDepth
	return conf
}

// readTable lets pdfcpu read the objects. It panics on some damaged files; that is damage like any other.
func readTable(ctx context.Context, data []byte, conf *model.Configuration) (table *model.Context, err error) {
	defer func() {
		if recover() != nil {
			table, err = nil, &DamageError{errors.New("the object table can't be read")}
		}
	}()
	table, err = pdfcpu.ReadWithContext(ctx, bytes.NewReader(data), conf)
	switch {
	case err == nil && table.Root == nil:
		return nil, &DamageError{errors.New("no root")}
	case err == nil:
		return table, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrOwnerPasswordRequired):
		return nil, ErrEncrypted
	}
	return nil, &DamageError{err}
}

// Resolve follows references until it meets something else. What can't be read is nil.
func (f *File) Resolve(o types.Object) types.Object {
	if ref, ok := o.(types.IndirectRef); ok {
		return f.Object(int(ref.ObjectNumber))
	}
	switch o.(type) {
	case *types.IndirectRef, types.LazyObjectStreamObject:
		return f.follow(o)
	}
	return o
}

// follow follows references that lead to others, or into an object stream that was not read yet.
func (f *File) follow(o types.Object) (res types.Object) {
	defer func() {
		if recover() != nil {
			res = nil
		}
	}()
	for range maxDepth {
		switch v := o.(type) {
		case types.IndirectRef:
			next, err := f.Ctx.Dereference(v)
			if err != nil {
				return nil
			}
			o = next
		case *types.IndirectRef:
			if v == nil {
				return nil
			}
			o = *v
		case types.LazyObjectStreamObject:
			next, err := v.DecodedObject(context.Background())
			if err != nil {
				return nil
			}
			o = next
		default:
			return o
		}
	}
	return nil
}

// Object returns an object by its number, or nil.
func (f *File) Object(n int) types.Object {
	e := f.Ctx.Table[n]
	if e == nil || e.Free {
		return nil
	}
	switch e.Object.(type) {
	case types.IndirectRef, *types.IndirectRef, types.LazyObjectStreamObject: // of the last pdfcpu keeps what comes of it
		return f.follow(types.IndirectRef{ObjectNumber: types.Integer(n)})
	}
	return e.Object
}

// Dict returns o as a dictionary; of a stream it is the stream's. It is nil if o is neither.
func (f *File) Dict(o types.Object) types.Dict {
	switch v := f.Resolve(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	case *types.StreamDict:
		return v.Dict
	}
	return nil
}

// Array returns o as an array, or nil.
func (f *File) Array(o types.Object) types.Array {
	a, _ := f.Resolve(o).(types.Array)
	return a
}

// Number returns o as a number.
func (f *File) Number(o types.Object) (float64, bool) {
	switch v := f.Resolve(o).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

// Int returns o as a whole number, 0 if it is none.
func (f *File) Int(o types.Object) int {
	n, _ := f.Number(o)
	return int(max(min(n, 1<<40), -1<<40))
}

// Name returns o as a name without its slash, or "".
func (f *File) Name(o types.Object) string {
	if n, ok := f.Resolve(o).(types.Name); ok {
		if s, err := types.DecodeName(string(n)); err == nil {
			return s
		}
		return string(n)
	}
	return ""
}

// Bool returns o as a truth value, or def.
func (f *File) Bool(o types.Object, def bool) bool {
	if b, ok := f.Resolve(o).(types.Boolean); ok {
		return bool(b)
	}
	return def
}

// Numbers returns the numbers of an array; what is none counts as 0.
func (f *File) Numbers(o types.Object) []float64 {
	a := f.Array(o)
	out := make([]float64, len(a))
	for i, v := range a {
		out[i], _ = f.Number(v)
	}
	return out
}

// Rect returns o as a rectangle with its corners in order.
func (f *File) Rect(o types.Object) (Rect, bool) {
	n := f.Numbers(o)
	if len(n) != 4 {
		return Rect{}, false
	}
	return Rect{n[0], n[1], n[2], n[3]}.ordered(), true
}

// missing notes objects that stand in the file and in its table, but that pdfcpu could not read: it passes over them silently.
//
// So are streams whose length is wrong and files with a second header: readers do not agree on what those hold.
func (f *File) missing() {
	if f.Scan.Headers > 1 {
		f.Damage = append(f.Damage, "second header")
	}
	for i := range f.Scan.Defs {
		if d := &f.Scan.Defs[i]; d.Misfit && !d.Superseded && f.Reached()[d.Num] && !f.agrees(d) {
			f.Damage = append(f.Damage, fmt.Sprintf("object %d", d.Num))
		}
	}
	for _, n := range f.Objects() {
		e := f.Ctx.Table[n]
		if e.Compressed || e.Object != nil || e.Offset == nil || *e.Offset == 0 {
			continue
		}
		if d, ok := f.Scan.at(*e.Offset, n); ok && !d.null {
			f.Damage = append(f.Damage, fmt.Sprintf("object %d", n))
		}
	}
}

// agrees reports whether pdfcpu took the same bytes for a stream's data as the scan, up to the end of a line.
func (f *File) agrees(d *Definition) bool {
	const lineEnd = 2
	raw := -1
	switch v := f.Object(d.Num).(type) {
	case types.StreamDict:
		raw = len(v.Raw)
	case *types.StreamDict:
		raw = len(v.Raw)
	}
	return !f.Encrypted && raw >= 0 && abs(raw-(d.Stream.End-d.Stream.Start)) <= lineEnd
}

// ObjectNumber returns the number of the object that a reference names, 0 if o is no reference.
func ObjectNumber(o types.Object) int {
	switch v := o.(type) {
	case types.IndirectRef:
		return int(v.ObjectNumber)
	case *types.IndirectRef:
		return int(v.ObjectNumber)
	}
	return 0
}
