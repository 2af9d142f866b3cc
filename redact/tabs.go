package redact

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/redact/ooxml"
)

// A tab is a sheet of a workbook, by its name in the source, and the name it gets in the copy.
type tab struct{ part, old, now string }

// meetTab notes a tab, and the name that it gets if the plan masks some of it.
func (b *build) meetTab(f *inspect.Finding, masked string) {
	at, ok := f.Where.(inspect.Sheet)
	if !ok || f.Text != at.Sheet {
		return
	}
	t := tab{old: at.Sheet, now: masked}
	if drop, ok := f.Fix.(inspect.DropSheet); ok {
		t.part = drop.Part
	}
	j := b.job(f.Within)
	j.tabs = append(j.tabs, t)
}

// rename returns the tabs of a workbook that get other names, which are valid and differ from all others, and sums up what is seen on
// them under these.
func (b *build) rename(within []string) []tab {
	var renamed []tab
	taken := map[string]bool{}
	tabs := b.job(within).tabs
	for _, t := range tabs {
		taken[sml.FoldName(t.old)] = true
	}
	for _, t := range tabs {
		if t.now == t.old || t.part == "" {
			continue
		}
		t.now = freeName(t.now, taken)
		taken[sml.FoldName(t.now)] = true
		renamed = append(renamed, t)
		key := strings.Join(within, "\x00") + "\x00sheet "
		if sum, ok := b.promise.seen[key+t.old]; ok {
			delete(b.promise.seen, key+t.old)
			b.promise.seen[key+t.now] = sum
		}
		b.promise.notes = append(b.promise.notes, Note{
			Where: strings.Join(append(slices.Clip(within), inspect.Sheet{Sheet: t.now}.Words().JA), " > "),
			JA:    "シート名に個人情報があったため、名前を変えました。このシートを使う式やリンクも合わせてあります。",
			EN:    "The name of the tab held personal data, so it was changed. Formulas and links to the tab follow.",
		})
	}
	return renamed
}

// maxTab is how many UTF-16 units the name of a tab may have.
const maxTab = 31

// freeName returns a name as it may stand on a tab and stands on no other one (ECMA-376 part 1, 18.2.19, and what Excel refuses).
func freeName(want string, taken map[string]bool) string {
	want = strings.Trim(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return '_'
		}
		return r
	}, want), "' ")
	if want == "" {
		want = blot
	}
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = " (" + strconv.Itoa(n) + ")"
		}
		if name := cut(want, maxTab-len(end)) + end; !taken[sml.FoldName(name)] {
			return name
		}
	}
}

// cut returns the beginning of a text of at most that many UTF-16 units.
func cut(text string, units int) string {
	for i, r := range text {
		if units -= utf16.RuneLen(r); units < 0 {
			return text[:i]
		}
	}
	return text
}

// tabFixes are the fixes that rename tabs.
func tabFixes(tabs []tab) (fixes []inspect.Fix) {
	for _, t := range tabs {
		fixes = append(fixes, inspect.RenameSheet{Part: t.part, Name: t.now})
	}
	return fixes
}

// knowing lets a mask, which knows the tabs of the source, answer for cells of renamed ones.
func knowing(tabs []tab, mask ooxml.Mask) ooxml.Mask {
	if len(tabs) == 0 || mask == nil {
		return mask
	}
	return func(where inspect.Location, text string) string {
		switch at := where.(type) {
		case *inspect.Cell:
			cell := *at
			cell.Sheet = oldName(tabs, at.Sheet)
			return mask(&cell, text)
		case inspect.Sheet:
			at.Sheet = oldName(tabs, at.Sheet)
			return mask(at, text)
		}
		return mask(where, text)
	}
}

func oldName(tabs []tab, now string) string {
	for _, t := range tabs {
		if t.now == now {
			return t.old
		}
	}
	return now
}

// inSource names the cells of an [ooxml.UncachedError] as the source does.
func inSource(tabs []tab, err error) error {
	var missing *ooxml.UncachedError
	if errors.As(err, &missing) {
		for i := range missing.Cells {
			missing.Cells[i].Sheet = oldName(tabs, missing.Cells[i].Sheet)
		}
	}
	return err
}
