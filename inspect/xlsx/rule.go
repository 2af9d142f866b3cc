package xlsx

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A rule is a conditional format (18.3.1.10). It can make what a cell shows vanish, and it can make visible what its cell hides.
type rule struct {
	kind, op string
	dxf      int    // -1: none, or one that stands in the rule itself
	paints   bool   // it paints by itself: a scale, or a format of its own
	home     string // the first cell that it is for, to which its formulas are relative
	formulas []string
}

// rule notes an element of the conditional formats, in the older list or in the extension ([MS-XLSX] 2.3.7), where the areas stand
// behind the rules.
func (f *frame) rule(s *xmlscan.Scanner) {
	switch {
	case s.Is("conditionalFormatting"):
		f.pending = len(f.ruled)
		refs, _ := s.Attr("sqref")
		f.refs = string(refs)
	case s.Is("cfRule"):
		kind, _ := s.Attr("type")
		op, _ := s.Attr("operator")
		r := rule{kind: string(kind), op: string(op), dxf: -1, home: home(f.refs)}
		if id, ok := s.Attr("dxfId"); ok {
			if n, err := strconv.Atoi(string(id)); err == nil {
				r.dxf = n
			}
		}
		r.paints = f.refs == "" || r.kind == "colorScale" || r.kind == "dataBar"
		f.ruled = append(f.ruled, r)
		f.rules.AddRefs(f.refs, len(f.ruled)-1)
	case s.Is("sqref"):
		refs := sml.ElementText(s)
		for i := f.pending; i < len(f.ruled); i++ {
			f.rules.AddRefs(refs, i)
		}
		f.pending = len(f.ruled)
	}
}

// formula notes a formula of the rule read last.
func (f *frame) formula(text string) {
	if n := len(f.ruled); n > 0 && len(f.ruled[n-1].formulas) < 3 {
		f.ruled[n-1].formulas = append(f.ruled[n-1].formulas, text)
	}
}

func home(refs string) string {
	first, _, _ := strings.Cut(refs, " ")
	first, _, _ = strings.Cut(first, ":")
	return strings.ToUpper(strings.ReplaceAll(first, "$", ""))
}

// A fact is what can be told of a condition without computing.
type fact uint8

const (
	unknown fact = iota
	never
	always
)

func truth(b bool) fact {
	if b {
		return always
	}
	return never
}

// holds reports whether a rule applies to a cell, which is not empty. Of a cell with a shared string it is not known what it says, but
// that it is a text.
func (r *rule) holds(c *sml.Cell) fact {
	switch r.kind {
	case "notContainsBlanks":
		return always
	case "containsBlanks":
		return never
	case "containsErrors":
		return truth(c.Type == sml.TypeError)
	case "notContainsErrors":
		return truth(c.Type != sml.TypeError)
	case "cellIs":
		return r.compares(c)
	case "expression":
		if len(r.formulas) == 1 {
			return r.says(r.formulas[0], c)
		}
	}
	return unknown
}

// compares decides a comparison with constants.
func (r *rule) compares(c *sml.Cell) fact {
	var than []float64
	for _, f := range r.formulas {
		v, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
		if err != nil {
			return unknown
		}
		than = append(than, v)
	}
	ranged := r.op == "between" || r.op == "notBetween"
	if len(than) == 0 || ranged && len(than) < 2 {
		return unknown
	}
	v, number := 0.0, c.Type == sml.TypeNumber
	if number {
		var err error
		if v, err = strconv.ParseFloat(string(c.Value), 64); err != nil {
			return unknown
		}
	}
	switch r.op { // a text is greater than any number
	case "equal":
		return truth(number && v == than[0])
	case "notEqual":
		return truth(!number || v != than[0])
	case "lessThan":
		return truth(number && v < than[0])
	case "lessThanOrEqual":
		return truth(number && v <= than[0])
	case "greaterThan":
		return truth(!number || v > than[0])
	case "greaterThanOrEqual":
		return truth(!number || v >= than[0])
	case "between":
		return truth(number && v >= than[0] && v <= than[1])
	case "notBetween":
		return truth(!number || v < than[0] || v > than[1])
	}
	return unknown
}

// says decides the formulas that people write to mean every cell, every filled one, every zero or every error.
func (r *rule) says(formula string, c *sml.Cell) fact {
	f := strings.TrimPrefix(strings.ToUpper(strings.Join(strings.Fields(formula), "")), "=")
	switch f {
	case "TRUE", "TRUE()", "1", "1=1":
		return always
	case "FALSE", "FALSE()", "0":
		return never
	}
	if r.home == "" {
		return unknown
	}
	number := c.Type == sml.TypeNumber
	switch strings.ReplaceAll(f, r.home, "?") {
	case `?<>""`, "NOT(ISBLANK(?))", "LEN(?)>0", "LEN(TRIM(?))>0":
		return always
	case `?=""`, "ISBLANK(?)", "LEN(TRIM(?))=0", "LEN(?)=0":
		return never
	case "?=0":
		return truth(number && string(c.Value) == "0")
	case "ISERROR(?)", "ISERR(?)":
		return truth(c.Type == sml.TypeError)
	case "ISNA(?)":
		return truth(c.Type == sml.TypeError && string(c.Value) == "#N/A")
	case "ISNUMBER(?)":
		return truth(number)
	case "ISTEXT(?)":
		return truth(c.Type == sml.TypeShared || c.Type == sml.TypeString || c.Type == sml.TypeInline)
	}
	return unknown
}

// A verdict says what the conditional formats and the styles of tables do to a cell.
type verdict struct {
	unsure bool     // they may paint it: whether its own colours hide it can't be told
	format *sml.Dxf // what surely applies, nil for nothing
}

// ruleOn decides the conditional formats of a cell, of the row gone to last.
func (d *document) ruleOn(f *frame, c *sml.Cell, own *sml.CellFormat) verdict {
	v := verdict{unsure: !own.Filled && f.painted.Has(c.Col)}
	f.rules.At(c.Col, func(_ sml.Area, n int) bool {
		r := &f.ruled[n]
		x, ok := d.styles.Dxf(r.dxf)
		switch holds := r.holds(c); {
		case r.paints:
			v.unsure = true
		case !ok || holds == never:
		case holds == always:
			v.apply(x)
		case x.Paints():
			v.unsure = true
		}
		return true
	})
	return v
}

// apply adds a format; what an earlier rule set stays.
func (v *verdict) apply(x sml.Dxf) {
	if v.format == nil {
		v.format = &x
		return
	}
	both := *v.format
	if !both.HasFont {
		both.Font, both.HasFont = x.Font, x.HasFont
	}
	if !both.HasFill {
		both.Fill, both.HasFill = x.Fill, x.HasFill
	}
	if !both.Numbers {
		both.Number, both.Numbers = x.Number, x.Numbers
	}
	both.Unsure = both.Unsure || x.Unsure
	v.format = &both
}
