package main

import (
	"errors"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

// Exit codes. Of several files the highest counts.
const (
	exitOK          = 0
	exitFound       = 1
	exitUsage       = 2
	exitUnread      = 3
	exitNotProved   = 4
	exitInterrupted = 130
)

// judge maps what became of one file to its exit code, and says why there is no copy where a file's unread parts do not say it.
func judge(f *report.File, err error) (int, inspect.Words) {
	var opt *redact.OptionError
	var out *sumikeshi.OutputError
	var proof *redact.ProofError
	switch {
	case errors.As(err, &opt):
		return exitUsage, opt.Words
	case errors.As(err, &out):
		return exitUsage, out.Words
	case errors.As(err, &proof):
		return exitNotProved, proof.Words
	case errors.Is(err, redact.ErrLeft):
		return exitNotProved, inspect.Words{
			JA: "消したはずのものが残っていたので、公開用ファイルを捨てました。",
			EN: "What should be gone was still there, so the copy was thrown away.",
		}
	case err != nil:
		return exitUnread, inspect.Words{}
	case f.Cleaned != nil && f.Cleaned.Outcome != nil:
		return found(f.Cleaned.Outcome.After), inspect.Words{}
	case len(f.Unread) > 0:
		return exitUnread, inspect.Words{}
	}
	return found(f.Result), inspect.Words{}
}

func found(res *inspect.Result) int {
	switch res.Verdict {
	case inspect.OK:
		return exitOK
	case inspect.NG, inspect.Review:
		return exitFound
	}
	return exitUnread
}

// sentences say what a run comes to, by exit code.
var sentences = map[int]inspect.Words{
	exitOK:        {JA: "見つかったものはありません。", EN: "Nothing was found."},
	exitFound:     {JA: "公開する前に、直すものか確かめるものがあります。", EN: "Something has to be mended or looked at before publishing."},
	exitUsage:     {JA: "公開用ファイルを作れないものがありました。上の理由を見てください。", EN: "A copy could not be made: see the reason above."},
	exitUnread:    {JA: "調べられなかったファイルがあります。まだ公開しないでください。", EN: "A file could not be read. Do not publish it yet."},
	exitNotProved: {JA: "確認に失敗した公開用ファイルがあります。そのファイルは作られていません。", EN: "A copy failed its proof. It was not written."},
}

var sentencesCleaned = map[int]inspect.Words{
	exitOK:    {JA: "公開用ファイルを確認しました。残ったものはありません。", EN: "The copies were proved. Nothing is left in them."},
	exitFound: {JA: "公開用ファイルに残ったものがあります。人が確かめてください。", EN: "Something is left in a copy: a person has to look."},
}

// conclude returns the sentence for a run's exit code.
func conclude(code int, cleaned bool) inspect.Words {
	if said, ok := sentencesCleaned[code]; ok && cleaned {
		return said
	}
	return sentences[code]
}

// A usageError is wrong use of the command line, in words.
type usageError struct{ said inspect.Words }

func (e *usageError) Error() string { return e.said.EN }

func usage(ja, en string) error { return &usageError{inspect.Words{JA: ja, EN: en}} }
