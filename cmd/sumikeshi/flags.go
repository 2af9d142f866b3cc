package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors/rules"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/report"
)

// flags are what check and clean have in common.
type flags struct {
	format     string
	reports    []string
	showValues bool
	stdinName  string
	password   string // the file that it stands in
	secret     string // the password itself
	jobs       int
	quiet      bool
	rulesFile  string
	hostsFile  string
	allowFile  string
	cmd        *cobra.Command // the command they were given to

	rules   *rules.Rules      // what rulesFile holds
	retired []string          // what hostsFile holds
	allow   []inspect.Allowed // what allowFile holds and is not over
	expired []inspect.Allowed // what of it is over

	timeout  time.Duration
	memory   size
	input    size
	inflated size
	held     size
	members  int64
	depth    int
}

// maxJobs bounds the workers that are started unasked: each may take a gigabyte.
const maxJobs = 8

func (a *app) checkFlags() *flags {
	def := limits.Default()
	return &flags{
		format: "text", jobs: min(runtime.GOMAXPROCS(0), maxJobs), timeout: worker.DefaultTimeout, memory: worker.DefaultMemory,
		input: size(def.Input), inflated: size(def.Inflated), held: size(def.Held), members: def.Members, depth: def.Depth,
	}
}

func (f *flags) register(a *app, cmd *cobra.Command) {
	fs := cmd.Flags()
	f.cmd = cmd
	fs.SortFlags = false
	fs.StringVar(&f.format, "format", f.format, a.say("標準出力の形式：", "format on standard output: ")+strings.Join(report.Kinds(), "|"))
	fs.StringArrayVar(&f.reports, "report", nil, a.say("報告をファイルにも書く：FORMAT=FILE（何度でも）", "write a report to a file too: FORMAT=FILE, repeatable"))
	f.registerRules(a, fs)
	fs.BoolVar(&f.showValues, "show-values", false, a.say("見つけた文字を、かくさずに出す", "print what was found as it is, not masked"))
	fs.StringVar(&f.stdinName, "stdin-name", "", a.say("標準入力（-）のファイル名", "the name of standard input (-)"))
	fs.BoolVarP(&f.quiet, "quiet", "q", false, a.say("文字での結果と進みぐあいを出さない", "no text and no progress; the exit code tells"))
	f.registerLimits(a, fs)
}

// registerRules are the flags that say what is looked for besides what is built in, and what may stay.
func (f *flags) registerRules(a *app, fs *pflag.FlagSet) {
	fs.StringVar(&f.rulesFile, "rules", "", a.say("自分で決めた規則のファイル（YAML）", "a file of your own rules (YAML)"))
	fs.StringVar(&f.hostsFile, "retired-hosts", "", a.say("手放したドメインの一覧のファイル（1行に1つ）", "a list of hosts you gave up, one a line"))
	fs.StringVar(&f.allowFile, "allow", "", a.say("残してよいと決めたものの一覧（YAML）", "a list of what may be published by decision (YAML)"))
}

// registerLimits are the flags that bound what one document may take.
func (f *flags) registerLimits(a *app, fs *pflag.FlagSet) {
	fs.StringVar(&f.password, "password-file", "", a.say("パスワードのかかったファイルのパスワードを書いたファイル（1行目）", "a file whose first line is the password of encrypted files"))
	fs.IntVar(&f.jobs, "jobs", f.jobs, a.say("同時に調べるファイルの数", "files at the same time"))
	fs.DurationVar(&f.timeout, "timeout", f.timeout, a.say("1ファイルの時間の上限", "time for one file"))
	fs.Var(&f.memory, "max-memory", a.say("1ファイルのメモリーの上限", "memory for one file"))
	fs.Var(&f.input, "max-size", a.say("ファイルの大きさの上限", "size of a file"))
	fs.Var(&f.inflated, "max-inflated", a.say("展開した大きさの上限", "size of a file's content after decompression"))
	fs.Var(&f.held, "max-part", a.say("まとめて読む部品の大きさの上限", "size of a part that has to be held in memory"))
	fs.Int64Var(&f.members, "max-members", f.members, a.say("中のファイルの数の上限", "number of parts and files inside"))
	fs.IntVar(&f.depth, "max-depth", f.depth, a.say("入れ子の深さの上限", "depth of files inside files"))
}

