package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/web"
)

// serveFlags say where the page is.
type serveFlags struct {
	*flags
	listen string
	noOpen bool
}

func (a *app) serveCommand() *cobra.Command {
	f := &serveFlags{flags: a.checkFlags()}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("ブラウザーの画面で使う（何も付けずに起動しても同じ）", "the page in the browser; the same as no command at all"),
		Long: a.say(`ブラウザーの画面を開きます。ファイルを入れると調べ、公開用ファイルを作れます。
このパソコンの中だけで動きます。アドレスは一度だけ使えます。終わるには、画面の「すべて消して終わる」か Ctrl-C。`,
			`Opens the page: drop files onto it, see what was found, make copies. It answers this machine alone.
The address works once. To end it, press "Wipe all and end" on the page, or Ctrl-C.`),
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) },
	}
	fs := cmd.Flags()
	fs.SortFlags = false
	f.cmd = cmd
	fs.StringVar(&f.listen, "listen", "127.0.0.1:0", a.say("待ち受けるアドレス（このパソコンの中だけ）", "the address to listen on, of this machine alone"))
	fs.BoolVar(&f.noOpen, "no-open", false, a.say("ブラウザーを開かない", "do not open the browser"))
	f.registerRules(a, fs)
	f.registerLimits(a, fs)
	return cmd
}

// serve runs the page until it is ended there, or by Ctrl-C. The address goes to standard output, alone on its line.
func (a *app) serve(ctx context.Context, f *serveFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	if err := f.load(); err != nil {
		return err
	}
	l, err := web.Listen(f.listen)
	if errors.Is(err, web.ErrNotLoopback) {
		return usage("--listen は、このパソコンの中のアドレス（127.0.0.1 など）だけです。ほかのパソコンから使うと、中身が途中で読まれるおそれがあります。",
			"--listen takes addresses of this machine alone, like 127.0.0.1: from others, what is shown could be read on the way.")
	} else if err != nil {
		return usage("そのアドレスでは待ち受けられません："+f.listen, "can't listen on "+f.listen)
	}
	defer l.Close()
	s, err := web.New(web.Options{
		Isolation: func(n int) *sumikeshi.Isolation {
			return &sumikeshi.Isolation{Timeout: f.timeout, Memory: int64(f.memory), Workers: n}
		},
		Workers: f.jobs, Check: f.options(), Version: version(), Lang: a.lang,
	})
	if err != nil {
		return usage("一時フォルダーを作れません。空き容量と権限を確かめてください。", "no temporary folder can be made: check the free space and the permissions.")
	}
	address := s.Address(l)
	fmt.Fprintln(a.out, address)
	if !f.noOpen && a.getenv("SUMIKESHI_NO_OPEN") == "" {
		go a.openPage(address)
	}
	err = s.Serve(ctx, l)
	return errors.Join(err, s.Close())
}

// openPage has the system's browser show the page, or says what to do.
func (a *app) openPage(address string) {
	fmt.Fprintln(a.err, a.say("ブラウザーで開いています。終わるには、画面の「すべて消して終わる」か Ctrl-C を押してください。",
		"Opening it in the browser. To end it, press “Wipe all and end” there, or Ctrl-C."))
	if openFile(address, a.getenv) != nil {
		fmt.Fprintln(a.err, a.say("ブラウザーを開けませんでした。上のアドレスをブラウザーに入れてください。", "No browser could be opened. Enter the address above into one."))
	}
}
