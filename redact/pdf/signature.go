package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// dropSignatures drops the digital signatures (12.8): they are over bytes that the copy does not have, and a reader would call them
// void. Their fields become unsigned, what they look like stays; what was stored to check them goes.
func (j *job) dropSignatures() error {
	for _, n := range j.numbers() {
		d := j.dict(j.object(n))
		switch {
		case j.dropped[n]:
		case signs(d):
			j.dropped[n] = true
			j.notes.Signed++
		case j.signedField(d):
			if pdf.ObjectNumber(d["V"]) == 0 { // else it is met as an object
				j.notes.Signed++
			}
			delete(j.edit(n), "V")
		}
	}
	if j.notes.Signed == 0 {
		return nil
	}
	if j.f.Ctx.Root == nil {
		return ErrUnknown
	}
	catalog := j.edit(pdf.ObjectNumber(*j.f.Ctx.Root))
	if catalog == nil {
		return ErrUnknown
	}
	for _, key := range []string{"Perms", "DSS", "Legal"} {
		delete(catalog, key)
	}
	if form := j.dict(catalog["AcroForm"]); form["SigFlags"] != nil {
		if n := pdf.ObjectNumber(catalog["AcroForm"]); n > 0 {
			form = j.edit(n)
		} else {
			form = j.sub(catalog, "AcroForm")
		}
		delete(form, "SigFlags")
	}
	return nil
}

// signs reports whether a dictionary is a signature, or a time stamp.
func signs(d types.Dict) bool { return d["ByteRange"] != nil && d["Contents"] != nil }

// signedField reports whether a dictionary is a form field with a signature as its value.
func (j *job) signedField(d types.Dict) bool { return d["V"] != nil && signs(j.dict(d["V"])) }
