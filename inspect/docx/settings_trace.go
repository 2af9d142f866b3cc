package docx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// SettingsTrace is what the settings (17.15.1) and the marks of editing sessions tell: numbers that tie a document to its former
// versions (rsid), variables of macros, the template's path, who may write.
var SettingsTrace = &inspect.Place{
	ID:     "docx/settings-trace",
	Title:  inspect.Words{JA: "編集の記録や設定に残った情報", EN: "traces in the settings"},
	Why:    inspect.Words{JA: "編集の回ごとの番号、ひな形の場所、マクロの変数、編集した人の一覧などが残っています。", EN: "Numbers of editing sessions, the template's path, variables of macros, a list of editors."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "They are removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// settings emits what the settings tell, and the mail merge in them.
func (d *document) settings(ctx context.Context) error {
	if err := d.recipients(ctx); err != nil {
		return err
	}
	for _, part := range d.pkg.Targets("people") {
		if err := d.pkg.DropWhole(ctx, part, SettingsTrace, d.emit); err != nil {
			return err
		}
	}
	if part := d.doc.Settings; part != nil && d.pkg.Claim(part) {
		if err := d.pkg.Scan(ctx, part, SettingsTrace, nil, d.emit, d.setting); err != nil {
			return err
		}
		if err := d.template(part); err != nil {
			return err
		}
	}
	if d.rsid == nil {
		return nil
	}
	return d.emit(inspect.Item{
		Where: inspect.Part{Part: d.rsid.Name}, Labels: []string{"rsid"}, Place: SettingsTrace, Fix: inspect.DropSessions{Part: d.doc.Main.Name},
	})
}

// setting takes one token of the settings.
func (d *document) setting(s *xmlscan.Scanner) error {
	if s.Kind() != xmlscan.Start {
		return nil
	}
	local := s.Local()
	switch local {
	case "mailMerge":
		return d.mailMerge(s)
	case "rsids":
		d.rsid = d.doc.Settings
	case "docVars", "docId", "writeProtection", "readModeInkLockDown", "attachedSchema", "smartTagType":
		return d.trace(s, local, local)
	case "docVar":
		return d.trace(s, "docVars", local)
	}
	return nil
}

// trace emits the attributes of an element, which goes with the element named drop.
func (d *document) trace(s *xmlscan.Scanner, drop, label string) error {
	fix := inspect.DropElement{Part: d.doc.Settings.Name, Element: drop}
	at := inspect.Part{Part: d.doc.Settings.Name}
	inside := label != drop
	if !inside {
		if err := d.emit(inspect.Item{Where: at, Labels: []string{label}, Place: SettingsTrace, Fix: fix}); err != nil {
			return err
		}
	}
	var err error
	s.Attrs(func(_ string, local, value []byte) bool {
		switch string(local) {
		case "algorithmName", "hashValue", "saltValue", "spinCount", "cryptProviderType", "hash", "salt":
			return true
		}
		err = d.emit(inspect.Item{Where: at, Text: string(value), Labels: []string{label}, Place: SettingsTrace, Fix: fix, Inside: true})
		return err == nil
	})
	return err
}

// template emits the path of the template.
func (d *document) template(part *opc.Part) error {
	for _, rel := range part.Rels {
		if !rel.External || !hasType(rel, "attachedTemplate") {
			continue
		}
		err := d.emit(inspect.Item{
			Where: inspect.Part{Part: part.Name}, Text: rel.Target, Labels: []string{"path"}, Place: SettingsTrace, Fix: inspect.DropLink{Part: part.Name, ID: rel.ID},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func hasType(rel *opc.Rel, name string) bool { return ooxml.TypeIs(rel, name) }

// session notes that a story has numbers of editing sessions.
func (r *story) session(s *xmlscan.Scanner) {
	if r.d.rsid != nil || r.place != nil {
		return
	}
	s.Attrs(func(_ string, local, _ []byte) bool {
		if strings.HasPrefix(string(local), "rsid") {
			r.d.rsid = r.d.pkg.Part(r.part)
		}
		return r.d.rsid == nil
	})
}
