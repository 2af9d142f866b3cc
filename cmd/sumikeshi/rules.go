package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors/rules"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

// maxSettings bounds a file of rules or hosts, in bytes.
const maxSettings = 1 << 20

// load reads the files that flags name.
func (f *flags) load() error {
	if f.rulesFile != "" {
		data, err := readSettings("--rules", f.rulesFile)
		if err != nil {
			return err
		}
		if f.rules, err = rules.Parse(data); err != nil {
			return wrongRules(f.rulesFile, err)
		}
	}
	if err := f.loadAllowed(); err != nil {
		return err
	}
	if f.hostsFile == "" {
		return nil
	}
	data, err := readSettings("--retired-hosts", f.hostsFile)
	if err != nil {
		return err
	}
	return f.readHosts(string(data))
}

// readSettings reads a file that a flag names.
func readSettings(flag, path string) ([]byte, error) {
	file, err := os.Open(path)
	if err == nil {
		defer file.Close()
		var data []byte
		if data, err = io.ReadAll(io.LimitReader(file, maxSettings+1)); err == nil && len(data) <= maxSettings && utf8.Valid(data) {
			return []byte(strings.TrimPrefix(string(data), "\ufeff")), nil
		}
	}
	plain := report.Plain(path)
	if err != nil {
		return nil, usage(flag+" のファイルを開けません："+plain, "the file of "+flag+" can't be read: "+plain)
	}
	return nil, usage(flag+" のファイルは、UTF-8の文字で、1MBまでです："+plain, "the file of "+flag+" has to be UTF-8 text up to 1 MB: "+plain)
}

// loadAllowed reads the list of what may be published.
func (f *flags) loadAllowed() error {
	if f.allowFile == "" {
		return nil
	}
	data, err := readSettings("--allow", f.allowFile)
	if err != nil {
		return err
	}
	if f.allow, f.expired, err = sumikeshi.ParseAllow(data, f.rules, time.Now()); err != nil {
		return wrongRules(f.allowFile, err)
	}
	return nil
}

// tellAllowed says on standard error which entries of the list no longer hold, soon will not, or were not used.
func (b *batch) tellAllowed(used []inspect.AllowedUse) {
	for _, e := range b.flags.expired {
		b.note(b.say("--allow の期限が切れました：", "an entry of --allow is over: ") + allowed(e))
	}
	for _, e := range b.flags.allow {
		if time.Until(e.Until) < 30*24*time.Hour {
			b.note(b.say("--allow の期限が近づいています：", "an entry of --allow is over soon: ") + allowed(e))
		}
	}
	for _, e := range sumikeshi.Unused(b.flags.allow, used) {
		b.note(b.say("--allow のうち、使われなかったもの：", "an entry of --allow was not used: ") + allowed(e))
	}
}

// allowed names an entry of the list.
func allowed(e inspect.Allowed) string {
	return strings.Join(strings.Fields(strings.Join([]string{e.Rule, e.Path, e.Where, e.Until.Format(time.DateOnly)}, " ")), " ")
}

// wrongRules says where a file of rules is wrong.
func wrongRules(path string, err error) error {
	plain := report.Plain(path)
	var at *rules.Error
	if !errors.As(err, &at) {
		return usage("規則を読めません："+plain, "the rules can't be read: "+plain)
	}
	if at.Line == 0 {
		return usage(report.Plain(plain+"："+at.JA), report.Plain(plain+": "+at.EN))
	}
	return usage(report.Plain(fmt.Sprintf("%s の%d行目：%s", plain, at.Line, at.JA)), report.Plain(fmt.Sprintf("%s, line %d: %s", plain, at.Line, at.EN)))
}

// readHosts reads a list of hosts: one a line, # begins a comment.
func (f *flags) readHosts(text string) error {
	n := 0
	for line := range strings.Lines(text) {
		n++
		host, _, _ := strings.Cut(line, "#")
		if host = strings.TrimSpace(host); host == "" {
			continue
		}
		if strings.ContainsAny(host, " /:@\t") || !strings.Contains(strings.Trim(host, "."), ".") {
			plain := report.Plain(f.hostsFile)
			return usage(fmt.Sprintf("%s の%d行目：ドメイン名だけを書いてください（例：old.example.jp）。", plain, n), fmt.Sprintf("%s, line %d: write the name of a host only, such as old.example.jp", plain, n))
		}
		f.retired = append(f.retired, host)
	}
	if len(f.retired) == 0 {
		return usage("--retired-hosts のファイルに、ドメイン名がありません。", "the file of --retired-hosts names no host.")
	}
	return nil
}
