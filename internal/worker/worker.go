// Package worker runs calls in child processes of the program itself, so that a call which overflows its stack, eats its memory,
// hangs or dies takes nobody with it. It knows nothing of documents.
//
// The parent's side is a [Pool], the child's side is [Serve] with a [Handler]. They speak in length-prefixed, bounded messages
// over the child's standard input and output; there are no sockets. What a child writes to its standard error is thrown away, since
// it may quote what the call was about.
//
// A child that dies, answers with garbage or too much, or takes too long, is an [*Error]; the pool starts another one for the next
// call. A child is used again only after a clean success, and only as long as it holds little memory.
package worker

import (
	"encoding/json"
	"fmt"
	"time"
)

// A Kind says how a call was lost.
type Kind string

const (
	Crash   Kind = "crash"   // the child died, or its answer made no sense
	Timeout Kind = "timeout" // the child took longer than Pool.Timeout
	Limit   Kind = "limit"   // the child reached for more memory than Pool.Memory
)

// An Error says that a call was lost. It holds nothing that came from the child.
type Error struct {
	Kind Kind
	Err  error // what the parent saw: an exit status, a broken message
}

func (e *Error) Error() string {
	if e.Err == nil {
		return "worker: " + string(e.Kind)
	}
	return fmt.Sprintf("worker: %s: %v", e.Kind, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// UnreadReason returns the kind, which is also the reason that a report prints.
func (e *Error) UnreadReason() string { return string(e.Kind) }

// A Call is what a worker is asked to do.
type Call struct {
	Name    string
	Args    json.RawMessage
	Payload []byte
	End     time.Time // set for the worker: when the parent ends it
}

// A Reply is a worker's answer.
type Reply struct {
	Value   any // becomes JSON
	Payload []byte
	Spent   bool // something went wrong on the way: do not use this process for another call
}

// A Handler carries out one call. An error, like a panic, ends the process: what a caller should know belongs into the reply.
type Handler func(Call) (Reply, error)
