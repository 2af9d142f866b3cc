package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// drawFields draws the form fields of the page that is held, which PDFium leaves out when it draws a page: for it they belong to the
// program around it. Nothing is run and nothing is asked for: that program answers nothing here.
func (d *Doc) drawFields(bmp references.FPDF_BITMAP, w, h int) error {
	has, err := d.hasForm()
	if err != nil || !has {
		return err
	}
	env, err := d.inst.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: d.ref, FormFillInfo: silent()})
	if err != nil {
		return err
	}
	defer func() {
		_, _ = d.inst.FPDFDOC_ExitFormFillEnvironment(&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: env.FormHandle})
	}()
	_, err = d.inst.FPDF_FFLDraw(&requests.FPDF_FFLDraw{
		FormHandle: env.FormHandle, Bitmap: bmp, Page: d.handle(), SizeX: w, SizeY: h, Flags: enums.FPDF_RENDER_FLAG_REVERSE_BYTE_ORDER,
	})
	return err
}

// hasForm reports whether the document has form fields.
func (d *Doc) hasForm() (bool, error) {
	if d.form == unknownForm {
		r, err := d.inst.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: d.ref})
		if err != nil {
			return false, err
		}
		d.form = noForm
		if r.FormType != enums.FPDF_FORMTYPE_NONE {
			d.form = someForm
		}
	}
	return d.form == someForm, nil
}

// What is known of a document's form.
const (
	unknownForm = iota
	noForm
	someForm
)

// silent is a program around PDFium that does nothing.
func silent() structs.FPDF_FORMFILLINFO {
	return structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:          func(enums.FXCT) {},
		FFI_SetTimer:           func(int, func(int)) int { return 0 },
		FFI_KillTimer:          func(int) {},
		FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return 0 },
		FFI_ExecuteNamedAction: func(string) {},
	}
}
