package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// markdownWriter prints a table for a comment or a chat. Hosts refuse comments above about 65,000 characters, so it stops before,
// and says so; it is written at the end, the gravest files first.
type markdownWriter struct {
	voice
	w       io.Writer
	cleaned bool
	rows    [len(gravity)][]string
}

const maxMarkdown = 60000 // characters of a report

var sayRowsCut = inspect.Words{JA: "ほか%s件は、入りきりませんでした。", EN: "%s more files did not fit."}

func newMarkdown(w io.Writer, o Options) Writer { return &markdownWriter{voice: voice{o}, w: w} }

func (m *markdownWriter) File(f *File) error {
	// A file that can't be written to is noticed at the first file, as with the other kinds.
	if _, err := m.w.Write(nil); err != nil {
		return err
	}
	verdict, said := f.Verdict, m.told(f.Result)
	cells := []string{m.mark(f.Verdict), f.Path, said, m.people(f.People)}
	if c := f.Cleaned; c != nil {
		m.cleaned = true
		cells[3] = m.say(sayNoCopy)
		if verdict = inspect.NotRead; c.Outcome != nil && c.Outcome.After != nil {
			verdict = c.Outcome.After.Verdict
			cells[3] = m.mark(verdict) + " " + base(c.Output)
		}
	}
	for i, c := range cells {
		cells[i] = cell(clip(c, maxName))
	}
	at := rank(htmlMark{Class: string(verdict)})
	m.rows[at] = append(m.rows[at], "| "+strings.Join(cells, " | ")+" |\n")
	return nil
}

// mark is a verdict as a word with a shape before it.
func (m *markdownWriter) mark(v inspect.Verdict) string { return shapes[v] + " " + m.say(v.Words()) }

var shapes = map[inspect.Verdict]string{inspect.NG: "✖", inspect.Review: "▲", inspect.NotRead: "？", inspect.OK: "○"}

func (m *markdownWriter) End(s Summary) error {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s\n\n", m.say(htmlWords["title"]), fmt.Sprintf(m.say(sayVerdicts), number(s.Files), m.tally(s)))
	last := "col-people"
	if m.cleaned {
		last = "col-after"
	}
	if said := m.say(s.Sentence); said != "" {
		b.WriteString(cell(said) + "\n\n")
	}
	if s.Files > 0 {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n|---|---|---|---|\n", m.say(ledger[1].head), m.say(ledger[0].head), m.say(htmlWords["col-said"]), m.say(htmlWords[last]))
	}
	size, cut := utf8.RuneCountInString(b.String()), 0
	for i := range m.rows {
		for _, row := range m.rows[len(m.rows)-1-i] {
			if size += utf8.RuneCountInString(row); size > maxMarkdown {
				cut++
				continue
			}
			b.WriteString(row)
		}
	}
	if cut > 0 {
		b.WriteString("\n" + fmt.Sprintf(m.say(sayRowsCut), number(cut)) + "\n")
	}
	_, err := io.WriteString(m.w, b.String())
	return err
}

// cell makes a text of a document harmless in a table of Markdown: it is shown as it is, and is neither markup, nor a mention, a link
// or a new cell.
func cell(s string) string {
	var b strings.Builder
	for _, r := range Plain(s) {
		if strings.ContainsRune("\\`*_{}[]<>#|~@&$!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "://", ":\\//")
}
