package sumikeshi

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/safefile"
	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/redact"
)

// An Output says where a cleaned copy goes.
type Output struct {
	Path   string        // its ending says of which kind a workbook or a document without macros is to be
	Rename bool          // Path may get the ending of the kind without macros: .xlsx for .xlsm, if none are left
	Force  bool          // replace what stands there, unless it is an input
	AsIs   bool          // write a file whose verdict is ok as it is
	Inputs []fs.FileInfo // further files that must never be replaced
}

// Clean is [Clean] in workers: one builds, another proves.
func (i *Isolation) Clean(ctx context.Context, src *inspect.Source, w io.Writer, o Options, r redact.Options) (*redact.Outcome, error) {
	o = o.with(r)
	in, unread := inputOf(src, o)
	if unread != nil {
		return &redact.Outcome{Before: unread}, &redact.UnreadError{Parts: unread.Unread}
	}
	c, err := i.start(ctx, in, filepath.Join(os.TempDir(), "copy"), o)
	if err != nil {
		return c.failed(err)
	}
	defer c.end()
	if err := c.run(ctx, r, false); err != nil {
		return c.failed(err)
	}
	if _, err := c.tmp.Seek(0, io.SeekStart); err != nil {
		return c.failed(err)
	}
	if _, err := io.Copy(w, c.tmp); err != nil {
		return c.failed(cantWrite(err))
	}
	return &c.out, nil
}

// CleanFile cleans one input in workers and gives the copy its name, if all locks hold. The outcome is never nil, and its Before
// says what was found in the input even when there is an error and hence no copy. The errors are those of package redact, an
// [*OutputError], and the context's.
func (i *Isolation) CleanFile(ctx context.Context, in Input, out Output, o Options, r redact.Options) (*redact.Outcome, error) {
	o = o.with(r)
	if in.Path != "" && safefile.Alike(in.Path, out.Path) {
		return &redact.Outcome{}, cantWrite(safefile.ErrIsInput)
	}
	if err := safefile.Check(out.Path, out.Force, out.Inputs...); err != nil {
		return &redact.Outcome{}, cantWrite(err)
	}
	c, err := i.start(ctx, in, out.Path, o)
	if err != nil {
		return c.failed(err)
	}
	defer c.end()
	c.macroFree = out.Rename || announcesNone(out.Path)
	asIs := out.AsIs && r.Plain()
	if err := c.run(ctx, r, asIs); err != nil {
		return c.failed(err)
	}
	if err := c.release(out); err != nil {
		return c.failed(cantWrite(err))
	}
	return &c.out, nil
}

// A cleaning is one input on its way to a copy.
type cleaning struct {
	i   *Isolation
	o   Options
	src *opened
	tmp *safefile.File
	out redact.Outcome

	macroFree bool // see [redact.Plan]
}

func (i *Isolation) start(ctx context.Context, in Input, target string, o Options) (*cleaning, error) {
	src, err := openInput(ctx, in, o.Limits)
	c := &cleaning{i: i, o: o, src: src}
	c.out = redact.Outcome{Taken: []redact.Entry{}, Left: []redact.Entry{}, Masked: map[string]int{}}
	if err != nil {
		return c, err
	}
	if c.tmp, err = safefile.Create(target); err != nil {
		src.close()
		return c, cantWrite(err)
	}
	return c, nil
}

func (c *cleaning) end() {
	c.src.close()
	c.tmp.Discard()
}

// run builds and proves. After it, the temporary file holds a copy that may go out.
func (c *cleaning) run(ctx context.Context, r redact.Options, asIs bool) error {
	promise, asIs, err := c.build(ctx, r, asIs)
	if err != nil {
		return err
	}
	if asIs {
		err = c.copyAsIs()
	} else {
		err = c.prove(ctx, promise)
	}
	if err != nil {
		return err
	}
	if !c.src.same(ctx) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return errChanged
	}
	return c.seal()
}

