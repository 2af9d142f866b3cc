package zip

import (
	"bytes"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/charset"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
)

// Residue is what an archive holds beside its members: comments, bytes between and behind them, and members that were taken out of
// the directory and left in the file.
var Residue = &inspect.Place{
	ID:    "zip/residue",
	Title: inspect.Words{JA: "ZIPのすきまに残ったデータ", EN: "data in the gaps of the ZIP file"},
	Why: inspect.Words{
		JA: "開いても見えない場所に、コメントや消したはずのファイルが残っています。",
		EN: "Comments, or files that were deleted, remain where nobody sees them.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルは新しいZIPとして作り直すので、残りません。自分で直すときは、いったん取り出し、新しいZIPに入れ直してください。",
		EN: "The cleaned copy is a new ZIP file without it. To do it yourself, unpack the file and make a new one.",
	},
	Weight: inspect.Warn,
	Action: inspect.Take,
}

// residueHead is how much of one residue is searched for personal data, in bytes. All of it is taken out.
const residueHead = 1 << 20

// residue yields the residues: the first announces the place, the others lie in it. It reports whether to go on.
func (d document) residue(yield func(*inspect.Item, error) bool) bool {
	texts := make([]string, len(d.Residue))
	blank := true
	for i, r := range d.Residue {
		data, err := io.ReadAll(io.LimitReader(d.ReadResidue(r), residueHead))
		if err != nil {
			yield(nil, err)
			return false
		}
		texts[i] = textOf(data)
		if r.Kind == strictzip.HiddenMember {
			texts[i] = r.Name + "\n" + texts[i]
		}
		blank = blank && r.Size <= residueHead && len(bytes.Trim(data, "\x00 \r\n")) == 0
	}
	for i, r := range d.Residue {
		where := inspect.Part{Part: r.Kind}
		if r.Name != "" {
			where.Part = r.Name
		}
		it := inspect.Item{Where: where, Text: texts[i], Place: Residue, Fix: inspect.Rebuild{}, Inside: i > 0, Empty: blank}
		if !yield(&it, nil) {
			return false
		}
	}
	return true
}

// textOf decodes a residue if it is text: comments of archives are written in whatever the computer used.
func textOf(data []byte) string {
	data = bytes.Trim(data, "\x00 \r\n")
	cs, err := charset.Sniff(data, len(data) < residueHead)
	if err != nil {
		return runs(data)
	}
	text, _ := io.ReadAll(cs.NewReader(bytes.NewReader(data))) // the last character may be cut
	return string(text)
}

// runs returns the readable runs of binary data: a deleted member keeps its name in front of its data.
func runs(data []byte) string {
	var out []byte
	for run := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r < 0x20 || r == '\uFFFD' }) {
		if len(run) >= shortestRun {
			out = append(append(out, run...), '\n')
		}
	}
	return string(out)
}

// shortestRun is the length in bytes from which a run of characters in binary data is taken for text.
const shortestRun = 6
