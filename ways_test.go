package sumikeshi_test

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// A hidden is one way in which PDF files hide things, as the catalogue of them that the design rests on lists them, with the place that
// tells of it and the samples in which it stands.
type hidden struct {
	way    string
	place  string // without "pdf/"
	files  string // below testdata/pdf/PLACE, without ending
	loud   bool   // every such file is one: there is no quiet neighbour
	stands bool   // a person decides what becomes of it, or nothing has to go
}

// ways are all of them. Not among them are three that no file of testdata can show: text in a font that can't be read and pages that are
// pictures are no places but parts that are unread (inspect/pdf), and what fonts keep is taken with the text (redact/pdf, Test_fonts…).
var ways = []hidden{
	{way: "text below a fill, a path, a stroke, a picture, a shading, a pattern, hatching, a form, in a form, turned, with a label, in the colour of its ground", place: "covered-text", files: "dirty dirty-path dirty-stroke dirty-picture dirty-shading dirty-pattern dirty-hatching dirty-form dirty-rotated dirty-label dirty-same-color dirty-white-box dirty-stencil dirty-glyph"},
	{way: "white text, text without paint", place: "invisible-text", files: "dirty dirty-mode"},
	{way: "text inside masks, patterns, glyphs", place: "inner-text", files: "dirty dirty-pattern dirty-glyph"},
	{way: "recognised text over a scan", place: "ocr-layer", files: "dirty", stands: true},
	{way: "recognised text where the scan is black", place: "ocr-under-blackout", files: "dirty dirty-white"},
	{way: "text too small to read", place: "tiny-text", files: "dirty dirty-point"},
	{way: "text outside its clip", place: "clipped-text", files: "dirty"},
	{way: "text outside the page", place: "off-page-text", files: "dirty"},
	{way: "layers that are off", place: "hidden-layer", files: "dirty dirty-picture"},
	{way: "redactions that were never applied", place: "annotation-redact", files: "dirty dirty-jbig2"},
	{way: "outlines below a box", place: "covered-drawing", files: "dirty"},
	{way: "translucent boxes", place: "weak-mask", files: "dirty", stands: true},
	{way: "what only pixels show", place: "witness-disagrees", files: "dirty dirty-mask dirty-on-picture dirty-translucent"},
	{way: "pixels below a cover", place: "covered-image", files: "dirty dirty-clip dirty-ellipse dirty-label dirty-part dirty-path dirty-round dirty-stroke dirty-turned dirty-white"},
	{way: "pixels outside a clip or the page", place: "cropped-image", files: "dirty dirty-page"},
	{way: "transparent pictures", place: "transparent-image", files: "dirty dirty-alpha"},
	{way: "alternate images", place: "alternate-image", files: "dirty"},
	{way: "thumbnails", place: "thumbnail", files: "dirty"},
	{way: "EXIF and the like, bytes behind a picture", place: "image-metadata", files: "dirty dirty-tail dirty-packed dirty-inline"},
	{way: "earlier revisions", place: "old-revision", files: "dirty"},
	{way: "objects that nothing leads to", place: "orphan-object", files: "dirty"},
	{way: "bytes behind the end", place: "trailing-data", files: "dirty"},
	{way: "damage that readers repair each in its way", place: "repaired", files: "dirty"},
	{way: "pages that were removed", place: "removed-page", files: "dirty"},
	{way: "pictures and forms that nothing draws", place: "unused-object", files: "dirty dirty-form dirty-nested dirty-widget dirty-postscript"},
	{way: "attachments: of the document, a note, a page, a part of it, a sound", place: "attachment", files: "dirty dirty-pin dirty-associated dirty-sound"},
	{way: "portfolios, their columns and items", place: "portfolio", files: "dirty dirty-schema", stands: true},
	{way: "document properties", place: "metadata", files: "dirty dirty-unmarked"},
	{way: "the title", place: "title", files: "dirty"},
	{way: "XMP of pictures and pages", place: "object-metadata", files: "dirty dirty-page"},
	{way: "private data, web capture, recipients of mailings, spare trees", place: "private-data", files: "dirty dirty-web dirty-recipient dirty-captured"},
	{way: "replacement text", place: "actual-text", files: "dirty"},
	{way: "bookmarks", place: "bookmark", files: "dirty"},
	{way: "named destinations", place: "named-destination", files: "dirty dirty-old"},
	{way: "page labels", place: "page-label", files: "dirty dirty-kids"},
	{way: "article threads", place: "article-thread", files: "dirty"},
	{way: "values of fields, defaults", place: "form-value", files: "dirty dirty-default"},
	{way: "hidden fields", place: "hidden-field", files: "dirty"},
	{way: "XFA", place: "xfa", files: "dirty"},
	{way: "scripts and their names", place: "script", files: "dirty dirty-named"},
	{way: "paths in links, on opening, behind other actions", place: "link-path", files: "dirty dirty-opening dirty-next"},
	{way: "annotations over text, with and without an appearance", place: "annotation-cover", files: "dirty dirty-bare dirty-highlight dirty-ink"},
	{way: "comments", place: "annotation-note", files: "dirty"},
	{way: "hidden annotations, their other states, those that are on no page", place: "annotation-hidden", files: "dirty dirty-rollover dirty-state dirty-stray"},
	{way: "sound, film, models", place: "annotation-media", files: "dirty dirty-film dirty-model"},
	{way: "the width of a gap", place: "width-leak", files: "dirty", stands: true},
	{way: "signatures and what checks them", place: "signature", files: "dirty dirty-direct dirty-store"},
	{way: "search indexes", place: "search-index", files: "dirty"},
	{way: "keys that no standard knows", place: "unknown-key", files: "dirty"},
	{way: "entries hardly ever seen: maps, intents, layers, fields, tags, resources, code, trees, the trailer", place: "stray-text", files: "dirty-page dirty-catalog dirty-action dirty-annotation dirty-structure dirty-resource dirty-code dirty-layer dirty-field dirty-trailer dirty-tree dirty-name dirty-bound"},
	{way: "text in fonts: naming tables, tables of other programs, notices, remarks", place: "font-text", files: "dirty dirty-table dirty-compact dirty-clear"},
	{way: "remarks in code, strings that no operator shows", place: "content-comment", files: "dirty dirty-property"},
	{way: "permissions without a password", place: "permission-only", files: "dirty", loud: true, stands: true},
}