// build has one worker check the input and write the copy.
func (c *cleaning) build(ctx context.Context, r redact.Options, asIs bool) (promise []byte, ok bool, err error) {
	args := buildArgs{checkArgs{c.src.in.Name, c.src.path, optionsOf(c.o)}, c.tmp.Name(), r, asIs, c.macroFree}
	var rep buildReply
	promise, err = c.i.call(ctx, callBuild, args, c.src.in.Data, &rep)
	if err != nil {
		return nil, false, crashed(err)
	}
	if rep.Before != nil {
		if c.out.Before, err = rep.Before.result(c.i.places(), c.src); err != nil {
			c.out.Before = nil
			return nil, false, &worker.Error{Kind: worker.Crash, Err: err}
		}
	}
	if rep.Failed != nil {
		return nil, false, rep.Failed.err()
	}
	if c.out.Before == nil || negative(rep.Masked) || rep.AsIs && (!asIs || c.out.Before.Verdict != inspect.OK) {
		return nil, false, &worker.Error{Kind: worker.Crash, Err: errAnswer}
	}
	if c.out.Before.SHA256 != c.src.sum {
		return nil, false, errChanged
	}
	c.out.Taken, c.out.Left = entries(rep.Taken), entries(rep.Left)
	c.out.Notes, c.out.MacroFree = rep.Notes, rep.MacroFree && c.macroFree
	if c.out.Struck, err = struckOf(rep.Struck, r.Marks); err != nil {
		return nil, false, &worker.Error{Kind: worker.Crash, Err: err}
	}
	if rep.Masked != nil {
		c.out.Masked = rep.Masked
	}
	return promise, rep.AsIs, nil
}

// prove has another worker hold the copy to its promise.
func (c *cleaning) prove(ctx context.Context, promise []byte) error {
	args := checkArgs{c.src.in.Name, c.tmp.Name(), optionsOf(c.o)}
	var rep proveReply
	if _, err := c.i.call(ctx, callProve, args, promise, &rep, worker.Fresh); err != nil {
		return crashed(err)
	}
	if rep.Failed != nil {
		return rep.Failed.err()
	}
	after, err := rep.After.result(c.i.places(), c.src)
	if err != nil {
		return &worker.Error{Kind: worker.Crash, Err: err}
	}
	if len(after.Unread) > 0 {
		return &redact.UnreadError{Parts: after.Unread}
	}
	c.out.After, c.out.Proof = after, rep.Proof
	return nil
}

// copyAsIs copies the input, which was found to be ok.
func (c *cleaning) copyAsIs() error {
	if _, err := io.Copy(c.tmp, io.NewSectionReader(c.src.r, 0, c.src.size)); err != nil {
		return cantWrite(err)
	}
	after := *c.out.Before
	c.out.After, c.out.Proof = &after, redact.Proof{Inspected: true}
	return nil
}

// seal makes sure that what is about to go out is what was proved.
func (c *cleaning) seal() error {
	info, err := c.tmp.Stat()
	if err != nil {
		return cantWrite(err)
	}
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(c.tmp, 0, info.Size())); err != nil {
		return cantWrite(err)
	}
	c.out.SHA256, c.out.Size = hex.EncodeToString(h.Sum(nil)), info.Size()
	if c.out.SHA256 != c.out.After.SHA256 {
		return &redact.ProofError{Lock: 2, Where: "file", Words: inspect.Words{
			JA: "たしかめた後で、公開用ファイルの中身が変わりました。",
			EN: "The copy changed after it was proved.",
		}}
	}
	return nil
}

// withoutMacros are the endings of names that announce macros, and those of the same kind without.
var withoutMacros = map[string]string{".xlsm": ".xlsx", ".xltm": ".xltx", ".docm": ".docx", ".dotm": ".dotx"}

