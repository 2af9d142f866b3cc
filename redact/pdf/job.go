package pdf

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/witness"
)

// A job is one rewriting.
type job struct {
	ctx context.Context
	*graph

	pages        map[int]*pageJob // by page number
	entries      []inspect.DropEntry
	attachments  map[int]bool // streams of attached files
	bookmarks    map[int]bool
	destinations map[int]bool            // names to drop, by their number
	places       map[string]types.Object // where the dropped names led
	fields       map[int]bool

	replaced map[int]bool              // forms of which some use was rewritten
	used     map[int]bool              // forms of which some use remains as it was
	made     map[[sha256.Size]byte]int // streams that were added, by what they are made of
	erased   map[structRef]bool        // marked content that lost glyphs

	stripped map[int]bool // masks and patterns that lose their text
	noted    map[int]bool // pictures that lose what they say beside their pixels

	casts      map[int]*cast // by font
	drawnForms map[int]bool  // contents that pages draw

	renamed int // fields that got another name

	named map[int]bool      // names that are to be others, by their number
	names map[string]string // and what they are to be

	pictures map[int]bool // pages that are to become pictures, from 1

	blot     func(string) string // nil: no text changes
	attached map[int]Attached    // files that stay
	decrypt  bool                // the copy of a locked file may be written without a password
	labels   *labels
	layer    *layer
	notes    Notes
	witness  *witness.Witness // of the source
}

// A pageJob is what is to be done on one page.
type pageJob struct {
	page   *pdf.Page
	causes map[pdf.Cause]bool
	annots map[int]bool // to drop, by index

	remarks  bool // comments in the code go
	notes    bool // inline images lose what they say beside their pixels
	pictures bool // pixels of a scan below boxes go
	outlines bool // drawings below boxes go
	clear    bool // pictures of which nothing is seen go
	cropped  bool // pixels outside of what is seen of a picture go
	areas    []*blackout
	silence  bool // the texts that stand for marked content go

	expect expectation
}

func newJob(ctx context.Context, f *pdf.File) *job {
	j := &job{
		ctx: ctx, graph: newGraph(f), pages: map[int]*pageJob{}, attachments: map[int]bool{}, bookmarks: map[int]bool{}, destinations: map[int]bool{}, places: map[string]types.Object{}, fields: map[int]bool{},
		replaced: map[int]bool{}, used: map[int]bool{}, made: map[[sha256.Size]byte]int{}, erased: map[structRef]bool{},
		stripped: map[int]bool{}, casts: map[int]*cast{}, drawnForms: map[int]bool{}, noted: map[int]bool{}, named: map[int]bool{}, witness: witness.New(f.Data),
	}
	j.labels = &labels{job: j, codes: map[rune]int{}}
	j.layer = &layer{job: j, codes: map[string]int{}}
	return j
}

