package inspect

// A Fix says as data what would take an item out. Package redact carries fixes out, one folder for each kind of file; it knows
// these verbs and no hiding place. Fixes are comparable: items with the same Place and an equal Fix belong to one thing, which is
// taken or left as a whole.
type Fix interface {
	// Verb is the name that reports print: "drop-sheet".
	Verb() string
	fix()
}

type (
	// DropPart removes a part of a package, every relationship to it, and what only it led to.
	DropPart struct{ Part string }

	// DropSheet removes a sheet with all that hangs on it, after what depends on it was frozen.
	DropSheet struct{ Part string }

	// RenameSheet gives a tab another name; whatever names it follows.
	RenameSheet struct{ Part, Name string }

	// Blank empties cells and keeps their formats: Ref is a reference as Excel writes it, "B7", "5:104" or "C:D".
	Blank struct{ Part, Ref string }

	// FreezeAt turns the formula of a cell into the value that it shows; Ref is "B7". Formulas that it shares its text with go too.
	FreezeAt struct{ Part, Ref string }

	// DropElement removes an element of an XML part with its content: the Nth of that local name, from 1; 0 means all of them.
	DropElement struct {
		Part, Element string
		N             int
	}

	// DropAttr removes an attribute from every element of that local name.
	DropAttr struct{ Part, Element, Attr string }

	// DropLink removes a relationship that leads outside, with the element that uses it.
	DropLink struct{ Part, ID string }

	// BlankCells empties the cells of a sheet that items with this fix name; Of is the ID of their place. It is how a place that
	// is made of single cells is one thing. Filtered says that it is a filter that hides them: they could be shown instead.
	BlankCells struct {
		Part, Of string
		Filtered bool
	}

	// ShowRows takes the filters of a sheet and of its tables away and shows the rows of Ref, "A5:A104"; of items, which leave Ref
	// empty, it is the rows in which they stand.
	ShowRows struct{ Part, Ref string }

	// BlankStrings empties the shared strings that no kept cell uses.
	BlankStrings struct{ Part string }

	// Literal cuts a chart's tie to the cells that feed it and keeps the points it draws; texts that hold personal data become
	// numbers. Of a picture that is made of drawing commands it keeps what is drawn, and circles stand for personal data.
	Literal struct{ Part string }

	// MaskTexts puts circles in place of the personal data in what a part says, and keeps the rest.
	MaskTexts struct{ Part string }

	// Scrub takes out of the XML of a part what programs pass over: Of is "remark" for comments and processing instructions, or
	// "value" for the personal data in texts and attributes, in whose place circles stand.
	Scrub struct{ Part, Of string }

	// Freeze turns every formula of a workbook into the value that it shows.
	Freeze struct{}

	// MacroFree makes a workbook or a document that holds no macros any more one of the kind without: its type announces none, and the
	// name of the copy must not either.
	MacroFree struct{}

	// Crop makes a picture anew from what its frames show of it.
	Crop struct{ Part string }

	// Flatten turns a pivot table into the cells it shows: the cache and every definition go.
	Flatten struct{ Part string }

	// AcceptChanges carries out the tracked changes of a story: what was deleted goes, what was inserted stays, and no author or
	// date is left.
	AcceptChanges struct{ Part string }

	// DropText takes out the texts of a story that a reader does not see for one reason, with the shapes that are hidden: Of is
	// "hidden", "faint", "tiny", "merged", "outside", "unused", "shape", or "covered": what is below an object becomes bars as wide.
	DropText struct{ Part, Of string }

	// BlotText puts bars in place of the texts of a story that are painted over; the paint stays.
	BlotText struct{ Part string }

	// Unlink turns the fields of a story into the results that a reader sees; Of says which: "code" for those whose code tells
	// something, "entry" for the entries of an index, "talk" for codes that need tell nothing but do.
	Unlink struct{ Part, Of string }

	// DropSessions removes the numbers of editing sessions from all stories of a document; Part is the main one.
	DropSessions struct{ Part string }

	// Strip rewrites a part of properties with the minimum that the format needs, or a picture without what it does not show.
	Strip struct{ Part string }

	// Rebuild writes the container anew, so that nothing remains between, before or behind its entries. Of a PDF file it writes one
	// revision of the objects that are reached.
	Rebuild struct{}

	// EraseBox takes glyphs out of the content of a PDF page, its forms and the appearances of its annotations: those which a reader
	// does not see for the reason Of, the name of a cause of internal/pdf ("covered"). What covers them stays. Of "layer" takes
	// everything that is drawn in layers that are off; of "redact" what lies under a Redact annotation, seen as it is, and draws
	// the box that was meant. Of "actual-text" takes no glyphs but the texts that the content gives to replace or describe them;
	// of "comment" the remarks in the code, of "picture" the pixels below boxes on a scan, of "transparent" the pictures of which nothing is seen,
	// of "cropped" the pixels of pictures outside of what is seen of them, of "drawing" the outlines below dark boxes, of "notes" what inline photos
	// say beside their pixels.
	EraseBox struct {
		Page int
		Of   string
	}

	// BlackOut takes out of a PDF page whatever lies in an area, seen or not: glyphs, the pixels of pictures, drawings, annotations
	// with the values of form fields; and draws a box there. Roomy says that the box may grow along the line into what is blank, so
	// that its width does not tell how long the text was. Fill is red, green and blue, 0 to 1; Label is written on the box, or
	// Number if there is no room for it.
	BlackOut struct {
		Page   int
		Area   Quad
		Roomy  bool
		Fill   [3]float64
		Label  string
		Number string
	}

	// Decrypt lets the copy of a file that needs a password be written without one.
	Decrypt struct{}

	// DropAnnotation removes an annotation of a PDF page, the Nth of its list from 0, with its popup. If it covers something, the
	// shape it shows becomes part of the page.
	DropAnnotation struct{ Page, N int }

	// DropAttachment removes a file inside a PDF file: every file specification that leads to the stream with this object number.
	DropAttachment struct{ Obj int }

	// DropEntry removes an entry of a PDF dictionary by the number of the object it stands in; of a stream it is the stream's. What
	// only the entry led to goes with it.
	DropEntry struct {
		Obj int
		Key string
	}

	// DropBookmark removes an entry of a PDF outline with those under it, by its object number.
	DropBookmark struct{ Obj int }

	// DropDestination removes the name of a destination in a PDF file, by its number in the order of the file, from 0. Links that went by
	// the name go to the place itself.
	DropDestination struct{ N int }

	// Rename gives another name, which says nothing, to what a name in the objects of a PDF file stands for, by its number in the order of
	// the file, from 0. It is the same wherever it stands.
	Rename struct{ N int }

	// DropPage removes a page that is not in the page tree of a PDF file, by its object number, with every reference to it.
	DropPage struct{ Obj int }

	// DropObject removes an object of a PDF file with every reference to it, by its number.
	DropObject struct{ Obj int }

	// StripObject takes out of the stream of a PDF object what is not what it is for, and keeps the rest: Of is "text" for what a mask or
	// a pattern writes, "notes" for what a picture says beside its pixels, "asides" for remarks in code and texts in colour profiles.
	StripObject struct {
		Obj int
		Of  string
	}

	// DropField removes a form field of a PDF file with its widgets, by its object number.
	DropField struct{ Obj int }
)