// MacroFreeName returns a name with the ending of the same kind without macros: a.xlsx for a.xlsm. Others it returns as they are.
func MacroFreeName(name string) string {
	ext := filepath.Ext(name)
	if free := withoutMacros[strings.ToLower(ext)]; free != "" {
		return strings.TrimSuffix(name, ext) + free
	}
	return name
}

// announcesNone reports whether a name is that of a kind without macros.
func announcesNone(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	for _, free := range withoutMacros {
		if ext == free {
			return true
		}
	}
	return false
}

// release gives the copy its name. After.Path tells which.
func (c *cleaning) release(out Output) error {
	perm := fs.FileMode(0o600)
	inputs := out.Inputs
	if c.src.info != nil {
		perm = c.src.info.Mode().Perm()
		inputs = append(inputs[:len(inputs):len(inputs)], c.src.info)
	}
	path := out.Path
	if out.Rename && c.out.MacroFree {
		path = MacroFreeName(path)
		c.tmp.Retarget(path)
	}
	if err := c.tmp.Release(perm, out.Force, inputs...); err != nil {
		return err
	}
	c.out.After.Path = path
	return nil
}

// failed ends a cleaning without a copy. What kept it from being read becomes part of the input's result.
func (c *cleaning) failed(err error) (*redact.Outcome, error) {
	out := &redact.Outcome{Before: c.out.Before}
	var opt *redact.OptionError
	var un *redact.UnreadError
	var cant *OutputError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, fs.ErrNotExist) && !errors.As(err, &cant):
		return out, err
	case errors.As(err, &opt), errors.As(err, &cant), errors.Is(err, redact.ErrLeft):
		return out, err
	case errors.As(err, &un):
		out.Before = c.partly(un.Parts)
	default:
		out.Before = c.unread(err)
		un = &redact.UnreadError{Parts: out.Before.Unread}
	}
	return out, un
}

// unread adds to what is known of the input that it, or its copy, could not be read to the end.
func (c *cleaning) unread(err error) *inspect.Result {
	res := c.src.unread(err)
	if c.out.Before == nil {
		return res
	}
	return c.partly(append(slices.Clone(c.out.Before.Unread), res.Unread...))
}

// partly returns the input's result with the parts that could not be read, if it does not name any itself.
func (c *cleaning) partly(parts []inspect.Unread) *inspect.Result {
	if c.out.Before == nil {
		res := c.src.unread(&inspect.UnreadError{Reason: inspect.Corrupt})
		res.Unread = full(parts)
		return res
	}
	before := *c.out.Before
	if len(parts) > len(before.Unread) {
		before.Unread = parts
	}
	if before.Verdict != inspect.NG {
		before.Verdict = inspect.NotRead
	}
	return &before
}

// cantWrite says why there is no copy.
func cantWrite(err error) error {
	var own *OutputError
	if errors.As(err, &own) {
		return err
	}
	w := inspect.Words{
		JA: "公開用ファイルを書き込めませんでした。空き容量と、フォルダーに書き込む権限を確かめてください。",
		EN: "The copy could not be written. Check the free space and the permissions of the folder.",
	}
	switch {
	case errors.Is(err, safefile.ErrExists):
		w = inspect.Words{JA: "同じ名前のファイルがもうあります。別の名前にするか、--force を付けてください。", EN: "The output exists. Choose another name, or use --force."}
	case errors.Is(err, safefile.ErrIsInput):
		w = inspect.Words{JA: "出力先が元のファイルです。元のファイルは書きかえません。別の名前にしてください。", EN: "The output is an input. Originals are never changed: choose another name."}
	case errors.Is(err, safefile.ErrNotAFile):
		w = inspect.Words{JA: "出力先がふつうのファイルではありません。別の名前にしてください。", EN: "The output is not an ordinary file. Choose another name."}
	case errors.Is(err, safefile.ErrNoFolder):
		w = inspect.Words{JA: "出力先のフォルダーがありません。先に作ってください。", EN: "The folder of the output does not exist. Make it first."}
	}
	return &OutputError{Words: w, Err: err}
}
