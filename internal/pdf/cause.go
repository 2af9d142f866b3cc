package pdf

// A Cause says why a reader does not see a glyph.
type Cause uint8

const (
	Seen         Cause = iota // a reader sees it
	Covered                   // something opaque is painted over it, or it has the colour of a dark ground
	UnderAnnot                // the appearance of an annotation covers it
	UnderRedact               // a Redact annotation marks it; it is still visible
	Invisible                 // shown in mode 3 or 7, or transparent, or in the colour of a light ground
	OCR                       // invisible text over, or under, a picture of the same page
	Tiny                      // too small to be seen
	Clipped                   // outside the clip
	OffPage                   // outside the page
	Layer                     // in a layer that is off
	BlackedOut                // text of a scan where its picture is blacked out
	InHiddenNote              // in the appearance of an annotation that is not shown
	Struck                    // a person wants it blacked out; never the judge's word
	Unseen                    // geometry says that a reader sees it, and its pixels say no
)

// names are what fixes call the causes by.
var names = [...]string{"", "covered", "annotation", "redact", "invisible", "ocr", "tiny", "clipped", "off-page", "layer", "blacked-out", "hidden-annotation", "struck", "unseen"}

// String returns the name by which a fix refers to the cause.
func (c Cause) String() string { return names[c] }

// CauseOf returns the cause with that name.
func CauseOf(name string) (Cause, bool) {
	for i, n := range names {
		if n == name && i > 0 {
			return Cause(i), true
		}
	}
	return Seen, false
}
