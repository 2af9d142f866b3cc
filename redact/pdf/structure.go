package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A structRef names marked content that lost text: an entry of the structure's parent tree (14.7.5.4).
type structRef struct{ parents, mcid int }

// markErased notes in which marked content an operation stands that lost glyphs, or that drew a picture which is gone.
func (d *drawing) markErased(content, start int) {
	c := &d.c.Contents[content]
	owner := d.p.page.Dict
	if content > 0 {
		owner = d.dict(d.object(c.Obj))
	}
	parents, ok := d.f.Number(owner["StructParents"])
	if !ok {
		return
	}
	for _, id := range mcids(c.Data[:start], d.f, c.Resources) {
		d.erased[structRef{int(parents), id}] = true
	}
}

// mcids returns the numbers of the marked-content sequences that are open at the end of code.
func mcids(code []byte, f *pdf.File, res types.Dict) []int {
	lex := pdf.Lexer{Data: code}
	var open []int
	var last []pdf.Token
	for t := lex.Next(); t.Kind != pdf.EOF; t = lex.Next() {
		if t.Kind != pdf.Operator {
			last = append(last, t)
			continue
		}
		switch string(t.Bytes) {
		case "BDC":
			open = append(open, mcid(last, f, res))
		case "BMC":
			open = append(open, -1)
		case "EMC":
			open = open[:max(0, len(open)-1)]
		}
		last = last[:0]
		lex.Reset()
	}
	out := open[:0]
	for _, id := range open {
		if id >= 0 {
			out = append(out, id)
		}
	}
	return out
}

// mcid returns the number in the property list of a sequence, or -1.
func mcid(operands []pdf.Token, f *pdf.File, res types.Dict) int {
	if n := len(operands); n == 2 && operands[1].Kind == pdf.Name {
		d := f.Dict(f.Dict(res["Properties"])[string(operands[1].Bytes)])
		if d["MCID"] == nil {
			return -1
		}
		return f.Int(d["MCID"])
	}
	for i := 0; i+1 < len(operands); i++ {
		if operands[i].Kind == pdf.Name && string(operands[i].Bytes) == "MCID" && operands[i+1].Kind == pdf.Number {
			return int(operands[i+1].Num)
		}
	}
	return -1
}

// editStructure takes from the document's structure what it says about text that went: replacement, description, expansion and title
// of the elements that hold it, and of those around them.
func (j *job) editStructure() error {
	if len(j.erased) == 0 {
		return nil
	}
	root := j.dict(j.f.Catalog()["StructTreeRoot"])
	found := map[int]object{}
	j.numberTree(root["ParentTree"], found, 0)
	seen := map[int]bool{}
	for ref := range j.erased {
		switch v := j.resolve(found[ref.parents]).(type) {
		case types.Array:
			if ref.mcid < len(v) {
				j.silence(v[ref.mcid], seen)
			}
		case types.Dict:
			j.silence(found[ref.parents], seen)
		}
	}
	return nil
}

// numberTree collects the entries of a number tree (7.9.7).
func (j *job) numberTree(o object, into map[int]object, depth int) {
	d := j.dict(o)
	if d == nil || depth > 50 {
		return
	}
	nums := j.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		into[j.f.Int(nums[i])] = nums[i+1]
	}
	for _, kid := range j.array(d["Kids"]) {
		j.numberTree(kid, into, depth+1)
	}
}

// silence removes texts of a structure element and of those that hold it.
func (j *job) silence(o object, seen map[int]bool) {
	for n := pdf.ObjectNumber(o); n > 0 && !seen[n]; n = pdf.ObjectNumber(o) {
		seen[n] = true
		d := j.dict(o)
		if d == nil {
			return
		}
		for _, key := range []string{"ActualText", "Alt", "E", "T"} {
			if d[key] != nil {
				d = j.edit(n)
				delete(d, key)
			}
		}
		o = d["P"]
	}
}
