package pdf

import (
	"context"
	"hash/maphash"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// OldRevision is an earlier state of the file (7.5.6): programs that save by appending leave it whole in front of the new one.
var OldRevision = &inspect.Place{
	ID:    "pdf/old-revision",
	Title: inspect.Words{JA: "前に保存した内容（古い版）", EN: "earlier revision"},
	Why: inspect.Words{
		JA: "上書き保存のたびに、前の内容がファイルの中に残っています。消したはずの文字を、後から取り出せます。",
		EN: "Saving has only appended to the file. What was deleted later can be brought back.",
	},
	Advice: inspect.Words{JA: "公開用ファイルは、今の内容だけで作り直します。", EN: "The copy is written anew, from the present state only."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// maxRevisions bounds how many earlier states are read.
const maxRevisions = 64

// revisions reads each earlier state as a file of its own, and emits what the present one does not say any more.
func (d *document) revisions(ctx context.Context) error {
	list := d.f.Scan.Revisions
	if len(list) == 0 {
		return nil
	}
	now := texts{}
	if err := d.everything(ctx, d.f, func(text string) error { now.add(text); return nil }); err != nil {
		return err
	}
	for i, end := range list {
		if i == maxRevisions {
			return d.emit(inspect.Item{Where: part(0), Place: OldRevision, Fix: inspect.Rebuild{}, Inside: true, Unread: inspect.Limit})
		}
		if err := d.revision(ctx, i+1, d.f.Data[:end], now); err != nil {
			return err
		}
	}
	return nil
}

// revision emits what one earlier state says.
func (d *document) revision(ctx context.Context, n int, data []byte, now texts) error {
	it := inspect.Item{Where: inspect.Part{Part: "revision " + itoa(n)}, Place: OldRevision, Fix: inspect.Rebuild{}, Empty: true}
	f, err := pdf.Read(ctx, data)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		it.Empty, it.Unread = false, inspect.Corrupt
		return d.emit(it)
	}
	var gone []string
	err = d.everything(ctx, f, func(text string) error {
		if !now.has(text) {
			now.add(text) // each text once, though many revisions hold it
			gone = append(gone, text)
		}
		return nil
	})
	if err != nil {
		return err
	}
	it.Empty = len(gone) == 0
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside, it.Empty = true, false
	for _, text := range gone {
		it.Text = text
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// everything calls fn for the text of every page of a file and for the strings of its objects.
func (d *document) everything(ctx context.Context, f *pdf.File, fn func(string) error) error {
	var c *pdf.Canvas
	for _, pg := range f.Pages {
		var err error
		if c, err = f.Draw(ctx, pg, c); err != nil {
			return err
		}
		for i := range c.Glyphs {
			c.Glyphs[i].Cause = pdf.Seen
		}
		var l layout
		for _, p := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
			if err := fn(p.text); err != nil {
				return err
			}
		}
	}
	other := &document{f: f}
	for _, n := range f.Objects() {
		err := other.strings(f.Object(n), "", 0, func(key, text string) error {
			if inertKey[key] || letters(text) < 2 {
				return nil
			}
			return fn(text)
		})
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// inertKey are entries whose strings say nothing to people: identifiers, dates, settings.
var inertKey = map[string]bool{
	"ID": true, "ModDate": true, "CreationDate": true, "M": true, "Producer": true, "Creator": true, "DA": true, "DS": true, "Panose": true,
	"CharSet": true, "Registry": true, "Ordering": true, "Lang": true, "NM": true, "O": true, "U": true, "OE": true, "UE": true,
	"Perms": true, "Cert": true, "CheckSum": true, "ByteRange": true, "OutputConditionIdentifier": true, "RegistryName": true, "Info": true, "OutputCondition": true, "Lookup": true, "": false,
}

// texts remembers texts by their hashes.
type texts map[uint64]bool

var seed = maphash.MakeSeed()

func (t texts) add(s string)      { t[maphash.String(seed, s)] = true }
func (t texts) has(s string) bool { return t[maphash.String(seed, s)] }
