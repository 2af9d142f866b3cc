package worker

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"sync"
	"time"
)

// Defaults of a [Pool].
const (
	DefaultTimeout = 45 * time.Second
	DefaultMemory  = 1 << 30
	defaultReply   = 256 << 20
)

// A Pool runs calls in worker processes, one call at a time in each. The zero value runs the program itself with no arguments,
// which is rarely right: set Args. The fields must not change after the first call. It is safe for concurrent use.
type Pool struct {
	Program  string        // the program that serves; empty: the running one
	Args     []string      // the arguments that make it serve
	Size     int           // processes at the same time; 0: one for each processor
	Timeout  time.Duration // for one call, on the wall clock; 0: DefaultTimeout
	Memory   int64         // bytes that one process may hold; 0: DefaultMemory
	MaxReply int64         // bytes of payload in an answer; 0: 256 MB

	once    sync.Once
	slots   chan struct{}
	starts  chan func()
	closing chan struct{}
	mu      sync.Mutex
	idle    []*process
	closed  bool
}

// ErrClosed is the error of a call on a closed pool.
var ErrClosed = errors.New("worker: the pool is closed")

// An Option changes one call.
type Option uint8

// Fresh makes a call run in a process that has not worked before.
const Fresh Option = 1

// Call runs one call and decodes the value of the answer into value. The returned payload may be empty. An error is an [*Error] if
// the call was lost in the worker, else the context's, or that of starting a process.
func (p *Pool) Call(ctx context.Context, c Call, value any, o ...Option) ([]byte, error) {
	p.once.Do(p.init)
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-p.closing:
		return nil, ErrClosed
	}
	proc, err := p.take(len(o) > 0 && o[0] == Fresh)
	if err != nil {
		return nil, err
	}
	return p.run(ctx, proc, c, value)
}

// Close ends all idle processes; those at work end with their calls. A closed pool takes no more calls.
func (p *Pool) Close() {
	p.once.Do(p.init)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.closed = true
	close(p.closing)
	for _, proc := range p.idle {
		proc.kill()
	}
	p.idle = nil
}

func (p *Pool) init() {
	or := func(n, def int64) int64 {
		if n > 0 {
			return n
		}
		return def
	}
	p.Size = int(or(int64(p.Size), int64(runtime.GOMAXPROCS(0))))
	p.Timeout = time.Duration(or(int64(p.Timeout), int64(DefaultTimeout)))
	p.Memory = or(p.Memory, DefaultMemory)
	p.MaxReply = or(p.MaxReply, defaultReply)
	p.slots = make(chan struct{}, p.Size)
	p.starts = make(chan func())
	p.closing = make(chan struct{})
	go p.starter()
}

// starter starts the processes, all on one OS thread that lives as long as the pool: on Linux a child is killed when the thread
// that started it ends, not the parent as a whole.
func (p *Pool) starter() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for {
		select {
		case f := <-p.starts:
			f()
		case <-p.closing:
			return
		}
	}
}

// take returns an idle process, or a new one.
func (p *Pool) take(fresh bool) (*process, error) {
	if !fresh {
		p.mu.Lock()
		if n := len(p.idle); n > 0 {
			proc := p.idle[n-1]
			p.idle = p.idle[:n-1]
			p.mu.Unlock()
			return proc, nil
		}
		p.mu.Unlock()
	}
	program := p.Program
	if program == "" {
		var err error
		if program, err = os.Executable(); err != nil {
			return nil, err
		}
	}
	type started struct {
		proc *process
		err  error
	}
	ch := make(chan started, 1)
	f := func() {
		proc, err := start(program, p.Args, p.Memory)
		ch <- started{proc, err}
	}
	select {
	case p.starts <- f:
		s := <-ch
		return s.proc, s.err
	case <-p.closing:
		return nil, ErrClosed
	}
}

// give keeps a process for the next call, or ends it.
func (p *Pool) give(proc *process, rep reply) {
	keep := !rep.Spent && rep.Held >= 0 && rep.Held <= p.Memory/4
	p.mu.Lock()
	keep = keep && !p.closed && len(p.idle) < p.Size
	if keep {
		p.idle = append(p.idle, proc)
	}
	p.mu.Unlock()
	if !keep {
		proc.kill()
	}
}

func (p *Pool) run(ctx context.Context, proc *process, c Call, value any) ([]byte, error) {
	header, err := json.Marshal(request{c.Name, p.Memory, p.timeFor(ctx), c.Args})
	if err != nil {
		proc.kill()
		return nil, err
	}
	type answered struct {
		frame
		err error
	}
	ch := make(chan answered, 1)
	go func() {
		f, err := proc.ask(frame{header, c.Payload}, p.MaxReply)
		ch <- answered{f, err}
	}()
	timer := time.NewTimer(p.Timeout)
	defer timer.Stop()
	select {
	case a := <-ch:
		if a.err != nil {
			return nil, proc.bury(a.err)
		}
		return p.accept(proc, a.frame, value)
	case <-timer.C:
		proc.kill()
		return nil, &Error{Kind: Timeout}
	case <-ctx.Done():
		proc.kill()
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, &Error{Kind: Timeout, Err: ctx.Err()}
		}
		return nil, ctx.Err()
	}
}

// timeFor returns after which time a call is ended.
func (p *Pool) timeFor(ctx context.Context) time.Duration {
	if at, ok := ctx.Deadline(); ok {
		return min(p.Timeout, time.Until(at))
	}
	return p.Timeout
}

// accept decodes an answer. One that does not fit is as bad as none.
func (p *Pool) accept(proc *process, f frame, value any) ([]byte, error) {
	rep := reply{Value: value}
	if json.Unmarshal(f.header, &rep) != nil {
		proc.kill()
		return nil, &Error{Crash, errGarbled}
	}
	p.give(proc, rep)
	return f.payload, nil
}
