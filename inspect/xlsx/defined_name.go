package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// DefinedName is a defined name (18.2.5) that is hidden, leads nowhere, carries a comment, or holds a value instead of a reference.
var DefinedName = &inspect.Place{
	ID:     "xlsx/defined-name",
	Title:  inspect.Words{JA: "名前の定義に残った内容", EN: "content left in defined names"},
	Why:    inspect.Words{JA: "「数式」の「名前の管理」で見られます。かくした名前は、そこにも出ません。", EN: "The name manager shows it; hidden names do not even appear there."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// names emits the defined names. One that only names a range of the book is plain; its own text is looked at all the same.
func (d *document) names(context.Context) error {
	for _, n := range d.wb.Names {
		if n.Builtin() {
			continue
		}
		it := inspect.Item{Where: inspect.Part{Part: d.wb.Part.Name}, Text: n.Name, Labels: []string{"defined name"}}
		if hides(n) {
			it.Place, it.Fix = DefinedName, inspect.DropElement{Part: d.wb.Part.Name, Element: "definedName", N: n.N}
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = it.Place != nil
		for _, text := range [...]string{n.Comment, constant(n.Text)} {
			if it.Text = text; text == "" {
				continue
			}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// hides reports whether a name holds more than a reader would look for in it. Excel itself hides names of its own functions and of
// the solver.
func hides(n sml.Name) bool {
	lower := strings.ToLower(n.Name)
	if strings.HasPrefix(lower, "_xl") || strings.HasPrefix(lower, "solver_") {
		return constant(n.Text) != "" && !strings.HasPrefix(lower, "solver_")
	}
	return n.Hidden || n.Comment != "" || strings.Contains(n.Text, "#REF!") || constant(n.Text) != ""
}

// constant returns the strings and long numbers that a name's formula holds instead of references.
func constant(formula string) string {
	formula = strings.TrimPrefix(strings.TrimSpace(formula), "=")
	if formula == "" {
		return ""
	}
	if strings.Trim(formula, "0123456789.-") == "" {
		return formula
	}
	var out []string
	for i := 0; i < len(formula); i++ {
		if formula[i] != '"' {
			continue
		}
		end := strings.IndexByte(formula[i+1:], '"')
		if end < 0 {
			break
		}
		if text := formula[i+1 : i+1+end]; strings.TrimSpace(text) != "" {
			out = append(out, text)
		}
		i += end + 1
	}
	return strings.Join(out, " ")
}
