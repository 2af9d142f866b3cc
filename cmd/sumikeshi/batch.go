package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/report"
)

// A batch is the inputs of one run on their way into the reports.
type batch struct {
	*app
	flags   *flags
	inputs  []input
	skipped int
	cleaned bool
	iso     *sumikeshi.Isolation
	opts    sumikeshi.Options
	reports []*sink
}

// done is what became of one input.
type done struct {
	file *report.File
	code int
}

// A sink is a report and where it goes.
type sink struct {
	report.Writer
	file *safefile.File // nil: standard output
	own  bool           // the report of a drag: for the user alone, and never in the place of another
	lost bool           // the report of a drag could not be written
}

// run works on all inputs, several at a time, and reports them in their order.
func (b *batch) run(ctx context.Context, do func(context.Context, input) done) error {
	sum := report.Summary{Skipped: b.skipped}
	var used []inspect.AllowedUse
	bar := b.newProgress(len(b.inputs))
	err := ordered(ctx, len(b.inputs), b.flags.jobs, func(i int) done {
		d := do(ctx, b.inputs[i])
		bar.step(b.inputs[i].Name)
		return d
	}, func(d done) error {
		sum.Add(d.file.Verdict)
		used = append(used, d.file.Allowed...)
		b.code = max(b.code, d.code)
		return bar.aside(func() error { return b.each(func(s *sink) error { return s.File(d.file) }) })
	})
	bar.clear()
	if err != nil {
		return err
	}
	b.tellAllowed(used)
	if sum.Files > 0 || sum.Skipped > 0 {
		sum.Sentence = conclude(b.code, b.cleaned)
	}
	if err := b.each(func(s *sink) error { return s.End(sum) }); err != nil {
		return err
	}
	return b.release()
}

// each gives every report its turn.
func (b *batch) each(f func(*sink) error) error {
	for _, s := range b.reports {
		if err := f(s); err != nil {
			return usage("結果を書き込めません。", "The results can't be written.")
		}
	}
	return nil
}

// openReports makes the writers of --format and --report. A report never takes the place of an input.
func (b *batch) openReports() error {
	if b.flags.format == "xlsx" && isTerminal(b.out) {
		return usage("Excelの報告は画面には出せません。--report xlsx=FILE を使ってください。", "A workbook can't be shown on a terminal: use --report xlsx=FILE.")
	}
	if b.flags.format != "text" || !b.flags.quiet {
		w, _ := report.New(b.flags.format, b.out, b.reportOptions(colourful(b.out, b.getenv)))
		b.reports = append(b.reports, &sink{Writer: w})
	}
	for _, r := range b.flags.reports {
		kind, path, ok := strings.Cut(r, "=")
		if !ok || path == "" {
			return usage("--report は FORMAT=FILE の形です。", "--report has the form FORMAT=FILE.")
		}
		if err := b.openReport(kind, path); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) openReport(kind, path string) error {
	if _, ok := report.New(kind, io.Discard, report.Options{}); !ok {
		kinds := strings.Join(report.Kinds(), ", ")
		return usage("--report の形式は次のどれかです："+kinds, "The format of --report is one of: "+kinds)
	}
	for _, in := range b.inputs {
		if in.Path != "" && safefile.Alike(in.Path, path) {
			return usage("報告の書き出し先が、調べるファイルです。", "The report would replace a file that is checked.")
		}
	}
	f, err := safefile.Create(path)
	if err != nil {
		return usage("報告を書き込めません："+report.Plain(path), "The report can't be written: "+report.Plain(path))
	}
	w, _ := report.New(kind, f, b.reportOptions(false))
	b.reports = append(b.reports, &sink{Writer: w, file: f})
	return nil
}

// release gives the report files their names.
func (b *batch) release() error {
	for _, s := range b.reports {
		if s.file == nil {
			continue
		}
		perm := os.FileMode(0o644)
		if s.own {
			perm = 0o600
		}
		err := s.file.Release(perm, !s.own, infos(b.inputs)...)
		if s.lost = err != nil && s.own; s.lost {
			continue // the verdicts were printed: they count
		}
		if err != nil {
			return usage("報告を書き込めません。", "A report can't be written.")
		}
	}
	return nil
}

func (b *batch) close() {
	b.iso.Close()
	for _, s := range b.reports {
		if s.file != nil {
			s.file.Discard()
		}
	}
}

func (b *batch) reportOptions(colour bool) report.Options {
	places := map[string]*inspect.Place{}
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		places[p.ID] = p
	}
	names := map[string]inspect.Words{}
	for _, d := range detectors.All() {
		names[d.ID] = inspect.Words{JA: d.JA, EN: d.EN}
	}
	if b.flags.rules != nil {
		for _, d := range b.flags.rules.Detectors {
			names[d.ID] = inspect.Words{JA: d.JA, EN: d.EN}
		}
	}
	return report.Options{
		Picture: b.picture,
		Lang:    b.lang, Version: version(), Colour: colour, Brief: len(b.inputs) > 1,
		When: time.Now(), Settings: b.flags.given(), ShowValues: b.flags.showValues,
		Place:    func(id string) *inspect.Place { return places[id] },
		Detector: func(id string) (inspect.Words, bool) { w, ok := names[id]; return w, ok },
	}
}

// infos stats the files among the inputs, to know them by any name.
func infos(inputs []input) []os.FileInfo {
	var out []os.FileInfo
	for _, in := range inputs {
		if in.Path == "" {
			continue
		}
		if fi, err := os.Stat(in.Path); err == nil {
			out = append(out, fi)
		}
	}
	return out
}

// vanished is the result of a file that was there when the run began, and could not be found when its turn came.
func vanished(in input, _ error) *inspect.Result {
	return inspect.NotReadable(&inspect.Source{Name: in.Name}, "unknown", inspect.Corrupt)
}

// picture draws a page of an input for a report.
func (b *batch) picture(f *report.File, page, dpi int) ([]byte, error) {
	i := slices.IndexFunc(b.inputs, func(in input) bool { return in.Name == f.Path })
	if i < 0 {
		return nil, os.ErrNotExist
	}
	return b.iso.PagePicture(context.Background(), b.inputs[i].Input, b.opts, page, dpi)
}
