package redact

import (
	"fmt"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// planSchema is the Schema of a [Plan].
const planSchema = "sumikeshi.plan/1"

// Reasons why a thing is left.
const (
	leftKept    = "kept on request"
	leftVisible = "a reader sees it"
	leftReport  = "a person decides"
	leftNoFix   = "nothing takes it out"
	leftPolicy  = "not part of the policy"
)

// NewPlan decides what is taken out of the source that before describes. The error is an [*OptionError]: the options do not fit.
func NewPlan(before *inspect.Result, o Options) (Plan, error) {
	p := Plan{Schema: planSchema, Source: before.SHA256, Options: o, Take: []Entry{}, Leave: []Entry{}}
	switch o.Policy {
	case "":
		p.Policy = PolicyPublish
	case PolicyPublish, PolicyMetadata:
	default:
		return Plan{}, optionError("方針「%s」はありません。", "there is no policy %q", o.Policy)
	}
	if before.Format == "pdf" && len(o.Mask) > 0 {
		return Plan{}, errMaskPDF
	}
	if err := checkSheets(before, o); err != nil {
		return Plan{}, err
	}
	for i := range before.Things {
		p.decide(&before.Things[i])
	}
	for _, name := range o.DropSheets {
		p.dropSheet(before, name)
	}
	return p, nil
}

// errMaskPDF refuses to mask what a reader sees in a PDF file: a copy that looks masked but is not would be worse than none.
var errMaskPDF = &OptionError{Words: inspect.Words{
	JA: "PDFの見えている文字を伏せること（--mask）は、まだできません。--mask を付けずに実行するか、元のソフトで伏せてからPDFにしてください。",
	EN: "masking visible text (--mask) is not possible in PDF files yet: run without --mask, or mask it in the program that the PDF comes from",
}}

func optionError(ja, en string, v any) error {
	return &OptionError{Words: inspect.Words{JA: fmt.Sprintf(ja, v), EN: fmt.Sprintf(en, v)}}
}

// checkSheets refuses names of sheets that the source does not have: a misspelt --keep-sheets would drop the sheet it names.
func checkSheets(before *inspect.Result, o Options) error {
	has := func(name string) bool {
		return slices.ContainsFunc(before.Sheets, func(s inspect.SheetRef) bool { return s.Name == name })
	}
	for _, name := range slices.Concat(o.DropSheets, o.KeepSheets) {
		if !has(name) {
			return optionError("シート「%s」がありません。", "there is no sheet %q", name)
		}
	}
	return nil
}

// decide puts one thing on the list of what is taken or of what is left.
func (p *Plan) decide(th *inspect.Thing) {
	e := Entry{
		ID: th.ID, Place: th.Place.ID, Within: within(th.Within), Where: inspect.NewWhere(th.Where), Count: max(th.Times, 1), People: th.Rows,
	}
	if th.Fix != nil {
		e.Fix = th.Fix.Verb()
	}
	if e.Reason = p.reason(th); e.Reason == "" {
		p.Take = append(p.Take, e)
	} else {
		p.Leave = append(p.Leave, e)
	}
}

// reason says why a thing is left; "" if it is taken.
func (p *Plan) reason(th *inspect.Thing) string {
	sheet, isSheet := th.Where.(inspect.Sheet)
	_, drops := th.Fix.(inspect.DropSheet)
	switch {
	case th.Fix == nil:
		return leftNoFix
	case isSheet && drops && slices.Contains(p.KeepSheets, sheet.Sheet):
		return leftKept
	case isSheet && drops && slices.Contains(p.DropSheets, sheet.Sheet):
		return ""
	case p.Policy == PolicyMetadata && th.Place.Weight != inspect.Note:
		return leftPolicy
	case th.Place.Action == inspect.Take:
		return ""
	case th.Place.OnlyWithPeople && drops:
		return leftVisible
	case len(th.Counts) > 0:
		return ""
	}
	return leftReport
}

// dropSheet takes a visible sheet that is no hiding place.
func (p *Plan) dropSheet(before *inspect.Result, name string) {
	for _, s := range before.Sheets {
		if s.Name != name || slices.ContainsFunc(p.Take, func(e Entry) bool { return e.ID == s.ID }) {
			continue
		}
		p.Take = append(p.Take, Entry{
			ID: s.ID, Within: within(s.Within), Where: inspect.NewWhere(inspect.Sheet{Sheet: name}), Fix: inspect.DropSheet{}.Verb(), Count: 1,
		})
	}
}

func within(w []string) []string {
	if w == nil {
		return []string{}
	}
	return w
}
