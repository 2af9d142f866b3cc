package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/sumikeshi/sumikeshi/report"
)

func (a *app) checkCommand() *cobra.Command {
	f, p := a.checkFlags(), &planOut{}
	cmd := &cobra.Command{
		Use:   "check PATH…",
		Short: a.say("調べる（何も書きません）", "look only; nothing is written"),
		Long: a.say(`ファイルとフォルダーを調べます。- は標準入力です。フォルダーでは文書だけを調べます。`,
			`Checks files and folders; - is standard input. In folders, documents are checked and the rest is counted.`),
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd.Context(), f, p, args) },
	}
	f.register(a, cmd)
	fs := cmd.Flags()
	fs.StringVar(&p.path, "plan-out", "", a.say("何を消して何を残すかのプランを書く（1ファイルのとき）", "write a plan of what to take out and what to leave, for one input"))
	a.policyFlags(fs, &p.Options)
	return cmd
}

func (a *app) check(ctx context.Context, f *flags, p *planOut, paths []string) error {
	b, err := a.newBatch(f, paths, "")
	if err != nil {
		return err
	}
	defer b.close()
	if err := p.begin(f, b.inputs); err != nil {
		return err
	}
	defer p.end()
	if p.path != "" {
		return p.check(ctx, b)
	}
	return b.check(ctx)
}

// check looks at every input.
func (b *batch) check(ctx context.Context) error {
	return b.run(ctx, func(ctx context.Context, in input) done {
		res, err := b.iso.CheckFile(ctx, in.Input, b.opts)
		if err != nil {
			res = vanished(in, err)
		}
		file := &report.File{Result: res}
		code, _ := judge(file, nil)
		return done{file: file, code: code}
	})
}

func (a *app) newBatch(f *flags, paths []string, outputDir string) (*batch, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	if err := f.load(); err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, usage("調べるファイルかフォルダーを指定してください。", "Name a file or a folder to check.")
	}
	w := walk{in: a.in, stdinName: f.stdinName, limit: int64(f.input), except: outputDir}
	if err := w.all(paths); err != nil {
		return nil, err
	}
	b := &batch{app: a, flags: f, inputs: w.inputs, skipped: w.skipped, iso: f.isolation(), opts: f.options()}
	if err := b.openReports(); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}
