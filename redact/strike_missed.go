package redact

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/pdf"
)

// meet notes the marks whose words stand in a text, whatever becomes of it.
func (s *strikes) meet(f *inspect.Finding) {
	if len(s.marks) == 0 || f.Text == "" {
		return
	}
	page := pageOf(f.Where)
	s.matches(s.squeeze(f.Text, nil), page, func(k, _, _ int) {
		if v := &s.values[k]; v.mark >= 0 && (s.marks[v.mark].Page == 0 || s.marks[v.mark].Page == page) {
			s.met[v.mark] = true
		}
	})
}

// missed refuses marks whose words stand nowhere: whoever wrote them counts on their being withheld.
func (s *strikes) missed() error {
	var list []int
	for i := range s.marks {
		if m := &s.marks[i]; m.Words != "" && !s.met[i] {
			list = append(list, entryOf(m, i))
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.Sort(list)
	n := numbers(slices.Compact(list))
	return &OptionError{Words: inspect.Words{
		JA: n.JA + "番目の印の文字は、このPDFのどこにも見つかりませんでした。書き方を確かめてください。画像の中の文字は、四角（box）で印を付けてください。",
		EN: "the words of mark " + n.EN + " stand nowhere in this file: see how they are written; words in a picture are marked with a box",
	}}
}

// entryOf returns the number of a mark as whoever wrote it counts, from 1.
func entryOf(m *Mark, i int) int {
	if m.N > 0 {
		return m.N
	}
	return i + 1
}

// markFault turns what is wrong with a mark into words; nil if the error is another.
func markFault(err error) error {
	var off *pdf.OffPageError
	switch {
	case errors.As(err, &off):
		return &OptionError{Words: inspect.Words{
			JA: fmt.Sprintf("%dページの印の四角が、ページの外にあります。座標は、ページの左下からのポイントです。", off.Page),
			EN: fmt.Sprintf("a box that was marked on page %d lies outside of the page: coordinates are points from its lower left corner", off.Page),
		}}
	case errors.Is(err, pdf.ErrNoPage):
		return &OptionError{Words: inspect.Words{
			JA: "印（--marks）のページが、このファイルにはありません。", EN: "a mark is on a page that the file does not have",
		}}
	}
	return nil
}

// noteEyes says which pages nobody but a person has looked at.
func (b *build) noteEyes() {
	if len(b.eyes) == 0 {
		return
	}
	slices.Sort(b.eyes)
	n := numbers(slices.Compact(b.eyes))
	b.promise.notes = append(b.promise.notes, Note{
		Where: "PDF",
		JA:    n.JA + "ページは、文字のない画像です。印を付けた人が見たページとして、公開用ファイルに残しました。四角の外に見せてはいけないものがないか、もう一度見てください。",
		EN:    "Page " + n.EN + ": a picture without text. It was kept since whoever made the marks looked at it. Look once more at what stands beside the boxes.",
	})
}

// numbers writes sorted numbers, runs of them as ranges, and no more than a person reads.
func numbers(list []int) inspect.Words {
	const most = 12
	var parts []string
	for i := 0; i < len(list); {
		end := i
		for end+1 < len(list) && list[end+1] == list[end]+1 {
			end++
		}
		part := strconv.Itoa(list[i])
		if end > i {
			part += "-" + strconv.Itoa(list[end])
		}
		parts = append(parts, part)
		i = end + 1
	}
	if len(parts) <= most {
		return inspect.Words{JA: strings.Join(parts, "、"), EN: strings.Join(parts, ", ")}
	}
	parts = parts[:most]
	return inspect.Words{JA: strings.Join(parts, "、") + "など、全部で" + strconv.Itoa(len(list)), EN: fmt.Sprintf("%s and others, %d in all", strings.Join(parts, ", "), len(list))}
}
