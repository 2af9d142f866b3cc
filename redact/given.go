package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// maxPlan bounds a plan file, in bytes.
const maxPlan = 64 << 20

// ReadPlan reads a plan that a person may have edited. Nothing in it is passed over: a field that nobody knows is an error, and so
// is whatever follows the plan. The error is an [*OptionError] that says where.
func ReadPlan(r io.Reader) (*Plan, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPlan+1))
	if err != nil {
		return nil, notAPlan("プランを読めませんでした", "the plan could not be read", "")
	}
	if len(data) > maxPlan {
		return nil, notAPlan("プランが大きすぎます", "the plan is too large", "")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // editors of Windows write one
	var f planFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, misread(data, dec.InputOffset(), err)
	}
	at := dec.InputOffset()
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, misread(data, at, errors.New("there is more after the plan"))
	}
	p := &Plan{Schema: f.Schema, Source: f.Source, Options: f.Options, Take: entriesOf(f.Take), Leave: entriesOf(f.Leave)}
	return p, p.sound()
}

// A planFile is a plan as its file holds it: locations have their words with them.
type planFile struct {
	Schema string `json:"schema"`
	Source string `json:"source"`
	Options
	Take  []planEntry `json:"take"`
	Leave []planEntry `json:"leave"`
}

type planEntry struct {
	Entry
	Where struct {
		where
		Words string `json:"words"`
	} `json:"where"`
}

type where inspect.Where

func entriesOf(list []planEntry) []Entry {
	out := make([]Entry, len(list))
	for i, e := range list {
		out[i] = e.Entry
		out[i].Where = inspect.Where(e.Where.where)
		out[i].Where.Said = inspect.Words{JA: e.Where.Words, EN: e.Where.Words}
	}
	return out
}

// Write writes the plan for people to edit, with locations in the words of lang, "ja" or "en".
func (p *Plan) Write(w io.Writer, lang string) error {
	out := *p
	out.Take, out.Leave = spoken(p.Take, lang), spoken(p.Leave, lang)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(&out)
}

func spoken(list []Entry, lang string) []Entry {
	out := make([]Entry, len(list))
	for i, e := range list {
		e.Where.Lang = lang
		out[i] = e
	}
	return out
}

// sound refuses a plan that is no plan, whatever the source.
func (p *Plan) sound() error {
	if p.Schema != planSchema {
		return notAPlan("プランの schema は "+planSchema+" のはずです", "the schema of a plan is "+planSchema, "")
	}
	if p.Plan != nil {
		return notAPlan("プランの中に plan は書けません", "a plan holds no plan", "")
	}
	seen := map[string]bool{}
	for _, list := range [][]Entry{p.Take, p.Leave} {
		for i := range list {
			id := list[i].ID
			if id == "" {
				return notAPlan("プランに id のないものがあります", "an entry of the plan has no id", "")
			}
			if seen[id] {
				return notAPlan("プランに同じ id が2度あります", "an id stands twice in the plan", id)
			}
			seen[id] = true
		}
	}
	return nil
}

// fits refuses a plan that was made for another source, or that comes with options beside it.
func (p *Plan) fits(before *inspect.Result, o Options) error {
	if err := p.sound(); err != nil {
		return err
	}
	if !o.alone() {
		return notAPlan("プランを使うときは、ほかの消し方の指定はできません。プランの中に書いてください",
			"with a plan there are no other options: write them into the plan", "")
	}
	if p.Source != before.SHA256 {
		return notAPlan("このプランは別のファイルのものか、プランを作った後でファイルが変わっています。もう一度 check --plan-out で作ってください",
			"the plan was made for another file, or the file has changed since: make it again with check --plan-out", "")
	}
	return nil
}

// misread says where a plan file stops being one. What stands there is not repeated: it may be a reason with a name in it.
func misread(data []byte, at int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	field := ""
	switch name, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); {
	case unknown:
		at = int64(bytes.Index(data, []byte(name)))
	case errors.Is(err, io.ErrUnexpectedEOF):
		at = int64(len(data))
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at, field = kind.Offset, kind.Field
	}
	head := data[:min(max(at, 0), int64(len(data)))]
	line := 1 + bytes.Count(head, []byte("\n"))
	if field != "" {
		field = "（" + field + "）"
	}
	return &OptionError{Words: inspect.Words{
		JA: fmt.Sprintf("プランの書き方がちがいます：%d行目のあたり%s。知らない項目や、カンマ・かっこの過不足がないか見てください。", line, field),
		EN: fmt.Sprintf("the plan is malformed near line %d: %v", line, plainer(err)),
	}}
}

// plainer returns an error of encoding/json that repeats nothing but names of fields.
func plainer(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%s has the wrong type", kind.Field)
	}
	return err
}

func notAPlan(ja, en, id string) error {
	if id != "" {
		ja, en = ja+"："+id, en+": "+id
	}
	return &OptionError{Words: inspect.Words{JA: ja + "。", EN: en}}
}
