package samples

import (
	"fmt"
	"strings"
)

// keptAttachments is a notice with files attached that are to stay, as an archive wants it (PDF/A-3): each holds something that does
// not belong there, and two have the same name.
func keptAttachments() folder {
	book := newVariant("kept-attachments", "作業").count("作業")
	people := Roster(seedOf("kept attachments"), 4)
	inner := newPDFDesk("kept attachments inside")
	covered := []string{inner.p.Solid(), inner.p.Mobile}
	inner.l.text(60, 500, 10.5, black, inner.told())
	inner.l.box(58, 496, 300, 16, black)
	inner.d.attach("inner.csv", csv(roster(people[2:], "氏名", "電話番号"), ',', "\r\n"))

	d := newPDFDesk("kept attachments")
	var names strings.Builder
	add := func(name, data string) {
		file := d.d.stream(fmt.Sprintf("/Type /EmbeddedFile /Params << /Size %d /ModDate (D:20240513092711) >>", len(data)), data)
		fmt.Fprintf(&names, "(%d) %d 0 R ", strings.Count(names.String(), "("), d.d.add("<< /Type /Filespec /AFRelationship /Data /F (%s) /EF << /F %d 0 R >> >>", name, file))
	}
	add("data.xlsx", string(book.b.bytes()))
	add("data.csv", csv(roster(people[:2], "氏名", "電話番号"), ',', "\r\n"))
	add("data.csv", "施設,定員\r\n"+"みどり台公民館,120\r\n")
	add("before.pdf", string(inner.finish()))
	d.d.catalog += "/Names << /EmbeddedFiles << /Names [" + names.String() + "] >> >> "
	gone := append(some(book.people), covered...)
	for _, p := range people {
		gone = append(gone, p.Name(), p.Mobile)
	}
	return one("variants/kept-attachments", "own.pdf", d.finish(), Case{
		Words:   Words{"添付ファイルを残すPDF。添付の中にもかくれたものがある", "a PDF whose attached files stay, with something hidden in each"},
		Verdict: "ng", Exit: ptr(1), Places: counts{"pdf/attachment": N(5), "xlsx/hidden-sheet": N(1), "pdf/covered-text": N(1)},
		Clean: &Clean{
			Args: []string{"--keep-attachments", "--mask", "all"}, Exit: ptr(1), Gone: gone,
			Kept: []string{noticeTitle, noticeFoot}, People: ptr(N(0)), Verdict: "ng",
		},
	})
}
