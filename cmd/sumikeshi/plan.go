package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/pflag"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

// planning are the flags that say what is taken out, without those that say where the copies go.
var planning = []string{"policy", "mask", "drop-sheet", "keep-sheets", "keep-comments", "keep-furigana", "keep-attachments", "filtered"}

// policyFlags register what is taken out.
func (a *app) policyFlags(fs *pflag.FlagSet, o *redact.Options) {
	fs.Var(keepFlag{&o.Keep, sumikeshi.Comments()}, "keep-comments", a.say("コメントとメモを残す", "keep comments and notes"))
	fs.Var(keepFlag{&o.Keep, sumikeshi.Furigana()}, "keep-furigana", a.say("ふりがなを残す", "keep phonetic readings"))
	fs.Var(keepFlag{&o.Keep, sumikeshi.Attachments()}, "keep-attachments", a.say("PDFの添付ファイルを、中身も消したうえで残す", "keep files attached to PDF files, and clean them"))
	for _, name := range []string{"keep-comments", "keep-furigana", "keep-attachments"} {
		fs.Lookup(name).NoOptDefVal = "true"
	}
	fs.StringVar(&o.Policy, "policy", "", a.say("消し方：publish|strict|metadata（指定がなければ publish）", "what is taken out: publish|strict|metadata (default publish)"))
	fs.StringVar(&o.Filtered, "filtered", "", a.say("フィルターでかくれている行：blank 消す｜publish フィルターを外して見せる（指定がなければ、個人データがあれば消す）",
		"rows that a filter hides: blank empties them, publish takes the filter away and shows them (default: emptied with personal data)"))
	fs.StringSliceVar(&o.Mask, "mask", nil, a.say("見えているものも墨消しする種類（phone,address か all）", "visible kinds to mask: phone,address or all"))
	fs.StringArrayVar(&o.DropSheets, "drop-sheet", nil, a.say("消すシートの名前（何度でも）", "a sheet to drop, repeatable"))
	fs.StringArrayVar(&o.KeepSheets, "keep-sheets", nil, a.say("消さずに残すシートの名前（何度でも）", "a sheet to keep, repeatable"))
}

// unencryptedFlag registers the consent to a copy without a password.
func (a *app) unencryptedFlag(fs *pflag.FlagSet, o *redact.Options) {
	fs.BoolVar(&o.AllowUnencrypted, "allow-unencrypted", false,
		a.say("パスワードのかかったファイルの公開用を、パスワードなしで作る", "write the copy of a file with a password without one"))
}

// A keepFlag is a switch that keeps some hiding places.
type keepFlag struct {
	keep   *[]string
	places []string
}

func (k keepFlag) String() string {
	on := k.keep != nil && len(*k.keep) > 0 && slices.Contains(*k.keep, k.places[0])
	return strconv.FormatBool(on)
}

// Set turns the switch on or off.
func (k keepFlag) Set(text string) error {
	on, err := strconv.ParseBool(text)
	*k.keep = slices.DeleteFunc(*k.keep, func(id string) bool { return slices.Contains(k.places, id) })
	if on {
		*k.keep = append(*k.keep, k.places...)
	}
	return err
}

// Type names the kind of value.
func (keepFlag) Type() string { return "bool" }

// readPlan reads the plan of --plan. It says everything, so it does not go with other flags that do.
func (f *cleanFlags) readPlan(inputs []input) error {
	if f.plan == "" {
		return nil
	}
	for _, name := range planning {
		if f.cmd.Flags().Changed(name) {
			return usage("--plan と --"+name+" はいっしょに使えません。プランの中に書いてください。", "--plan excludes --"+name+": write it into the plan.")
		}
	}
	if len(inputs) != 1 {
		return usage("--plan は、入力が1つのときに使います。プランは1つのファイルのためのものです。", "--plan goes with one input: a plan is for one file.")
	}
	r, err := os.Open(f.plan)
	if err != nil {
		return usage("プランを開けません："+report.Plain(f.plan), "the plan can't be opened: "+report.Plain(f.plan))
	}
	defer r.Close()
	f.Options.Plan, err = redact.ReadPlan(r)
	var wrong *redact.OptionError
	if errors.As(err, &wrong) {
		return &usageError{wrong.Words}
	}
	return err
}

// A planOut is the plan file that a check writes.
type planOut struct {
	redact.Options
	path string
	file *safefile.File
}

// begin makes sure that the plan can be written. A plan that is there may hold a person's work, so it is never replaced.
func (p *planOut) begin(f *flags, inputs []input) error {
	if p.path == "" {
		for _, name := range planning {
			if f.cmd.Flags().Changed(name) {
				return usage("check の --"+name+" は、--plan-out といっしょに使います。", "--"+name+" of check goes with --plan-out.")
			}
		}
		return nil
	}
	if len(inputs) != 1 {
		return usage("--plan-out は、入力が1つのときに使います。プランは1つのファイルのためのものです。", "--plan-out goes with one input: a plan is for one file.")
	}
	plain := report.Plain(p.path)
	err := safefile.Check(p.path, false, infos(inputs)...)
	if err == nil {
		p.file, err = safefile.Create(p.path)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, safefile.ErrExists):
		return usage("同じ名前のファイルがもうあります。プランは置きかえません："+plain, "the file exists, and a plan is not replaced: "+plain)
	}
	return usage("プランを書き込めません："+plain, "the plan can't be written: "+plain)
}

func (p *planOut) end() {
	if p.file != nil {
		p.file.Discard()
	}
}

// check looks at the one input and writes its plan. Options that do not fit the input are wrong usage. Of an input that could not be
// read there is no plan.
func (p *planOut) check(ctx context.Context, b *batch) error {
	res, plan, err := b.iso.PlanFile(ctx, b.inputs[0].Input, b.opts, p.Options)
	var wrong *redact.OptionError
	switch {
	case errors.As(err, &wrong):
		return &usageError{wrong.Words}
	case err != nil:
		res = vanished(b.inputs[0], err)
	case plan != nil:
		if err = plan.Write(p.file, b.lang); err == nil {
			err = p.file.Release(0o600, false, infos(b.inputs)...)
		}
		if err != nil {
			return usage("プランを書き込めません："+report.Plain(p.path), "the plan can't be written: "+report.Plain(p.path))
		}
	}
	if plan == nil && !b.flags.quiet {
		fmt.Fprintln(b.err, "sumikeshi: "+b.say("読めなかったので、プランは書いていません。", "it could not be read, so there is no plan"))
	}
	return b.run(ctx, func(context.Context, input) done {
		file := &report.File{Result: res}
		code, _ := judge(file, nil)
		return done{file: file, code: code}
	})
}
