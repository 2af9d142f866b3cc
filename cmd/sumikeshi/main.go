// Command sumikeshi checks documents before they are published, and makes cleaned copies of them. It reads each document in a
// process of its own, changes no original, and uses no network.
//
// The command line is a contract: other programs rely on its verbs, flags, exit codes and JSON.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/report"
)

func main() {
	worker.TuneCollector()
	os.Exit(run(os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
}

// An app is one run of the program.
type app struct {
	getenv func(string) string
	in     io.Reader
	out    io.Writer
	err    io.Writer
	lang   string
	code   int // the exit code, if nothing goes wrong on the way
}

func run(args []string, getenv func(string) string, in io.Reader, out, errs io.Writer) int {
	// A reader that goes away must not end the program before it has cleaned up behind itself: writing then fails, which is enough.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	go func() {
		<-ctx.Done()
		stop() // a second Ctrl-C ends the program at once
	}()
	a := &app{getenv: getenv, in: in, out: out, err: errs, lang: language(args, getenv)}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	return a.exit(ctx, root.ExecuteContext(ctx))
}

// exit turns the end of a run into its exit code.
func (a *app) exit(ctx context.Context, err error) int {
	var wrong *usageError
	switch {
	case ctx.Err() != nil:
		return exitInterrupted
	case err == nil:
		return a.code
	case errors.As(err, &wrong):
		fmt.Fprintln(a.err, "sumikeshi: "+report.Plain(wrong.said.In(a.lang)))
	default: // what cobra says of commands and flags
		fmt.Fprintln(a.err, "sumikeshi: "+a.say("使い方がちがいます：", "wrong usage: ")+report.Plain(err.Error()))
	}
	fmt.Fprintln(a.err, a.say("使い方は sumikeshi --help を見てください。", "See sumikeshi --help."))
	return exitUsage
}

func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // being started by a drag in the Explorer is an ordinary use
	check, noOpen := a.checkFlags(), false
	root := &cobra.Command{
		Use: "sumikeshi [PATH…]",
		Short: a.say("公開する前に、見えないところに残った個人データを見つけて、消して、たしかめます。",
			"Finds personal data where a reader does not see it, takes it out of a copy, and proves that it is gone."),
		Long:          a.say(longJA, longEN),
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !check.reporting() {
				return a.serve(cmd.Context(), &serveFlags{flags: check, noOpen: noOpen})
			}
			return a.drag(cmd.Context(), check, args, noOpen)
		},
	}
	root.SetVersionTemplate("sumikeshi {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("lang", a.lang, a.say("表示の言葉：ja か en", "language: ja or en"))
	check.register(a, root)
	root.Flags().BoolVar(&noOpen, "no-open", false, a.say("報告や画面を開かない（動詞なしのとき）", "do not open the report or the page (without a verb)"))
	root.AddCommand(a.checkCommand(), a.cleanCommand(), a.redactCommand(), a.serveCommand(), a.explainCommand(), a.placesCommand(), a.detectorsCommand(),
		a.versionCommand(), workerCommand())
	a.helpTexts(root)
	return root
}

const (
	longJA = `公開する前に、見えないところに残った個人データを見つけて、消して、たしかめます。
元のファイルは変えません。ネットワークは使いません。

終了コード：0 問題なし、1 見つかった、2 使い方のまちがい、3 調べられなかった、4 公開用ファイルの確認に失敗`
	longEN = `Finds personal data where a reader does not see it, takes it out of a copy, and proves that it is gone.
Originals are never changed. There is no network.

Exit codes: 0 ok, 1 something found, 2 wrong usage, 3 something could not be read, 4 a copy failed its proof`
)
