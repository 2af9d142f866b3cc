package worker

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"time"
)

// A process is one child that waits for calls or works on one.
type process struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   io.ReadCloser
	cause cause
	fence fence
	over  chan struct{} // closed when the child is gone
}

// inside is the environment variable that marks a worker. A program that is started as a worker but does not serve would else
// start workers itself, and these again: a worker starts none.
const inside = "SUMIKESHI_INSIDE_WORKER"

// startPercent keeps the collector of a worker from running before anything was read: until [TuneCollector] is called.
var startPercent = "GOGC=" + strconv.Itoa(mostPercent)

var errInside = errors.New("worker: a worker may not start workers; the program does not serve the worker's command")

// start runs a child. The caller must stay on its OS thread for the child's life, see Pool.starter.
func start(program string, args []string, memory int64) (*process, error) {
	if os.Getenv(inside) != "" {
		return nil, errInside
	}
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = attributes()
	cmd.Env = append(os.Environ(), "GOTRACEBACK=none", inside+"=1", startPercent) // a trace may quote what the call was about
	cmd.WaitDelay = time.Second
	p := &process{cmd: cmd, over: make(chan struct{})}
	cmd.Stderr = &p.cause
	var err error
	if p.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if p.out, err = cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	if p.fence, err = newFence(cmd.Process, memory); err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return nil, err
	}
	return p, nil
}

// ask sends a request and reads the answer. It returns early when the process is killed from another goroutine.
func (p *process) ask(f frame, maxReply int64) (frame, error) {
	if err := writeFrame(p.in, f); err != nil {
		return frame{}, err
	}
	return readFrame(p.out, maxReply)
}

// kill ends the process and waits until it is gone.
func (p *process) kill() {
	p.fence.kill(p.cmd.Process)
	p.wait()
}

// wait reaps the process, once.
func (p *process) wait() {
	p.cause.reaped.Do(func() {
		_ = p.cmd.Wait()
		p.fence.close()
		close(p.over)
	})
	<-p.over
}

// bury ends a process whose answer failed with err and says what was the matter. A child that closed its output is about to die
// by itself: it gets a moment, so that the reason can be told.
func (p *process) bury(err error) *Error {
	if errors.Is(err, errGarbled) {
		p.kill()
		return &Error{Crash, err}
	}
	hurry := time.AfterFunc(2*time.Second, func() { p.fence.kill(p.cmd.Process) })
	defer hurry.Stop()
	p.wait()
	if p.cause.memory() {
		return &Error{Limit, errors.New("out of memory")}
	}
	return &Error{Crash, fmt.Errorf("%s", p.cmd.ProcessState)}
}

// A cause reads a child's standard error and keeps one bit of it: whether the Go runtime ran out of memory.
type cause struct {
	mu     sync.Mutex
	head   []byte
	reaped sync.Once
}

const causeHead = 4 << 10

func (c *cause) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.head = append(c.head, p[:min(len(p), causeHead-len(c.head))]...)
	return len(p), nil
}

func (c *cause) memory() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, sign := range noMemory {
		if bytes.Contains(c.head, []byte(sign)) {
			return true
		}
	}
	return false
}

// noMemory is what the Go runtime says when it is refused memory. The last: the collector of Go 1.26 asks for the queues of its work
// without looking whether it got them, so it is the runtime itself, on a stack of its own, that follows a nil pointer. Where a
// program's code does that, it is a panic and reads differently.
var noMemory = []string{"out of memory", "cannot allocate memory", "SIGSEGV: segmentation violation\nPC="}
