package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/rules"
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
