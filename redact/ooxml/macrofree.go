package ooxml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// macroFree are the content types of main parts that announce macros, and those of the same kind without (ECMA-376 part 1, 11.3.10 and
// 12.3.23; [MS-OFFMACRO2] 2.2.1.1). A file without macros that announces them opens only under a name that announces them, too.
var macroFree = map[string]string{
	"application/vnd.ms-excel.sheet.macroenabled.main+xml":           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
	"application/vnd.ms-excel.template.macroenabled.main+xml":        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
	"application/vnd.ms-word.document.macroenabled.main+xml":         "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
	"application/vnd.ms-word.template.macroenabledtemplate.main+xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}

// isMacro reports whether a part is a VBA project.
func (j *job) isMacro(part *opc.Part) bool {
	for _, r := range j.pkg.ByType("vbaProject") {
		if r.Part == part {
			return true
		}
	}
	return false
}

// types returns the new content types: a fix that takes the macros makes the file one of the kind without.
func (j *job) types() map[*opc.Part]string {
	types := map[*opc.Part]string{}
	for _, r := range j.pkg.Rels {
		if r.Part == nil || !j.macroFree || !strings.HasSuffix(r.Type, "/officeDocument") {
			continue
		}
		if free := macroFree[r.Part.ContentType]; free != "" {
			types[r.Part] = free
		}
	}
	return types
}
