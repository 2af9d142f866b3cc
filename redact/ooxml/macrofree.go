package ooxml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// macroFree are the content types of main parts that announce macros, and those of the same kind without (ECMA-376 part 1, 11.3.10 and
// 12.3.23; [MS-OFFMACRO2] 2.2.1.1). A program opens a file only if its type and the ending of its name say the same.
var macroFree = map[string]string{
	"application/vnd.ms-excel.sheet.macroenabled.main+xml":           "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
	"application/vnd.ms-excel.template.macroenabled.main+xml":        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
	"application/vnd.ms-word.document.macroenabled.main+xml":         "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
	"application/vnd.ms-word.template.macroenabledtemplate.main+xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}

// macroParts are the types of relationships that lead to macros: projects, and sheets of the older macro language ([MS-XLSX] 2.1.40 and
// 2.1.41).
var macroParts = [...]string{"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"}

// types returns the new content types: none, or that of a main part that announces macros which are not there.
func (j *job) types() map[*opc.Part]string {
	if !j.macroFree {
		return nil
	}
	for _, t := range macroParts {
		for _, r := range j.pkg.ByType(t) {
			if r.Part != nil && j.kept[r.Part] {
				return nil
			}
		}
	}
	types := map[*opc.Part]string{}
	for _, r := range j.pkg.Rels {
		if r.Part == nil || !strings.HasSuffix(r.Type, "/officeDocument") {
			continue
		}
		if free := macroFree[r.Part.ContentType]; free != "" {
			types[r.Part] = free
			j.notes.MacroFree = true
		}
	}
	return types
}
