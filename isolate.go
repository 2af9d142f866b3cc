package sumikeshi

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/worker"
)

// An Isolation reads documents in worker processes, so that one which crashes its reader, hangs or eats memory is unread and takes
// nobody with it. Its fields must not change after the first use; it is then safe for concurrent use. Close it at the end.
//
// The worker is the installed sumikeshi (Program, with Args as they are by default), or the running program itself: then its main
// has to call [ServeWorker] when it sees the arguments, before it does anything else. Only the program itself can know detectors
// of its own (Options.Detectors).
type Isolation struct {
	Program string        // the program that serves as worker; empty: the running one
	Args    []string      // the arguments that make it serve; nil: "worker"
	Timeout time.Duration // for each step, on the wall clock; 0: 45 s
	Memory  int64         // bytes for each worker; 0: 1 GB
	Workers int           // at the same time; 0: one for each processor

	once  sync.Once
	pool  *worker.Pool
	known map[string]*inspect.Place
}

// workerCommand is the hidden command of cmd/sumikeshi.
const workerCommand = "worker"

// Close ends the workers.
func (i *Isolation) Close() { i.workers().Close() }

func (i *Isolation) workers() *worker.Pool {
	i.once.Do(func() {
		args := i.Args
		if args == nil {
			args = []string{workerCommand}
		}
		i.known = map[string]*inspect.Place{}
		for _, p := range NewInspector(Options{}).Places() {
			i.known[p.ID] = p
		}
		i.pool = &worker.Pool{Program: i.Program, Args: args, Size: i.Workers, Timeout: i.Timeout, Memory: i.Memory}
	})
	return i.pool
}

// places returns the hiding places that an answer may name.
func (i *Isolation) places() map[string]*inspect.Place {
	i.workers()
	return i.known
}

// Check is [Check] in a worker. The source travels as bytes; for a file, [Isolation.CheckFile] is better.
func (i *Isolation) Check(ctx context.Context, src *inspect.Source, o Options) (*inspect.Result, error) {
	in, unread := inputOf(src, o)
	if unread != nil {
		return unread, nil
	}
	return i.CheckFile(ctx, in, o)
}

// CheckFile checks one input in a worker. A worker that is lost is a result with the verdict unread. The only errors are those of
// the context, and of a file that is not there.
func (i *Isolation) CheckFile(ctx context.Context, in Input, o Options) (*inspect.Result, error) {
	src, err := openInput(ctx, in, o.Limits)
	if err != nil {
		return src.refused(err)
	}
	defer src.close()
	var rep checkReply
	args := checkArgs{in.Name, src.path, optionsOf(o)}
	if _, err := i.call(ctx, callCheck, args, in.Data, &rep); err != nil {
		return src.lost(ctx, err)
	}
	if rep.Failed != nil {
		return src.unread(rep.Failed.err()), nil
	}
	res, err := rep.Result.result(i.places(), src)
	if err != nil {
		return src.unread(&worker.Error{Kind: worker.Crash, Err: err}), nil
	}
	if res.SHA256 != src.sum {
		return src.unread(errChanged), nil
	}
	return res, nil
}

func (i *Isolation) call(ctx context.Context, name string, args any, payload []byte, value any, o ...worker.Option) ([]byte, error) {
	raw, err := encode(args)
	if err != nil {
		return nil, err
	}
	return i.workers().Call(ctx, worker.Call{Name: name, Args: raw, Payload: payload}, value, o...)
}

// inputOf turns a source of the library into an input of bytes, or says why not.
func inputOf(src *inspect.Source, o Options) (Input, *inspect.Result) {
	if lim := o.Limits.Or(limits.Default()).Input; src.Size > lim {
		return Input{}, inspect.NotReadable(src, unknownFormat, inspect.Limit)
	}
	data := make([]byte, src.Size)
	if _, err := io.ReadFull(src.Reader(), data); err != nil {
		return Input{}, inspect.NotReadable(src, unknownFormat, inspect.Corrupt)
	}
	return Input{Name: src.Name, Data: data}, nil
}

// errChanged says that a file was written to while it was looked at.
var errChanged = &inspect.UnreadError{
	Reason: inspect.Corrupt,
	Advice: inspect.Words{
		JA: "調べているあいだに、ファイルの中身が変わりました。ほかのソフトで閉じてから、もう一度入れてください。",
		EN: "The file changed while it was checked. Close it in other programs and try again.",
	},
	Err: errors.New("the file changed meanwhile"),
}