// telling are the flags that change what is looked for and what is done. A report tells those that were set.
var telling = []string{
	"policy", "mask", "rules", "retired-hosts", "allow", "drop-sheet", "keep-sheets", "keep-comments", "keep-furigana", "keep-attachments", "filtered", "plan", "show-values",
	"timeout", "max-memory", "max-size", "max-inflated", "max-part", "max-members",
	"max-depth",
}

// given returns the flags that were set and matter to a reader of the report.
func (f *flags) given() []string {
	var out []string
	for _, name := range telling {
		fl := f.cmd.Flags().Lookup(name)
		switch {
		case fl == nil || !fl.Changed:
		case fl.Value.Type() == "bool":
			out = append(out, "--"+name)
		default: // lists come in brackets
			out = append(out, "--"+name+" "+strings.Trim(fl.Value.String(), "[]"))
		}
	}
	return out
}

// maxPassword bounds a password, in bytes.
const maxPassword = 1024

// readPassword reads the password: never from an argument or the environment, which other programs can see.
func (f *flags) readPassword() error {
	if f.password == "" {
		return nil
	}
	r, err := os.Open(f.password)
	if err != nil {
		return usage("パスワードのファイルを開けません。", "The password file can't be opened.")
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPassword+1))
	line, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	f.secret = strings.TrimSuffix(line, "\r")
	if err != nil || f.secret == "" || len(f.secret) > maxPassword {
		return usage("パスワードのファイルの1行目に、パスワードがありません。", "The first line of the password file holds no password.")
	}
	return nil
}

// check refuses values that make no sense.
func (f *flags) check() error {
	if err := f.readPassword(); err != nil {
		return err
	}
	switch {
	case !slices.Contains(report.Kinds(), f.format):
		kinds := strings.Join(report.Kinds(), ", ")
		return usage("--format は次のどれかです："+kinds, "--format is one of: "+kinds)
	case f.jobs < 1:
		return usage("--jobs は1以上です。", "--jobs is 1 or more.")
	case f.timeout <= 0, f.memory <= 0, f.input <= 0, f.inflated <= 0, f.held <= 0, f.members <= 0, f.depth <= 0:
		return usage("上限は0より大きい数です。", "A limit is more than 0.")
	case f.memory < leastMemory:
		return usage("--max-memory は128MB以上です。", "--max-memory is 128MB or more.")
	}
	return nil
}

// leastMemory is what a worker needs to start and to say that it has too little.
const leastMemory = 128 << 20

func (f *flags) isolation() *sumikeshi.Isolation {
	return &sumikeshi.Isolation{Timeout: f.timeout, Memory: int64(f.memory), Workers: f.jobs}
}

func (f *flags) options() sumikeshi.Options {
	return sumikeshi.Options{Password: f.secret, ShowValues: f.showValues, Rules: f.rules, Retired: f.retired, Allow: f.allow, Limits: limits.Limits{
		Input: int64(f.input), Inflated: int64(f.inflated), Held: int64(f.held), Members: f.members, Depth: f.depth,
	}}
}

// A size is a number of bytes as a flag: 200MB, 1.5GB, 4096.
type size int64

var units = []struct {
	name  string
	bytes size
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}, {"B", 1}}

// String writes the size with the largest unit that leaves no rest.
func (s *size) String() string {
	for _, u := range units[:3] {
		if *s >= u.bytes && *s%u.bytes == 0 {
			return strconv.FormatInt(int64(*s/u.bytes), 10) + u.name
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

// Set reads a size.
func (s *size) Set(text string) error {
	num, unit := strings.ToUpper(strings.TrimSpace(text)), size(1)
	for _, u := range units {
		if rest, ok := strings.CutSuffix(num, u.name); ok {
			num, unit = strings.TrimSpace(rest), u.bytes
			break
		}
	}
	n, err := strconv.ParseFloat(num, 64)
	if err != nil || !(n >= 0 && n*float64(unit) < 1<<62) {
		return fmt.Errorf("not a size: %q", text)
	}
	*s = size(n * float64(unit))
	return nil
}

// Type names the kind of value in the help.
func (s *size) Type() string { return "size" }

// reporting reports whether a flag was set that makes sense with paths alone.
func (f *flags) reporting() bool {
	for _, name := range []string{"format", "report", "show-values", "stdin-name", "quiet"} {
		if f.cmd.Flags().Changed(name) {
			return true
		}
	}
	return false
}
