package sumikeshi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/redact"
)

// ServeWorker makes the running program a worker of an [Isolation] until its parent is done: it answers the calls that arrive on
// standard input. A program with detectors of its own names them here as well as in Options.
func ServeWorker(own ...*detectors.Detector) error {
	s := server{own: own, work: realWork}
	return worker.Serve(s.handle)
}

// A server answers calls.
type server struct {
	own  []*detectors.Detector
	work work

	key string // the options that the inspector was made for
	in  *inspect.Inspector
}

// work is what a server does, so that tests can do it badly.
type work struct {
	inspector func(Options) *inspect.Inspector
	build     func(ctx context.Context, in *inspect.Inspector, src *inspect.Source, p redact.Plan, a *redact.Ahead, w io.Writer) (*draft, error)
	prove     func(ctx context.Context, in *inspect.Inspector, copy *inspect.Source, promise []byte) (redact.Proof, *inspect.Result, error)
}

var realWork = work{inspector: NewInspector, build: build, prove: prove}

// A draft is what is known of a copy that is not proved yet.
type draft struct {
	promise []byte
	masked  map[string]int
	notes   []redact.Note
	struck  []redact.Struck
	spent   bool // the worker should do no more work

	macroFree bool
}

func build(ctx context.Context, in *inspect.Inspector, src *inspect.Source, p redact.Plan, a *redact.Ahead, w io.Writer) (*draft, error) {
	promise, err := a.Build(ctx, in, src, p, w)
	if err != nil {
		return nil, err
	}
	raw, err := promise.MarshalBinary()
	if err != nil {
		return nil, err
	}
	nothing := &inspect.Result{}
	o := redact.NewOutcome(promise, nothing, nothing, redact.Proof{})
	return &draft{raw, o.Masked, o.Notes, o.Struck, promise.Calculated, o.MacroFree}, nil
}

func prove(ctx context.Context, in *inspect.Inspector, copy *inspect.Source, promise []byte) (redact.Proof, *inspect.Result, error) {
	var p redact.Promise
	if err := p.UnmarshalBinary(promise); err != nil {
		return redact.Proof{}, nil, err
	}
	return redact.Prove(ctx, in, copy, &p)
}

func (s *server) handle(c worker.Call) (worker.Reply, error) {
	ctx := limits.WithEnd(context.Background(), c.End) // the parent's clock is the deadline, and it kills
	switch c.Name {
	case callCheck:
		return s.check(ctx, c)
	case callPlan:
		return s.plan(ctx, c)
	case callBuild:
		return s.build(ctx, c)
	case callProve:
		return s.prove(ctx, c)
	case callPicture:
		return s.picture(ctx, c)
	case callAround:
		return s.around(ctx, c)
	}
	return worker.Reply{}, fmt.Errorf("unknown call %q", c.Name)
}

func (s *server) check(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args checkArgs
	in, err := s.prepare(c.Args, &args, &args.Options)
	if err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args, c.Payload)
	if err != nil {
		return worker.Reply{Value: checkReply{Failed: failureOf(err)}}, nil
	}
	defer done()
	res := in.Check(ctx, src)
	return worker.Reply{Value: checkReply{Result: wireOf(res)}, Spent: len(res.Unread) > 0}, nil
}

func (s *server) build(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args buildArgs
	in, err := s.prepare(c.Args, &args, &args.Options)
	if err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args.checkArgs, c.Payload)
	if err != nil {
		return worker.Reply{Value: buildReply{Failed: failureOf(err)}}, nil
	}
	defer done()
	before, ahead := redact.Check(ctx, in, src, args.Redact)
	rep := buildReply{Before: wireOf(before)}
	// What nobody can open without a password is no file for publication, whatever is in it.
	plain, err := in.Unlock(ctx, src)
	if args.AsIs && before.Verdict == inspect.OK && err == nil && !plain.Locked {
		rep.AsIs = true
		return worker.Reply{Value: rep}, nil
	}
	plan, err := redact.NewPlan(asShown(ctx, in, src, before, args.Redact), args.Redact)
	var d *draft
	if err == nil {
		plan.MacroFree = args.MacroFree
		rep.Taken, rep.Left = wireEntries(plan.Taken()), wireEntries(plan.Left())
		d, err = s.copy(ctx, in, src, plan, ahead, args.Temp)
	}
	if err != nil {
		rep.Failed = failureOf(err)
		return worker.Reply{Value: rep, Spent: true}, nil
	}
	rep.Masked, rep.Notes, rep.Struck, rep.MacroFree = d.masked, d.notes, d.struck, d.macroFree
	return worker.Reply{Value: rep, Payload: d.promise, Spent: d.spent}, nil
}

// copy builds the copy into the supervisor's temporary file.
func (s *server) copy(ctx context.Context, in *inspect.Inspector, src *inspect.Source, plan redact.Plan, a *redact.Ahead, temp string) (*draft, error) {
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return nil, cantWrite(err)
	}
	defer f.Close()
	w := &minded{w: f}
	d, err := s.work.build(ctx, in, src, plan, a, w)
	if w.err != nil {
		return nil, cantWrite(w.err)
	}
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, cantWrite(err)
	}
	return d, nil
}

func (s *server) prove(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args checkArgs
	in, err := s.prepare(c.Args, &args, &args.Options)
	if err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args, nil)
	if err != nil {
		return worker.Reply{Value: proveReply{Failed: failureOf(err)}}, nil
	}
	defer done()
	proof, after, err := s.work.prove(ctx, in, src, c.Payload)
	if err != nil {
		return worker.Reply{Value: proveReply{Failed: failureOf(err)}, Spent: true}, nil
	}
	return worker.Reply{Value: proveReply{Proof: proof, After: wireOf(after)}, Spent: true}, nil
}

// prepare decodes a call's arguments and returns the inspector for its options; the last one is kept.
func (s *server) prepare(raw json.RawMessage, args any, o *wireOptions) (*inspect.Inspector, error) {
	if err := json.Unmarshal(raw, args); err != nil {
		return nil, err
	}
	key, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	if s.in != nil && s.key == string(key) {
		return s.in, nil
	}
	opts := Options{Limits: o.Limits, ShowValues: o.ShowValues, Password: o.Password, Rules: o.Rules, Retired: o.Retired, Allow: o.Allow, Looked: o.Looked}
	for _, id := range o.Detectors {
		d := s.ownDetector(id)
		if d == nil {
			// Going on without it would call a file clean that was not looked at as asked for.
			return nil, errors.New("the worker does not know a detector that it should use")
		}
		opts.Detectors = append(opts.Detectors, d)
	}
	s.key, s.in = string(key), s.work.inspector(opts)
	return s.in, nil
}

func (s *server) ownDetector(id string) *detectors.Detector {
	for _, d := range s.own {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// source opens what a call is about.
func source(args checkArgs, payload []byte) (*inspect.Source, func(), error) {
	if args.Path == "" {
		return &inspect.Source{Name: args.Name, ReaderAt: bytes.NewReader(payload), Size: int64(len(payload))}, func() {}, nil
	}
	f, err := os.Open(args.Path)
	if err != nil {
		return nil, nil, refusal(err)
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return nil, nil, refusal(err)
	}
	return &inspect.Source{Name: args.Name, ReaderAt: f, Size: info.Size()}, func() { _ = f.Close() }, nil
}

// A minded writer remembers that it could not write, so that a full disk is not taken for a damaged document.
type minded struct {
	w   io.Writer
	err error
}

func (m *minded) Write(p []byte) (int, error) {
	n, err := m.w.Write(p)
	if err != nil && m.err == nil {
		m.err = err
	}
	return n, err
}
