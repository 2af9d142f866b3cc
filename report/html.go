package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the template and its style sheet
	"encoding/base64"
	"html/template"
	"io"
	"path/filepath"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
)

var (
	//go:embed html.tmpl
	htmlTemplate string
	//go:embed html.css
	htmlStyle string
)

// maxSections bounds what the sections of the files may take. Beyond it they come without their lists of findings, so that a report
// on thousands of files can still be opened and sent; everything else stays, and the section says so.
const maxSections = 4 << 20

// htmlWriter prints one page for a browser and for paper. The page needs no script and no other file, so that it can be attached to
// a mail or a decision and opens years later.
//
// The table of all files stands before what is to be said of each, so the writer keeps a line of every file and the finished
// sections until the end.
type htmlWriter struct {
	w    io.Writer
	o    Options
	text voice // finds the words: all reports say the same sentences
	tmpl *template.Template

	begun    bool
	rows     []htmlRow
	sections [len(gravity)]bytes.Buffer // the gravest come last here, and first on the page
	size     int
	pictured int // pages
	worst    htmlMark
	copies   int // files that have a copy
	cleaned  bool
	err      error
}

func newHTML(w io.Writer, o Options) Writer {
	h := &htmlWriter{w: w, o: o, text: voice{o}}
	h.tmpl = template.Must(template.New("html").Funcs(template.FuncMap{"say": h.say, "number": number}).Parse(htmlTemplate))
	return h
}

func (h *htmlWriter) File(f *File) error {
	h.head()
	row := h.row(f)
	h.worst = worse(h.worst, row.result())
	if f.Cleaned != nil {
		h.cleaned = true
		if f.Cleaned.Outcome != nil {
			h.copies++
		}
	}
	if row.Link = !h.o.Brief || !quiet(f); row.Link {
		view := h.view(f, row)
		if h.size > maxSections {
			view.Groups, view.Short = nil, true
		}
		buf := &h.sections[rank(row.result())]
		before := buf.Len()
		h.execute(buf, "file", view)
		h.size += buf.Len() - before
	}
	h.rows = append(h.rows, row)
	return h.err
}

// quiet reports whether a file's line in the table says all: it is ok, and nothing was done with it.
func quiet(f *File) bool {
	if f.Verdict != inspect.OK || len(f.Unread)+len(f.Allowed) > 0 {
		return false
	}
	c := f.Cleaned
	return c == nil || c.Outcome != nil && len(c.Outcome.Taken)+len(c.Outcome.Left)+len(c.Outcome.Masked)+len(c.Outcome.Notes) == 0
}

func (h *htmlWriter) End(s Summary) error {
	h.head()
	page := htmlPage{
		One: len(h.rows) == 1, Cleaned: h.cleaned, Copies: h.copies, NoCopy: len(h.rows) - h.copies, Mark: h.worst, Rows: h.rows, Sum: s,
		Sentence: h.text.say(s.Sentence), Stamp: h.stamp(), Settings: h.o.Settings, Values: h.o.ShowValues,
	}
	slices.SortStableFunc(page.Rows, func(a, b htmlRow) int { return rank(b.result()) - rank(a.result()) })
	page.Others = slices.ContainsFunc(h.rows, func(r htmlRow) bool { return !r.Link })
	page.Tally = h.tally()
	if h.cleaned && page.NoCopy > 0 && page.Mark.Class == string(inspect.NotRead) {
		page.Mark.Word = h.say("no-copies-all")
	}
	h.print("top", page)
	for i := range h.sections {
		h.write(h.sections[len(h.sections)-1-i].Bytes())
	}
	h.print("end", page)
	return h.err
}

// tally counts the verdicts that count, the gravest first. Where no copy was made there is none.
func (h *htmlWriter) tally() []htmlTally {
	var out []htmlTally
	for _, v := range []inspect.Verdict{inspect.NG, inspect.NotRead, inspect.Review, inspect.OK} {
		t := htmlTally{Mark: h.verdict(v)}
		for i := range h.rows {
			if h.rows[i].result() == t.Mark {
				t.N++
			}
		}
		out = append(out, t)
	}
	return out
}

// head prints all that does not depend on the files. A writer that can't be written to is so noticed at the first file.
func (h *htmlWriter) head() {
	if h.begun {
		return
	}
	h.begun = true
	sum := sha256.Sum256([]byte(htmlStyle))
	h.print("head", struct {
		Lang, Policy string
		Style        template.CSS
		Values       bool
		Stamp        htmlStamp
	}{h.o.Lang, policy + base64.StdEncoding.EncodeToString(sum[:]) + "'", template.CSS(htmlStyle), h.o.ShowValues, h.stamp()})
}

// policy allows the page its own style sheet, by its hash, and nothing else: what a document says can't become more than text.
const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-"

func (h *htmlWriter) execute(buf *bytes.Buffer, name string, data any) {
	if err := h.tmpl.ExecuteTemplate(buf, name, data); err != nil && h.err == nil {
		h.err = err
	}
}

func (h *htmlWriter) print(name string, data any) {
	var buf bytes.Buffer
	h.execute(&buf, name, data)
	h.write(buf.Bytes())
}

// write is where everything passes that reaches the page. The template's own text holds nothing unseen, so whatever is made
// visible here came from a document or a name.
func (h *htmlWriter) write(b []byte) {
	if h.err == nil {
		_, h.err = h.w.Write(evident(b))
	}
}

// evident puts the number of each character that can't be seen in its place, [U+202E]: a name that turns its own direction is told,
// and can't turn anything. Line ends stay, and so do the variation selectors of kanji, which names are written with.
func evident(b []byte) []byte {
	hidden := func(r rune) bool {
		return r != '\n' && (unseen(r) || r == utf8.RuneError || r&0xFFFE == 0xFFFE) && !(r >= 0xE0100 && r <= 0xE01EF)
	}
	if !bytes.ContainsFunc(b, hidden) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1, !hidden(r):
			out = utf8.AppendRune(out, r)
		case r == '\t':
			out = append(out, ' ')
		default:
			out = append(out, codePoint(r)...)
		}
		b = b[n:]
	}
	return out
}

func codePoint(r rune) string {
	const digits = "0123456789ABCDEF"
	s := ""
	for ; r > 0 || len(s) < 4; r >>= 4 {
		s = digits[r&15:r&15+1] + s
	}
	return "[U+" + s + "]"
}

// clip shortens a text of a document that has no natural end, and shows that it did.
func clip(s string, most int) string {
	n := 0
	for i, r := range s {
		if unicode.Is(unicode.Mn, r) {
			continue // marks take no room of their own, but may not be torn off
		}
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// base returns the last element of a path, as short as a table can show it.
func base(path string) string { return clip(filepath.Base(path), maxName) }
