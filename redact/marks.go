package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A Mark is what a person marked on the pages of a PDF file: an area of one page, or words wherever they stand.
type Mark struct {
	N      int        `json:"n,omitempty"`     // the entry of the file of marks that it stands for, from 1; 0: unknown
	Page   int        `json:"page,omitempty"`  // from 1; 0: words on every page
	Box    [4]float64 `json:"box,omitempty"`   // as [inspect.Box]; all zero with words, or for the whole page
	Words  string     `json:"words,omitempty"` // compared folded and without spaces
	Reason string     `json:"reason"`
	Label  string     `json:"label,omitempty"` // written on the box
	Fill   [3]float64 `json:"fill"`            // of the box: red, green, blue, 0 to 1
	Tight  bool       `json:"tight,omitempty"` // the box is as wide as the words
}

// everywhere is further than any page reaches, in points.
const everywhere = 20_000

// area returns the area of a mark that has no words.
func (m *Mark) area() inspect.Quad {
	b := m.Box
	if b == [4]float64{} {
		return inspect.Upright(-everywhere, -everywhere, everywhere, everywhere)
	}
	return inspect.Upright(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
}

// marksSchema is the schema of a file of marks; docs/marks.md describes it.
const marksSchema = "sumikeshi.marks/1"

type marksFile struct {
	Schema string     `json:"schema"`
	Source string     `json:"source"` // SHA-256 of the file that was marked, if known
	Style  markStyle  `json:"style"`
	Looked pagesField `json:"looked"` // pages that were looked at and have no mark
	Marks  []fileMark `json:"marks"`
}

// A markStyle says how boxes look.
type markStyle struct {
	Fill  string `json:"fill"`  // "#rrggbb"; empty: black
	Label string `json:"label"` // "reason", "number" or "none"; empty: reason
	Width string `json:"width"` // "fixed" or "tight"; empty: fixed
}

type fileMark struct {
	Page   *int        `json:"page"`
	Box    []float64   `json:"box"`
	Boxes  [][]float64 `json:"boxes"`
	Whole  bool        `json:"whole"`
	Words  string      `json:"words"`
	Reason string      `json:"reason"`
	Label  string      `json:"label"`
	Fill   string      `json:"fill"`
}

// Bounds of a file of marks.
const (
	maxMarks     = 100_000
	maxMarksFile = 32 << 20
	maxReason    = 200 // characters
	maxWords     = 500
)

// A pagesField is "all" or a list of pages.
type pagesField inspect.Looked

func (p *pagesField) UnmarshalJSON(data []byte) error {
	if string(data) == `"all"` {
		p.All = true
		return nil
	}
	return json.Unmarshal(data, &p.Pages)
}

// Marks are what a file of marks says.
type Marks struct {
	List   []Mark
	Source string         // SHA-256 of the file that was marked; empty: the marks do not name one
	Looked inspect.Looked // pages that were looked at, beside those with a marked area
}

// ReadMarks reads a file of marks. The error is an [*OptionError] that says where the file is wrong; it holds none of its words.
func ReadMarks(r io.Reader) (*Marks, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMarksFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxMarksFile {
		return nil, markError("", "大きすぎます。", "the file is too large")
	}
	var file marksFile
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		return nil, jsonError(data, dec.InputOffset(), err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, markError(lineOf(data, dec.InputOffset()), "後ろに余分なものがあります。", "something stands behind the end")
	}
	switch {
	case file.Schema != marksSchema:
		return nil, markError("schema", "「"+marksSchema+"」にしてください。", "it has to be "+marksSchema)
	case len(file.Marks) == 0:
		return nil, markError("marks", "印が1つもありません。", "there is no mark")
	case slices.ContainsFunc(file.Looked.Pages, func(n int) bool { return n < 1 }):
		return nil, markError("looked", "「all」か、1から始まるページの一覧です。", "it is \"all\", or a list of pages that count from 1")
	case len(file.Marks) > maxMarks || len(file.Looked.Pages) > maxMarks:
		return nil, markError("marks", "印が多すぎます。", "there are too many marks")
	}
	marks := &Marks{Source: strings.ToLower(file.Source), Looked: inspect.Looked(file.Looked)}
	for i := range file.Marks {
		from := len(marks.List)
		if marks.List, err = file.Marks[i].append(marks.List, &file.Style); err != nil {
			return nil, nth(err, i)
		}
		for k := range marks.List[from:] {
			marks.List[from+k].N = i + 1
		}
	}
	return marks, nil
}

// append adds the marks that one entry stands for.
func (m *fileMark) append(out []Mark, style *markStyle) ([]Mark, error) {
	one, err := m.look(style)
	if err != nil {
		return nil, err
	}
	kinds := 0
	for _, has := range [...]bool{m.Box != nil, m.Boxes != nil, m.Whole, m.Words != ""} {
		if has {
			kinds++
		}
	}
	switch {
	case kinds != 1:
		return nil, markError("", "box、boxes、whole、words のどれか1つが要ります。", "one of box, boxes, whole and words is needed")
	case m.Page != nil && *m.Page < 1:
		return nil, markError("page", "1以上です。", "pages count from 1")
	case m.Page == nil && m.Words == "":
		return nil, markError("page", "要ります。", "it is needed")
	}
	if m.Page != nil {
		one.Page = *m.Page
	}
	if m.Words != "" || m.Whole {
		one.Words = m.Words
		if len([]rune(m.Words)) > maxWords || m.Words != "" && strings.TrimSpace(m.Words) == "" {
			return nil, markError("words", "1文字から"+strconv.Itoa(maxWords)+"文字です。", "1 to "+strconv.Itoa(maxWords)+" characters")
		}
		return append(out, one), nil
	}
	field := "boxes"
	boxes := m.Boxes
	if m.Box != nil {
		field, boxes = "box", [][]float64{m.Box}
	}
	if len(boxes) == 0 {
		return nil, markError(field, "四角が1つもありません。", "there is no box")
	}
	for _, b := range boxes {
		if !goodBox(b) {
			return nil, markError(field, "左、下、右、上の4つの数（ポイント）です。", "four numbers are needed: left, bottom, right, top, in points")
		}
		one.Box = [4]float64(b)
		out = append(out, one)
	}
	return out, nil
}

func goodBox(b []float64) bool {
	if len(b) != 4 {
		return false
	}
	for _, v := range b {
		if math.Abs(v) > everywhere {
			return false
		}
	}
	return b[0] < b[2] && b[1] < b[3]
}

// look reads how the box is to look, and the reason.
func (m *fileMark) look(style *markStyle) (Mark, error) {
	one := Mark{Reason: strings.TrimSpace(m.Reason), Label: strings.TrimSpace(m.Label)}
	if one.Reason == "" || len([]rune(one.Reason)) > maxReason || len([]rune(one.Label)) > maxReason {
		return one, markError("reason", "理由を1文字から"+strconv.Itoa(maxReason)+"文字で書いてください。", "a reason of 1 to "+strconv.Itoa(maxReason)+" characters is needed")
	}
	switch style.Label {
	case "", "reason":
		if one.Label == "" {
			one.Label = one.Reason
		}
	case "number":
		one.Label = ""
	case "none":
		one.Label = NoLabel
	default:
		return one, markError("style.label", "reason、number、none のどれかです。", "it is reason, number or none")
	}
	switch style.Width {
	case "", "fixed":
	case "tight":
		one.Tight = true
	default:
		return one, markError("style.width", "fixed か tight です。", "it is fixed or tight")
	}
	fill := m.Fill
	if fill == "" {
		fill = style.Fill
	}
	var ok bool
	if one.Fill, ok = colour(fill); !ok {
		return one, markError("fill", "「#000000」のように書いてください。", "write it as #000000")
	}
	return one, nil
}

// NoLabel as the Label of a mark says that nothing is written on the box.
const NoLabel = "-"

// colour reads "#rrggbb"; empty is black.
func colour(s string) (c [3]float64, ok bool) {
	if s == "" {
		return c, true
	}
	if len(s) != 7 || s[0] != '#' {
		return c, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return c, false
	}
	for i := range c {
		c[i] = math.Round(float64(n>>(16-8*i)&255)/255*1000) / 1000
	}
	return c, true
}

func markError(where, ja, en string) error {
	return &OptionError{Words: inspect.Words{JA: "印のファイル（--marks）の " + where + "：" + ja, EN: "--marks: " + where + ": " + en}}
}

// nth names the mark that an error is about, from 1.
func nth(err error, i int) error {
	var opt *OptionError
	if !errors.As(err, &opt) {
		return err
	}
	return &OptionError{Words: inspect.Words{
		JA: fmt.Sprintf("%d番目の印：%s", i+1, opt.Words.JA), EN: fmt.Sprintf("mark %d: %s", i+1, opt.Words.EN),
	}}
}

// jsonError says in which line a file of marks is wrong. It repeats names of fields, never values.
func jsonError(data []byte, offset int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	field := ""
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset, field = kind.Offset, kind.Field
	case strings.HasPrefix(err.Error(), "json: unknown field "):
		field = strings.Trim(strings.TrimPrefix(err.Error(), "json: unknown field "), `"`)
		return markError(lineOf(data, offset)+" "+field, "そのような項目はありません。", "there is no such field")
	}
	if kind != nil {
		return markError(lineOf(data, offset)+" "+field, "値の種類がちがいます。", "the value is of the wrong kind")
	}
	return markError(lineOf(data, offset), "JSONとして読めません。", "it can't be read as JSON")
}

func lineOf(data []byte, offset int64) string {
	n := 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte{'\n'})
	return fmt.Sprintf("line %d", n)
}

// checkMarks refuses marks that do not fit the source.
func checkMarks(before *inspect.Result, o *Options) error {
	if o.MarksOf != "" && o.MarksOf != before.SHA256 {
		return &OptionError{Words: inspect.Words{
			JA: "印のファイルは、別のPDFのためのものです（source がちがいます）。", EN: "the marks are for another file: their source is not this one",
		}}
	}
	if len(o.Marks) > 0 && before.Format != "pdf" {
		return &OptionError{Words: inspect.Words{
			JA: "印（--marks）で墨消しできるのは、PDFファイルだけです。PDFにしてから実行してください。",
			EN: "marks are for PDF files: make a PDF of the document first",
		}}
	}
	return nil
}
