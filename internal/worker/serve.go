package worker

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// maxStack bounds a goroutine's stack in a worker. Go's own bound of 1 GB would be taken for lack of memory.
const maxStack = 64 << 20

// Serve answers the calls that arrive on standard input until it is closed. While it runs, what the program prints to os.Stdout
// goes to standard error, so that it can't be taken for an answer.
func Serve(h Handler) error {
	out := os.Stdout
	os.Stdout = os.Stderr
	defer func() { os.Stdout = out }()
	debug.SetMaxStack(maxStack)
	TuneCollector()
	noCoreDump()
	return serve(os.Stdin, out, h)
}

func serve(r io.Reader, w io.Writer, h Handler) error {
	frames := make(chan frame)
	go listen(r, frames)
	bounded := false
	for f := range frames {
		var req request
		if err := json.Unmarshal(f.header, &req); err != nil {
			return errGarbled
		}
		if !bounded {
			bound(req.Memory)
			bounded = true
		}
		rep, err := h(Call{req.Call, req.Args, f.payload, time.Now().Add(req.Time)})
		if err != nil {
			return err
		}
		if err := answer(w, rep); err != nil {
			return err
		}
	}
	return nil
}

// listen reads requests ahead of the work, so that the end of the input is noticed in the middle of a call too: then the parent
// is gone, nobody waits for an answer, and the process ends at once.
func listen(r io.Reader, frames chan<- frame) {
	for {
		f, err := readFrame(r, math.MaxInt64)
		if errors.Is(err, io.EOF) {
			os.Exit(0)
		}
		if err != nil {
			os.Exit(3)
		}
		frames <- f
	}
}

func answer(w io.Writer, rep Reply) error {
	header, err := json.Marshal(reply{Value: rep.Value, Held: held(), Spent: rep.Spent})
	if err != nil {
		return err
	}
	return writeFrame(w, frame{header, rep.Payload})
}

// bound makes the collector work harder well before the kernel refuses memory.
func bound(memory int64) {
	if memory <= 0 {
		return
	}
	debug.SetMemoryLimit(memory / 4 * 3)
	limitMemory(memory)
}

// held returns the bytes that the Go runtime has and did not give back.
func held() int64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	if s[0].Value.Kind() != metrics.KindUint64 || s[1].Value.Kind() != metrics.KindUint64 {
		return math.MaxInt64
	}
	return int64(s[0].Value.Uint64() - s[1].Value.Uint64())
}