// sort notes for each verb what it names.
func (j *job) sort(fixes []inspect.Fix) error {
	for _, fix := range fixes {
		if err := j.take(fix); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) take(fix inspect.Fix) error {
	switch fix := fix.(type) {
	case inspect.EraseBox:
		p, err := j.page(fix.Page)
		if err != nil {
			return err
		}
		switch fix.Of {
		case "actual-text":
			p.silence = true
			return nil
		case "comment":
			p.remarks = true
			return nil
		case "notes":
			p.notes = true
			return nil
		case "picture":
			p.pictures = true
			return nil
		case "drawing":
			p.outlines = true
			return nil
		case "transparent":
			p.clear = true
			return nil
		case "cropped":
			p.cropped = true
			return nil
		}
		cause, ok := pdf.CauseOf(fix.Of)
		if !ok {
			return fmt.Errorf("%w: no such cause", ErrUnknown)
		}
		p.causes[cause] = true
	case inspect.BlackOut:
		p, err := j.page(fix.Page)
		if err != nil {
			return err
		}
		if fix.Number != "" && overlap(fix.Area.Shift(p.page.CropBox.X0, p.page.CropBox.Y0), p.page.CropBox) <= 0 {
			return &OffPageError{Page: fix.Page}
		}
		p.areas = append(p.areas, newBlackout(fix, p.page))
	case inspect.DropAnnotation:
		p, err := j.page(fix.Page)
		if err != nil {
			return err
		}
		p.annots[fix.N] = true
	case inspect.DropAttachment:
		j.attachments[fix.Obj] = true
	case inspect.DropEntry:
		j.entries = append(j.entries, fix)
	case inspect.DropBookmark:
		j.bookmarks[fix.Obj] = true
	case inspect.DropDestination:
		j.destinations[fix.N] = true
	case inspect.Rename:
		j.named[fix.N] = true
	case inspect.DropObject:
		return j.drop(fix.Obj)
	case inspect.DropField:
		j.fields[fix.Obj] = true
	case inspect.StripObject:
		return j.strip(fix)
	case inspect.Decrypt:
		j.decrypt = true
	case inspect.Rebuild, inspect.DropPage: // the copy is always written anew, and holds no page but those of the page tree
	default:
		return fmt.Errorf("%w: %s", ErrUnknown, fix.Verb())
	}
	return nil
}

// drop lets an object go. Contents still draw a fragment of PostScript by its name, and find a form that draws nothing: without it some
// readers stop.
func (j *job) drop(n int) (err error) {
	if j.f.Name(j.f.Dict(j.f.Object(n))["Subtype"]) != "PS" {
		j.dropped[n] = true
		return nil
	}
	empty := types.Dict{"Type": types.Name("XObject"), "Subtype": types.Name("Form"), "BBox": types.Array{types.Integer(0), types.Integer(0), types.Integer(0), types.Integer(0)}}
	j.changed[n], err = newStream(empty, nil)
	return err
}

func (j *job) page(n int) (*pageJob, error) {
	if n < 1 || n > len(j.f.Pages) {
		return nil, ErrNoPage
	}
	p := j.pages[n]
	if p == nil {
		p = &pageJob{page: j.f.Pages[n-1], causes: map[pdf.Cause]bool{}, annots: map[int]bool{}}
		j.pages[n] = p
	}
	return p, nil
}

// editEntries removes entries of dictionaries. What only they led to is no longer reached.
func (j *job) editEntries() error {
	for _, e := range j.entries {
		d := j.edit(e.Obj)
		if d != nil && e.Key == "JS" {
			j.dropped[e.Obj] = true // an action that is an object of its own
			continue
		}
		if d == nil {
			return fmt.Errorf("%w: object %d", ErrUnknown, e.Obj)
		}
		if err := j.removeEntry(d, e.Key); err != nil {
			return err
		}
		if e.Key == "PieceInfo" {
			delete(d, "LastModified") // it says when the private data was written, and nothing else (14.5)
		}
	}
	return nil
}

// removeEntry removes an entry; a key with slashes leads into dictionaries that stand in each other, and into all of those in an array.
// An action without its script is none, and goes as a whole.
func (j *job) removeEntry(d types.Dict, path string) error {
	key, rest, deeper := strings.Cut(path, "/")
	if !deeper || rest == "JS" && j.array(d[key]) == nil {
		switch {
		case needed(d, key):
			d[key] = types.StringLiteral("")
		case key == "T" && (d["FT"] != nil || j.name(d["Subtype"]) == "Widget"): // a field without a name is none
			j.renamed++
			d[key] = types.StringLiteral("f" + strconv.FormatInt(int64(j.renamed), 36)) // too short to be text
		default:
			delete(d, key)
		}
		return nil
	}
	if d[key] == nil {
		return nil // it went with what another fix names
	}
	if a := j.array(d[key]); a != nil {
		d[key] = j.removeFrom(a, rest)
		return nil
	}
	if n := pdf.ObjectNumber(d[key]); n > 0 {
		inner := j.edit(n)
		if inner == nil {
			return fmt.Errorf("%w: object %d", ErrUnknown, n)
		}
		return j.removeEntry(inner, rest)
	}
	return j.removeEntry(j.sub(d, key), rest)
}

// needed reports whether readers look for an entry even if it says nothing: the names of layers (8.11.2) and of output conditions
// (14.11.5).
func needed(d types.Dict, key string) bool {
	t, _ := d["Type"].(types.Name)
	return key == "Name" && t == "OCG" || key == "OutputConditionIdentifier"
}

// removeFrom returns an array in whose dictionaries an entry is removed.
func (j *job) removeFrom(a types.Array, path string) types.Array {
	out := make(types.Array, len(a))
	for i, v := range a {
		switch e := v.(type) {
		case types.Dict:
			e = maps.Clone(e)
			if j.removeEntry(e, path) == nil {
				v = e
			}
		case types.Array:
			v = j.removeFrom(e, path)
		}
		out[i] = v
	}
	return out
}
