package docx

import (
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/plain"
)

// maxPage is how much of a page in HTML is read, in bytes of its text.
const maxPage = 16 << 20

// isPage reports whether a file is a page in HTML.
func isPage(src *inspect.Source) bool {
	look, ok := plain.Sniff(src.Name, src, src.Size)
	return ok && look.Markup == "html"
}

// pageTexts calls say for everything that a page says, whether it would be shown or not: paragraphs and cells, the latter with the heads of
// their columns; comments, scripts, and the values of attributes.
func pageTexts(src *inspect.Source, say func(text string, labels []string) error) error {
	t, err := plain.Open(src.Name, src, src.Size)
	if err != nil {
		return err
	}
	r := io.LimitReader(t.Charset.NewReader(io.NewSectionReader(src, 0, src.Size)), maxPage+1)
	counted := &counter{r: r}
	p := page{say: say}
	z := html.NewTokenizer(counted)
	z.SetMaxBuf(maxPage)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if err := p.token(kind, z); err != nil {
			return err
		}
	}
	if err := p.flush(); err != nil {
		return err
	}
	if err := z.Err(); err != io.EOF {
		return err
	}
	if counted.n > maxPage {
		return &inspect.UnreadError{Reason: inspect.Limit}
	}
	return nil
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// A page collects what stands between tags that begin something new.
type page struct {
	say    func(text string, labels []string) error
	text   strings.Builder
	before string
	heads  []string // of the table that is open
	row    int      // of it, from 1
	col    int      // from 1; 0 outside of a cell
}

// inline are the tags that a word goes on across.
var inline = []string{"a", "abbr", "b", "big", "code", "em", "font", "i", "ins", "label", "mark", "o:p", "q", "rb", "ruby", "s", "small", "span", "strike", "strong", "sub", "sup", "u", "wbr"}

func (p *page) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		p.text.Write(z.Text())
		return nil
	case html.CommentToken:
		return p.say(string(z.Text()), nil)
	case html.DoctypeToken:
		return nil
	}
	name, attrs := z.TagName()
	tag := string(name)
	if !slices.Contains(inline, tag) {
		if err := p.flush(); err != nil {
			return err
		}
	}
	if kind != html.EndTagToken {
		p.open(tag)
	}
	for attrs {
		var value []byte
		if _, value, attrs = z.TagAttr(); len(value) > 0 {
			if err := p.say(string(value), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// open notes where in a table a tag leads.
func (p *page) open(tag string) {
	switch tag {
	case "table":
		p.heads, p.row, p.col = nil, 0, 0
	case "tr":
		p.row, p.col = p.row+1, 0
	case "td", "th":
		p.col++
	}
}

// flush says what was collected, with the head of its column or the label before it.
func (p *page) flush() error {
	text := strings.Join(strings.Fields(p.text.String()), " ")
	p.text.Reset()
	if text == "" {
		return nil
	}
	var labels []string
	switch {
	case p.col > 0 && p.row == 1:
		for len(p.heads) < p.col && len(p.heads) < 1000 {
			p.heads = append(p.heads, "")
		}
		if p.col <= len(p.heads) {
			p.heads[p.col-1] = text
		}
	case p.col > 0 && p.col <= len(p.heads):
		labels = append(labels, p.heads[p.col-1])
	case plain.Label(p.before):
		labels = append(labels, p.before)
	}
	p.before = text
	return p.say(text, labels)
}