// Test_every_way_has_samples holds that each way has samples in which it is found and, unless a person decides, taken; that what is quiet
// stands beside it; and that the catalogue has every place. That a sample's copy is clean is held by [Test_every_place].
func Test_every_way_has_samples(t *testing.T) {
	cases := allCases(t)
	in := map[string]bool{}
	for _, r := range ways {
		id := "pdf/" + r.place
		in[id] = true
		for _, f := range strings.Fields(r.files) {
			i := slices.IndexFunc(cases, func(c samples.Case) bool { return c.Dir == id && c.File == f+".pdf" })
			switch {
			case i < 0:
				t.Errorf("%s: there is no testdata/%s", r.way, path.Join(id, f+".pdf"))
			case look(t, cases[i].Path).Counts.Places[id] == 0:
				t.Errorf("%s: not found in %s", r.way, cases[i].Path)
			case !r.stands && cases[i].Clean == nil:
				t.Errorf("%s: nothing is asked of the copy of %s", r.way, cases[i].Path)
			}
		}
		quiet := func(c samples.Case) bool { return c.Dir == id && slices.Contains(c.Absent, id) }
		if !r.loud && !slices.ContainsFunc(cases, quiet) {
			t.Errorf("%s: no sample holds that %s is quiet", r.way, id)
		}
	}
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		if strings.HasPrefix(p.ID, "pdf/") && !in[p.ID] {
			t.Errorf("%s is in no way", p.ID)
		}
		if row := slices.IndexFunc(ways, func(r hidden) bool { return "pdf/"+r.place == p.ID }); row >= 0 && ways[row].stands && p.Action == inspect.Take {
			t.Errorf("%s is always taken", p.ID)
		}
	}
}
