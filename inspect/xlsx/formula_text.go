package xlsx

import (
	"bytes"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// FormulaText is what a formula (18.3.1.40) says beside references: somebody's data, a path, a password.
var FormulaText = &inspect.Place{
	ID:     "xlsx/formula-text",
	Title:  inspect.Words{JA: "数式の中に書かれた文字", EN: "text inside a formula"},
	Why:    inspect.Words{JA: "セルには計算の結果だけが出ますが、セルを選ぶと数式が見え、その中の名前や場所も読めます。", EN: "A cell shows the result only. Selecting it shows the formula with the names, paths or passwords in it."},
	Advice: inspect.Words{JA: "公開用ファイルでは、数式を結果の値に置きかえます。", EN: "In the copy the formula becomes its result."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// maxLiterals bounds how many literals are remembered: the formulas of a column repeat them.
const maxLiterals = 4096

// formula emits what a formula says that its cell need not show. Most formulas have no text in them, and most texts are units.
func (v *cellReader) formula(c *sml.Cell) error {
	hidden := v.sh.place != nil && !v.sh.place.OnlyWithPeople // it goes with its sheet
	if bytes.IndexByte(c.Formula, '"') < 0 && bytes.IndexByte(c.Formula, '\\') < 0 && !bytes.Contains(c.Formula, fileScheme) {
		return nil
	}
	inside := false
	say := func(text string) error {
		it := inspect.Item{
			Where: inspect.Cell{Sheet: v.sh.Name, Row: c.Row, Col: c.Col}, Text: text, Labels: formulaLabels, Place: FormulaText, Inside: inside, Outer: v.sh.fix,
		}
		it.Fix = inspect.FreezeAt{Part: v.sh.Part.Name, Ref: inspect.Cell{Row: c.Row, Col: c.Col}.Ref()}
		if inside = true; hidden {
			v.sh.on(&it)
		}
		return v.emit(it)
	}
	if secret(c.Formula) {
		if err := say(string(c.Formula)); err != nil {
			return err
		}
	}
	for rest := c.Formula; ; {
		start := bytes.IndexByte(rest, '"')
		if start < 0 {
			return nil
		}
		end := bytes.IndexByte(rest[start+1:], '"')
		if end < 0 {
			return nil
		}
		literal := rest[start+1 : start+1+end]
		rest = rest[start+end+2:]
		if len(literal) > 3 && v.d.telling(literal) {
			if err := say(string(literal)); err != nil {
				return err
			}
		}
	}
}

var (
	formulaLabels = []string{"list"}
	fileScheme    = []byte("file:/")
)

// secret reports whether a formula holds a path on a computer or in an office's network, or a password.
func secret(formula []byte) bool {
	if bytes.Contains(formula, []byte(`:\`)) || bytes.Contains(formula, []byte(`\\`)) || bytes.Contains(formula, fileScheme) {
		return true
	}
	lower := strings.ToLower(string(formula))
	return strings.Contains(lower, "pwd=") || strings.Contains(lower, "password=")
}

// telling reports whether a literal holds personal data.
func (d *document) telling(literal []byte) bool {
	if tells, ok := d.literals[string(literal)]; ok {
		return tells
	}
	tells := false
	for _, m := range d.tables.Detectors.Find(nil, string(literal), formulaLabels) {
		tells = tells || m.Sure >= detectors.Likely
	}
	if d.literals == nil {
		d.literals = map[string]bool{}
	}
	if len(d.literals) < maxLiterals {
		d.literals[string(literal)] = tells
	}
	return tells
}