func (DropPart) fix()      {}
func (DropSheet) fix()     {}
func (RenameSheet) fix()   {}
func (Blank) fix()         {}
func (FreezeAt) fix()      {}
func (DropElement) fix()   {}
func (DropAttr) fix()      {}
func (DropLink) fix()      {}
func (BlankCells) fix()    {}
func (ShowRows) fix()      {}
func (BlankStrings) fix()  {}
func (Literal) fix()       {}
func (MaskTexts) fix()     {}
func (Scrub) fix()         {}
func (Freeze) fix()        {}
func (MacroFree) fix()     {}
func (Crop) fix()          {}
func (Flatten) fix()       {}
func (AcceptChanges) fix() {}
func (DropText) fix()      {}
func (BlotText) fix()      {}
func (Unlink) fix()        {}
func (DropSessions) fix()  {}
func (Strip) fix()         {}
func (Rebuild) fix()       {}

func (EraseBox) fix()        {}
func (BlackOut) fix()        {}
func (Decrypt) fix()         {}
func (DropAnnotation) fix()  {}
func (DropAttachment) fix()  {}
func (DropEntry) fix()       {}
func (DropBookmark) fix()    {}
func (DropDestination) fix() {}
func (Rename) fix()          {}
func (DropObject) fix()      {}
func (DropField) fix()       {}
func (DropPage) fix()        {}
func (StripObject) fix()     {}

func (DropPart) Verb() string      { return "drop-part" }
func (DropSheet) Verb() string     { return "drop-sheet" }
func (RenameSheet) Verb() string   { return "rename-sheet" }
func (Blank) Verb() string         { return "blank" }
func (FreezeAt) Verb() string      { return "freeze" }
func (DropElement) Verb() string   { return "drop-element" }
func (DropAttr) Verb() string      { return "drop-attribute" }
func (DropLink) Verb() string      { return "drop-link" }
func (BlankCells) Verb() string    { return "blank" }
func (ShowRows) Verb() string      { return "show-rows" }
func (BlankStrings) Verb() string  { return "blank-strings" }
func (Literal) Verb() string       { return "literal" }
func (MaskTexts) Verb() string     { return "mask-texts" }
func (Scrub) Verb() string         { return "scrub" }
func (Freeze) Verb() string        { return "freeze" }
func (MacroFree) Verb() string     { return "macro-free" }
func (Crop) Verb() string          { return "crop" }
func (Flatten) Verb() string       { return "flatten" }
func (AcceptChanges) Verb() string { return "accept-changes" }
func (DropText) Verb() string      { return "drop-text" }
func (BlotText) Verb() string      { return "blot-text" }
func (Unlink) Verb() string        { return "unlink" }
func (DropSessions) Verb() string  { return "drop-sessions" }
func (Strip) Verb() string         { return "strip" }
func (Rebuild) Verb() string       { return "rebuild" }

func (EraseBox) Verb() string        { return "erase-text" }
func (Decrypt) Verb() string         { return "decrypt" }
func (BlackOut) Verb() string        { return "black-out" }
func (DropAnnotation) Verb() string  { return "drop-annotation" }
func (DropAttachment) Verb() string  { return "drop-attachment" }
func (DropEntry) Verb() string       { return "drop-entry" }
func (DropBookmark) Verb() string    { return "drop-bookmark" }
func (DropDestination) Verb() string { return "drop-destination" }
func (Rename) Verb() string          { return "rename" }
func (DropObject) Verb() string      { return "drop-object" }
func (DropField) Verb() string       { return "drop-field" }
func (DropPage) Verb() string        { return "drop-page" }
func (StripObject) Verb() string     { return "strip" }
