package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

// redactFlags say what is blacked out, and where the list of reasons goes.
type redactFlags struct {
	*cleanFlags
	marks   string
	reasons string
}

func (a *app) redactCommand() *cobra.Command {
	f := &redactFlags{cleanFlags: &cleanFlags{flags: a.checkFlags()}}
	cmd := &cobra.Command{
		Use:   "redact FILE --marks MARKS.json",
		Short: a.say("印を付けたところを、理由を書いて墨消しする（PDF）", "black out what was marked, with reasons (PDF)"),
		Long: a.say(`印のファイル（docs/marks.md）にあるところを、文字も画像も線もほんとうに消して、理由を書いた四角を描きます。
見えないところにあるものも、clean と同じように消します。元のファイルは変えません。`,
			`Takes out what the marks name (docs/marks.md): text, pixels and drawings; and draws boxes with the reasons written on them.
What a reader does not see goes as well, as with clean. The original is never changed.`),
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.redact(cmd.Context(), f, args) },
	}
	fs := cmd.Flags()
	fs.StringVar(&f.marks, "marks", "", a.say("印のファイル（JSON）", "the file of marks (JSON)"))
	fs.StringVar(&f.reasons, "reasons", "", a.say("不開示理由一覧を書くファイル（.csv か .xlsx）", "write the list of reasons: .csv or .xlsx"))
	fs.StringVarP(&f.output, "output", "o", "", a.say("公開用ファイルの名前", "the copy's name"))
	a.policyFlags(fs, &f.Options)
	a.unencryptedFlag(fs, &f.Options)
	fs.BoolVar(&f.force, "force", false, a.say("同じ名前のファイルを置きかえる", "replace existing files"))
	f.register(a, cmd)
	return cmd
}

func (a *app) redact(ctx context.Context, f *redactFlags, paths []string) error {
	if err := f.read(); err != nil {
		return err
	}
	kind := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.reasons)), ".")
	if f.reasons != "" && !slices.Contains(report.ReasonKinds(), kind) {
		return usage("--reasons は .csv か .xlsx のファイルです。", "--reasons is a .csv or .xlsx file.")
	}
	b, err := a.newBatch(f.flags, paths, "")
	if err != nil {
		return err
	}
	defer b.close()
	b.cleaned = true
	if len(b.inputs) != 1 {
		return usage("redact の入力は、ファイル1つです。", "redact takes one file.")
	}
	if err := f.targets(b.inputs); err != nil {
		return err
	}
	list, err := f.list(b.inputs[0])
	if err != nil {
		return err
	}
	if list != nil {
		defer list.Discard()
	}
	protected := infos(b.inputs)
	return b.run(ctx, func(ctx context.Context, in input) done {
		d := b.cleanOne(ctx, f.cleanFlags, in, sumikeshi.Output{Path: in.target, Force: f.force, Inputs: protected})
		if list == nil || d.file.Cleaned.Outcome == nil {
			return d
		}
		err := report.Reasons(list, kind, a.lang, d.file.Cleaned.Outcome.Struck)
		if err == nil {
			err = list.Release(0o644, f.force, protected...)
		}
		if err != nil {
			d.code = exitUsage
			d.file.Cleaned.Problem = inspect.Words{
				JA: "公開用ファイルは作りましたが、不開示理由一覧を書き込めませんでした。", EN: "The copy was written, but the list of reasons could not be.",
			}
		}
		return d
	})
}

// read reads the marks.
func (f *redactFlags) read() error {
	if f.marks == "" {
		return usage("--marks で印のファイルを指定してください。", "Name the file of marks with --marks.")
	}
	r, err := os.Open(f.marks)
	if err != nil {
		return usage("印のファイルを開けません："+report.Plain(f.marks), "the file of marks can't be opened: "+report.Plain(f.marks))
	}
	defer r.Close()
	marks, err := redact.ReadMarks(r)
	var wrong *redact.OptionError
	switch {
	case errors.As(err, &wrong):
		return &usageError{wrong.Words}
	case err != nil:
		return usage("印のファイルを読めません："+report.Plain(f.marks), "the file of marks can't be read: "+report.Plain(f.marks))
	}
	f.Marks, f.MarksOf, f.Looked = marks.List, marks.Source, marks.Looked
	return nil
}

// list begins the file of the list of reasons; nil if none is asked for.
func (f *redactFlags) list(in input) (*safefile.File, error) {
	if f.reasons == "" {
		return nil, nil
	}
	plain := report.Plain(f.reasons)
	if safefile.Alike(f.reasons, in.target) || in.Path != "" && safefile.Alike(f.reasons, in.Path) {
		return nil, usage("--reasons は別の名前にしてください："+plain, "--reasons needs a name of its own: "+plain)
	}
	if err := f.free(f.reasons); err != nil {
		return nil, err
	}
	file, err := safefile.Create(f.reasons)
	if err != nil {
		return nil, usage("そこには書き込めません："+plain, "it can't be written there: "+plain)
	}
	return file, nil
}
