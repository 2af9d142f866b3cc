package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

// cleanFlags say what is taken out and where the copies go.
type cleanFlags struct {
	*flags
	redact.Options
	output    string
	outputDir string
	plan      string
	force     bool
}

func (a *app) cleanCommand() *cobra.Command {
	f := &cleanFlags{flags: a.checkFlags()}
	cmd := &cobra.Command{
		Use:   "clean PATH…",
		Short: a.say("公開用ファイルを作る", "make copies for publishing"),
		Long: a.say(`調べて、見えないところにあるものを消した公開用ファイルを作ります。元のファイルは変えません。
公開用ファイルは、もう一度開いて確認できたときだけ、元のファイルの横に「公開用_名前」で置きます。`,
			`Checks, then writes copies without what a reader does not see. Originals are never changed.
A copy appears beside its original, as 公開用_NAME, and only after it was opened again and proved.`),
		RunE: func(cmd *cobra.Command, args []string) error { return a.clean(cmd.Context(), f, args) },
	}
	fs := cmd.Flags()
	fs.StringVarP(&f.output, "output", "o", "", a.say("公開用ファイルの名前（1ファイルのとき）", "the copy's name, for one input"))
	fs.StringVar(&f.outputDir, "output-dir", "", a.say("公開用ファイルを置くフォルダー", "the folder for the copies; the tree is kept"))
	a.policyFlags(fs, &f.Options)
	a.unencryptedFlag(fs, &f.Options)
	fs.StringVar(&f.plan, "plan", "", a.say("check --plan-out のプランのとおりに消す", "carry out a plan of check --plan-out"))
	fs.BoolVar(&f.force, "force", false, a.say("同じ名前の公開用ファイルを置きかえる", "replace an existing copy"))
	f.register(a, cmd)
	return cmd
}

func (a *app) clean(ctx context.Context, f *cleanFlags, paths []string) error {
	if f.output != "" && f.outputDir != "" {
		return usage("--output と --output-dir は、どちらか1つです。", "--output and --output-dir exclude each other.")
	}
	b, err := a.newBatch(f.flags, paths, f.outputDir)
	if err != nil {
		return err
	}
	defer b.close()
	b.cleaned = true
	if err := f.targets(b.inputs); err != nil {
		return err
	}
	if err := f.readPlan(b.inputs); err != nil {
		return err
	}
	protected := infos(b.inputs)
	return b.run(ctx, func(ctx context.Context, in input) done {
		out := sumikeshi.Output{Path: in.target, Force: f.force, Rename: in.rename, AsIs: f.outputDir != "", Inputs: protected}
		return b.cleanOne(ctx, f, in, out)
	})
}

func (b *batch) cleanOne(ctx context.Context, f *cleanFlags, in input, out sumikeshi.Output) done {
	if f.outputDir != "" {
		// A folder that can't be made is noticed when the copy is begun.
		_ = os.MkdirAll(filepath.Dir(out.Path), 0o755)
	}
	o, err := b.iso.CleanFile(ctx, in.Input, out, b.opts, f.Options)
	res := o.Before
	if res == nil { // refused before anything was read
		var missing error
		if res, missing = b.iso.CheckFile(ctx, in.Input, b.opts); missing != nil {
			res = vanished(in, missing)
		}
	}
	file := &report.File{Result: res, Cleaned: &report.Cleaned{}}
	if err == nil {
		file.Cleaned.Outcome, file.Cleaned.Output = o, o.After.Path
	}
	code, said := judge(file, err)
	file.Cleaned.Problem = said
	return done{file, code}
}

// targets decides where each copy goes, and refuses what can't be right before anything is done.
func (f *cleanFlags) targets(inputs []input) error {
	if f.output != "" && len(inputs) != 1 {
		return usage("--output は、入力が1つのときに使います。", "--output goes with one input; use --output-dir.")
	}
	taken := map[string]bool{}
	for i := range inputs {
		in := &inputs[i]
		var err error
		if in.target, err = f.target(*in); err != nil {
			return err
		}
		plain := report.Plain(in.target)
		if in.Path != "" && safefile.Alike(in.Path, in.target) {
			return usage("出力先が元のファイルです。元のファイルは書きかえません："+plain, "the output is the input, and originals are never changed: "+plain)
		}
		if taken[filepath.Clean(in.target)] {
			return usage("2つのファイルの出力先が同じです："+plain, "two inputs have the same output: "+plain)
		}
		taken[filepath.Clean(in.target)] = true
	}
	if f.output == "" {
		letRename(inputs)
	}
	if len(inputs) == 1 {
		return f.free(inputs[0].target)
	}
	return nil
}

// letRename lets the ending of names that this program chose follow the kind of the copy: .xlsx for .xlsm, once the macros are gone.
// Where another copy of the run takes that name, the copy stays of its kind.
func letRename(inputs []input) {
	taken := map[string]bool{}
	for _, in := range inputs {
		taken[strings.ToLower(filepath.Clean(in.target))] = true
	}
	for i := range inputs {
		in := &inputs[i]
		in.rename = !taken[strings.ToLower(filepath.Clean(sumikeshi.MacroFreeName(in.target)))]
	}
}

// free refuses a single output that exists. Of several, each is told for itself, and the others are made.
func (f *cleanFlags) free(target string) error {
	err := safefile.Check(target, f.force)
	plain := report.Plain(target)
	switch {
	case err == nil, f.outputDir != "" && errors.Is(err, safefile.ErrNoFolder):
		return nil
	case errors.Is(err, safefile.ErrExists):
		return usage("同じ名前のファイルがもうあります。置きかえるなら --force："+plain, "the output exists; --force replaces it: "+plain)
	case errors.Is(err, safefile.ErrNoFolder):
		return usage("出力先のフォルダーがありません："+plain, "the folder of the output does not exist: "+plain)
	}
	return usage("そこには書き込めません："+plain, "the output can't be written: "+plain)
}

func (f *cleanFlags) target(in input) (string, error) {
	switch {
	case f.output == "-":
		return "", usage("公開用ファイルは標準出力には書きません。", "A copy is not written to standard output.")
	case f.output != "":
		return f.output, nil
	case f.outputDir != "" && in.rel != "-":
		return filepath.Join(f.outputDir, in.rel), nil
	case in.Path == "":
		return "", usage("標準入力のときは、--output で公開用ファイルの名前を指定してください。", "For standard input, name the copy with --output.")
	}
	return filepath.Join(filepath.Dir(in.Path), copyPrefix+filepath.Base(in.Path)), nil
}
