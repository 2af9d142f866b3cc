package inspect

import (
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// Tables is the table pass: from a bounded sample of cells it tells what stands beside each cell (column heads, form labels), the
// type of its column, and which cells make up one record. Sheets, tables of Word and PowerPoint, CSV and text laid out in columns
// share it.
type Tables struct{ Detectors *detectors.Set }

// A TableCell is a cell of the sample that is not blank. Row and Col count from 1.
type TableCell struct {
	Row, Col int
	Text     string
}

// A Layout is what the table pass knows of one sheet.
type Layout struct {
	blocks  []*block
	cells   []sampled
	at      map[uint64]int32 // which cell stands at a place
	set     *detectors.Set
	lastRow int                 // of the sample
	parts   map[[2]int][]string // the labels of cells outside tables that hold part of a value
}

// A block is a rectangle of cells without a blank row or column through it.
type block struct {
	top, bottom, left, right int
	beside                   int        // how many blocks stand to the left of it, at most 15
	head                     int        // first head row of a table; 0: it has none
	body                     int        // first row under the heads; 0: the block is no table
	labels                   [][]string // per column from left: heads, nearest first, and the column's type
	form                     bool       // labels stand beside or above single values
	turned                   bool       // a form with a record to a column: a table turned on its side
}

const (
	headRows  = 8   // how deep in a block a head row may stand: titles and notes come before it
	headRunes = 24  // a head is short
	longCell  = 512 // bytes of a cell that the table pass looks at: one long string may stand in thousands of cells
)

// Layout reads the sample, which has to be in row order.
func (t Tables) Layout(cells []TableCell) *Layout {
	l := &Layout{set: t.Detectors, cells: make([]sampled, len(cells)), at: make(map[uint64]int32, len(cells))}
	for i, c := range cells {
		l.cells[i].text = c.Text[:min(len(c.Text), longCell)]
		l.at[place(c.Row, c.Col)] = int32(i)
		l.lastRow = max(l.lastRow, c.Row)
	}
	for _, b := range split(cells) {
		l.blocks = append(l.blocks, b)
		l.read(b)
	}
	return l
}

// split finds the blocks: runs of rows without a blank row between them, and in a run the groups of columns without a blank
// column between them.
func split(cells []TableCell) []*block {
	var out []*block
	for len(cells) > 0 {
		end := 1
		for end < len(cells) && cells[end].Row-cells[end-1].Row <= 1 {
			end++
		}
		if one := cells[0]; end == 1 { // a line of text by itself
			out = append(out, &block{top: one.Row, bottom: one.Row, left: one.Col, right: one.Col})
		} else {
			out = append(out, splitColumns(cells[:end])...)
		}
		cells = cells[end:]
	}
	return out
}

func splitColumns(run []TableCell) []*block {
	cols := make([]int, 0, len(run))
	for _, c := range run {
		cols = append(cols, c.Col)
	}
	slices.Sort(cols)
	cols = slices.Compact(cols)
	var out []*block
	for len(cols) > 0 {
		n := 1
		for n < len(cols) && cols[n]-cols[n-1] <= 1 {
			n++
		}
		b := &block{left: cols[0], right: cols[n-1], beside: min(len(out), 15)}
		for _, c := range run {
			if c.Col >= b.left && c.Col <= b.right {
				if b.top == 0 {
					b.top = c.Row
				}
				b.bottom = c.Row
			}
		}
		out = append(out, b)
		cols = cols[n:]
	}
	return out
}

// read decides what a block is: a table under heads, the continuation of the table above it, a form, or neither.
func (l *Layout) read(b *block) {
	if b.left == b.right && b.top == b.bottom && !l.isLabel(b.top, b.left) {
		l.alone(b)
		return
	}
	if l.labelled(b) || l.stacked(b) {
		b.form, b.turned = true, l.turned(b)
		l.splitForm(b)
		return
	}
	first, last := l.heads(b)
	if first == 0 {
		if up := l.above(b); up != nil {
			b.body, b.labels = b.top, up.labels
			return
		}
		if l.form(b) {
			b.form = true
			l.splitForm(b)
			return
		}
		if b.bottom-b.top < 2 {
			l.splitForm(b)
			return
		}
		first, last = b.top, b.top-1
	}
	if last < first && !l.headless(b) {
		l.splitForm(b)
		return
	}
	b.body = last + 1
	if last >= first {
		b.head = first
	}
	l.label(b, first, last)
}

// alone decides what a cell by itself is that is no label: if anything, the continuation of the table above it.
func (l *Layout) alone(b *block) {
	if up := l.above(b); up != nil {
		b.body, b.labels = b.top, up.labels
	}
}

// label fills in the labels of a table's columns: the column's type, then its heads from the nearest up. Where a column names
// organisations and none names people by a head of its own, the columns of names, numbers and addresses beside it are an organisation's.
func (l *Layout) label(b *block, first, last int) {
	typed := make([]detectors.Column, b.right-b.left+1)
	b.labels = make([][]string, len(typed))
	organisation, person := "", false
	for i := range typed {
		heads := l.headsOf(b, first, last, b.left+i)
		c := l.set.Column(heads, l.sample(b, b.left+i, last+1))
		if c.Kind != "" || c.Against != "" {
			b.labels[i] = append(b.labels[i], c.Label())
		}
		if kind := l.numbersOf(b, first, last, i, heads); kind != "" && c.Kind == "" && c.Against == "" {
			sample := l.sample(b, b.left+i, last+1)
			c = l.set.Column([]string{kind}, sample)
			c.Head = heads[len(heads)-1]
			b.labels[i] = append(b.labels[i], c.Label())
		}
		slices.Reverse(heads)
		b.labels[i] = append(b.labels[i], heads...)
		if c.Kind == "organisation" {
			organisation = c.Label()
		}
		person = person || c.Kind == "name" && c.Against == ""
		typed[i] = c
	}
	l.splitColumns(b, first, last, typed)
	for i, c := range typed {
		contact := c.Kind == "name" || c.Kind == "phone" || c.Kind == "email" || c.Kind == "address"
		if organisation != "" && !person && contact {
			b.labels[i] = append(b.labels[i], organisation)
		}
		if person && organisation == "" && whereabouts(typed, i) {
			c.Kind, c.Against = "address", ""
			b.labels[i][0] = c.Label()
		}
	}
}

// A head ID says whose numbers stand below it only by the column of people beside it.
var numbered = map[string]string{
	"患者": "患者番号", "患者名": "患者番号", "患者氏名": "患者番号", "児童": "児童番号", "児童名": "児童番号", "児童氏名": "児童番号", "生徒": "生徒番号", "生徒名": "生徒番号", "生徒氏名": "生徒番号",
	"学生": "学生番号", "学生氏名": "学生番号", "職員": "職員番号", "職員名": "職員番号", "職員氏名": "職員番号", "社員名": "社員番号", "社員氏名": "社員番号", "利用者名": "利用者番号", "利用者氏名": "利用者番号", "会員名": "会員番号",
}

// numbersOf returns the full head of a column that is headed ID and stands in front of a column of people; "" for others.
func (l *Layout) numbersOf(b *block, first, last, i int, heads []string) string {
	if len(heads) == 0 || !strings.EqualFold(heads[len(heads)-1], "id") {
		return ""
	}
	next := l.headsOf(b, first, last, b.left+i+1)
	if len(next) == 0 {
		return ""
	}
	return numbered[next[len(next)-1]]
}

// whereabouts reports whether column i of a table of people is part of their address, though its head by itself names places or the seat of
// an organisation: 所在, or 市町村 beside 町名番地.
func whereabouts(typed []detectors.Column, i int) bool {
	if c := typed[i]; c.Kind != "place" {
		return c.Kind == "address" && c.Against == "organisation"
	}
	return i+1 < len(typed) && typed[i+1].Kind == "address" || i > 0 && typed[i-1].Kind == "address"
}

// headsOf returns the heads of one column, the outermost first.
func (l *Layout) headsOf(b *block, first, last, col int) []string {
	var heads []string
	for row := first; row <= last; row++ {
		if h := l.head(b, row, col, last); h != "" && !slices.Contains(heads, h) {
			heads = append(heads, h)
		}
	}
	return heads
}

// head returns the text that heads col in a head row. In an upper head row a merged head stands only in its first column.
func (l *Layout) head(b *block, row, col, last int) string {
	for c := col; c >= b.left; c-- {
		if text := l.text(row, c); text != "" {
			return text
		}
		if row == last {
			break
		}
	}
	return ""
}

const sampleCells = 64 // cells of a column that decide its type

func (l *Layout) sample(b *block, col, from int) []string {
	var out []string
	for row := from; row <= b.bottom && len(out) < sampleCells; row++ {
		if text := l.text(row, col); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// heads returns the first and the last head row of a block, or 0, 0. A head row is mostly short text, and at least one cell is a
// word that is known as a head; more than one, if the block has more than two columns.
func (l *Layout) heads(b *block) (first, last int) {
	best := 0
	for row := b.top; row <= b.bottom && row < b.top+headRows; row++ {
		n := l.headWords(b, row)
		if n > best && (n > 1 || b.right-b.left < 2 || l.filled(b, row) > 2) {
			best, first, last = n, row, row
		}
		if best > 0 && n == 0 {
			break
		}
	}
	if first == 0 || first == b.bottom && b.top != b.bottom && l.form(b) {
		return 0, 0
	}
	if first > b.top && l.filled(b, first-1) > 1 && l.groups(b, first-1) {
		return first - 1, first
	}
	if l.sparse(b, first) && first < b.bottom && l.headWords(b, first+1) > 0 {
		return first, first + 1
	}
	return first, last
}

// headWords counts the known heads in a row, or returns 0 if the row looks like data.
func (l *Layout) headWords(b *block, row int) int {
	short, all, known := 0, 0, 0
	var days calendar
	for col := b.left; col <= b.right; col++ {
		c := l.cell(row, col)
		if c.text == "" {
			continue
		}
		all++
		if numeric(c.text) {
			days.add(c.text)
			continue
		}
		if c.short {
			short++
		}
		if c.label && !announces(c.text) {
			known++
		}
	}
	if all == 0 || short > 0 && days.running() && short+days.n == all {
		return known
	}
	if short*10 < all*6 {
		return 0
	}
	return known
}

// announces reports whether a text ends in a colon: what it names stands beside it, not below.
func announces(text string) bool {
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

func (l *Layout) filled(b *block, row int) int {
	n := 0
	for col := b.left; col <= b.right; col++ {
		if l.text(row, col) != "" {
			n++
		}
	}
	return n
}

// groups reports whether a row above the heads groups them, as merged heads do: short words only, and not in every column.
func (l *Layout) groups(b *block, row int) bool {
	for col := b.left; col <= b.right; col++ {
		if text := l.text(row, col); !isShort(text) || text != "" && numeric(text) {
			return false
		}
	}
	return l.headWords(b, row) > 0 || l.sparse(b, row)
}

// sparse reports whether a head row leaves columns blank, as the upper row of merged heads does.
func (l *Layout) sparse(b *block, row int) bool { return l.filled(b, row) < b.right-b.left+1 }

// numeric reports whether a text is a number, a date or a code rather than a word.
func numeric(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > '9' || r == ' ' }) < 0
}

// above returns the table that a block without heads continues: the last one above it that spans the same columns.
func (l *Layout) above(b *block) *block {
	for _, up := range slices.Backward(l.blocks) {
		if up == b || up.body == 0 || up.left > b.left || up.right < b.right {
			continue
		}
		if b.right-b.left+1 < 2 && up.right > up.left {
			return nil // a lone cell under a table is a note
		}
		if up.left == b.left {
			return up
		}
	}
	return nil
}

// headless reports whether a block without heads is a table all the same: some column has a type by its cells alone.
func (l *Layout) headless(b *block) bool {
	for col := b.left; col <= b.right; col++ {
		if l.set.Column(nil, l.sample(b, col, b.top)).Kind != "" {
			return true
		}
	}
	return false
}
