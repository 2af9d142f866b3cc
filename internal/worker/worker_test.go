package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const (
	asWorker = "be-a-worker"
	asParent = "be-a-parent"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == asWorker {
		misbehave := misbehaviour{out: os.Stdout}
		if err := Serve(misbehave.handle); err != nil {
			os.Exit(1)
		}
		return
	}
	if len(os.Args) > 1 && os.Args[1] == asParent {
		parent()
	}
	os.Exit(m.Run())
}

// parent starts a worker that hangs, prints the worker's process number, and waits to be killed.
func parent() {
	p := &Pool{Args: []string{asWorker}, Size: 1}
	var n int
	if _, err := p.Call(context.Background(), Call{Name: "pid"}, &n); err != nil {
		os.Exit(1)
	}
	go func() { _, _ = p.Call(context.Background(), Call{Name: "spin"}, nil) }()
	time.Sleep(100 * time.Millisecond)
	fmt.Println(n)
	time.Sleep(time.Hour)
}

// misbehaviour is a worker that does what it is told, which is rarely good.
type misbehaviour struct{ out *os.File }

var sink [][]byte

func (m misbehaviour) handle(c Call) (Reply, error) {
	switch c.Name {
	case "pid":
		return Reply{Value: os.Getpid()}, nil
	case "spent":
		return Reply{Value: os.Getpid(), Spent: true}, nil
	case "echo":
		return Reply{Value: c.Args, Payload: c.Payload}, nil
	case "left":
		return Reply{Value: time.Until(c.End)}, nil
	case "print":
		fmt.Println("a library prints where it should not")
		return Reply{Value: "printed"}, nil
	case "hang":
		time.Sleep(time.Hour)
	case "spin":
		for i := 0; ; i++ {
			_ = i
		}
	case "panic":
		panic("山田太郎 03-1234-5678")
	case "exit":
		os.Exit(0)
	case "error":
		return Reply{}, errors.New("no")
	case "kill":
		p, _ := os.FindProcess(os.Getpid())
		_ = p.Kill()
		time.Sleep(time.Hour)
	case "overflow":
		return Reply{Value: deep(0)}, nil
	case "starve":
		for {
			b := make([]byte, 16<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			sink = append(sink, b)
		}
	case "hold":
		sink = append(sink, make([]byte, 90<<20))
		return Reply{Value: os.Getpid()}, nil
	default:
		m.garble(c.Name)
	}
	return Reply{}, nil
}

func (m misbehaviour) garble(how string) {
	switch how {
	case "garble":
		_, _ = m.out.WriteString("HTTP/1.1 200 OK\r\n\r\nno frame at all, but long enough")
		time.Sleep(time.Hour)
	case "truncate":
		_, _ = m.out.Write([]byte("smk1\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00{\"value\""))
		os.Exit(0)
	case "huge-header":
		_, _ = m.out.Write([]byte("smk1\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00"))
		time.Sleep(time.Hour)
	case "huge-payload":
		_, _ = m.out.Write([]byte("smk1\x00\x00\x00\x02\xff\xff\xff\xff\xff\xff\xff\xff{}"))
		time.Sleep(time.Hour)
	case "no-json":
		_ = writeFrame(m.out, frame{header: []byte("[1,2")})
		time.Sleep(time.Hour)
	case "wrong-type":
		_ = writeFrame(m.out, frame{header: []byte(`{"value":{"a":1}}`)})
		time.Sleep(time.Hour)
	}
}

// deep never reaches its end.
func deep(n int) int {
	if n < 0 {
		return 0
	}
	return deep(n+1) + 1
}

func newPool(t *testing.T) *Pool {
	p := &Pool{Args: []string{asWorker}, Size: 2, Timeout: 20 * time.Second, Memory: 256 << 20, MaxReply: 1 << 20}
	t.Cleanup(p.Close)
	return p
}

func pid(t *testing.T, p *Pool, call string, o ...Option) int {
	t.Helper()
	var n int
	if _, err := p.Call(context.Background(), Call{Name: call}, &n, o...); err != nil {
		t.Fatalf("%s: %v", call, err)
	}
	return n
}

func Test_a_call_carries_arguments_and_payload_both_ways(t *testing.T) {
	p := newPool(t)
	payload := []byte(strings.Repeat("帳票", 100_000))
	var args map[string]string
	back, err := p.Call(context.Background(), Call{Name: "echo", Args: json.RawMessage(`{"名":"前"}`), Payload: payload}, &args)
	if err != nil || string(back) != string(payload) || args["名"] != "前" {
		t.Fatalf("got %d bytes, %v, %v", len(back), args, err)
	}
}

func Test_every_way_to_die_is_told_and_the_pool_goes_on(t *testing.T) {
	p := newPool(t)
	for call, want := range map[string]Kind{
		"panic": Crash, "exit": Crash, "error": Crash, "kill": Crash, "overflow": Crash, "starve": Limit,
		"garble": Crash, "truncate": Crash, "huge-header": Crash, "huge-payload": Crash, "no-json": Crash, "wrong-type": Crash,
	} {
		t.Run(call, func(t *testing.T) {
			if call == "starve" && runtime.GOOS != "linux" {
				t.Skip("the memory bound of a process is tested on Linux")
			}
			var n int
			_, err := p.Call(context.Background(), Call{Name: call}, &n)
			var lost *Error
			if !errors.As(err, &lost) || lost.Kind != want {
				t.Fatalf("got %v, want %s", err, want)
			}
			if s := err.Error(); strings.Contains(s, "山田") || strings.Contains(s, "1234") {
				t.Errorf("the error quotes the worker: %s", s)
			}
			pid(t, p, "pid")
		})
	}
}

func Test_a_hanging_worker_is_killed_in_time(t *testing.T) {
	for _, call := range []string{"hang", "spin"} {
		p := &Pool{Args: []string{asWorker}, Timeout: 300 * time.Millisecond}
		began := time.Now()
		_, err := p.Call(context.Background(), Call{Name: call}, nil)
		var lost *Error
		if !errors.As(err, &lost) || lost.Kind != Timeout || lost.UnreadReason() != "timeout" {
			t.Errorf("%s: %v", call, err)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s: it took %v", call, took)
		}
		p.Close()
	}
}

func Test_a_call_knows_when_it_is_ended(t *testing.T) {
	p := &Pool{Args: []string{asWorker}, Timeout: time.Hour}
	defer p.Close()
	short, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for want, ctx := range map[time.Duration]context.Context{time.Hour: context.Background(), time.Minute: short} {
		var left time.Duration
		if _, err := p.Call(ctx, Call{Name: "left"}, &left); err != nil || left > want || left < want/2 {
			t.Errorf("%v of %v: %v", left, want, err)
		}
	}
}

func Test_cancelling_ends_the_call_with_the_context_error(t *testing.T) {
	p := newPool(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	if _, err := p.Call(ctx, Call{Name: "hang"}, nil); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

func Test_prints_do_not_garble_the_answer(t *testing.T) {
	var s string
	if _, err := newPool(t).Call(context.Background(), Call{Name: "print"}, &s); err != nil || s != "printed" {
		t.Fatal(s, err)
	}
}

func Test_a_process_is_used_again_only_after_a_clean_success(t *testing.T) {
	p := newPool(t)
	first := pid(t, p, "pid")
	if again := pid(t, p, "pid"); again != first {
		t.Error("a clean process was not used again")
	}
	if fresh := pid(t, p, "pid", Fresh); fresh == first {
		t.Error("a fresh process was asked for, a used one came")
	}
	p = newPool(t)
	for _, call := range []string{"spent", "hold"} {
		used := pid(t, p, call)
		if next := pid(t, p, "pid"); next == used {
			t.Errorf("after %s: the process was used again", call)
		}
		if alive(used) {
			t.Errorf("after %s: the process still runs", call)
		}
	}
}

func Test_many_calls_at_once(t *testing.T) {
	p := newPool(t)
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			call := "pid"
			if i%4 == 3 {
				call = "exit"
			}
			var n int
			_, err := p.Call(context.Background(), Call{Name: call}, &n)
			if (err == nil) != (call == "pid") {
				t.Errorf("%s: %v", call, err)
			}
		})
	}
	wg.Wait()
}

func Test_a_closed_pool_leaves_no_process(t *testing.T) {
	p := newPool(t)
	n := pid(t, p, "pid")
	p.Close()
	p.Close()
	if alive(n) {
		t.Error("the worker outlived its pool")
	}
	if _, err := p.Call(context.Background(), Call{Name: "pid"}, nil); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}

func Test_a_program_that_is_not_there(t *testing.T) {
	p := &Pool{Program: "no-such-program"}
	defer p.Close()
	if _, err := p.Call(context.Background(), Call{Name: "pid"}, nil); err == nil {
		t.Error("no error")
	}
}

func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	return err == nil && p.Signal(syscall.Signal(0)) == nil
}
