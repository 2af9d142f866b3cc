package sumikeshi

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/redact"
)

const asTestWorker = "be-a-test-worker"

// TestMain lets the test binary be its own worker: one that does to a document what the document says.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == asTestWorker {
		s := server{own: []*detectors.Detector{staffNumber()}, work: work{inspector: fakeInspector, build: fakeBuild, prove: fakeProve}}
		if worker.Serve(s.handle) != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// staffNumber is a user's own detector.
func staffNumber() *detectors.Detector {
	return &detectors.Detector{ID: "staff-number", JA: "職員番号", EN: "staff number"}
}

func fakeInspector(o Options) *inspect.Inspector {
	return &inspect.Inspector{
		Formats: []inspect.Format{fakeFormat{}}, Detectors: detectors.NewSet(nil), Limits: o.Limits, ShowValues: o.ShowValues,
	}
}

// fakeFormat reads a text whose words say how reading it goes wrong.
type fakeFormat struct{}

func (fakeFormat) Name() string                   { return "fake" }
func (fakeFormat) Recognize(*inspect.Source) bool { return true }
func (fakeFormat) Places() []*inspect.Place       { return nil }
func (fakeFormat) Open(_ context.Context, src *inspect.Source) (inspect.Document, error) {
	text := string(src.Head(1 << 20))
	if strings.Contains(text, "check:encrypted") {
		return nil, &inspect.UnreadError{Reason: inspect.Encrypted}
	}
	goWrong("check", text)
	return fakeDocument(text), nil
}

type fakeDocument string

func (fakeDocument) Close() error { return nil }
func (d fakeDocument) Items(context.Context) iter.Seq2[*inspect.Item, error] {
	return func(yield func(*inspect.Item, error) bool) {
		yield(&inspect.Item{Where: inspect.Line{Line: 1, Col: 1}, Text: string(d)}, nil)
	}
}

var held [][]byte

// goWrong does what the text says for one step.
func goWrong(step, text string) {
	_, what, ok := strings.Cut(text, step+":")
	if !ok {
		return
	}
	switch what, _, _ = strings.Cut(what, " "); what {
	case "panic":
		panic(text)
	case "exit":
		os.Exit(0)
	case "hang":
		time.Sleep(time.Hour)
	case "overflow":
		_ = overflow(0)
	case "starve":
		for {
			b := make([]byte, 8<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			held = append(held, b)
		}
	}
}

// overflow never reaches its end.
func overflow(n int) int {
	if n < 0 {
		return 0
	}
	return overflow(n+1) + 1
}

// fakeBuild copies the document; the promise is its text.
func fakeBuild(_ context.Context, _ *inspect.Inspector, src *inspect.Source, _ redact.Plan, _ *redact.Ahead, w io.Writer) (*draft, error) {
	text := string(src.Head(1 << 20))
	goWrong("build", text)
	if strings.Contains(text, "build:half") {
		_, _ = io.WriteString(w, "half a c")
		panic("half-way")
	}
	if strings.Contains(text, "build:unread") {
		return nil, &redact.UnreadError{Parts: []inspect.Unread{{Where: "部品", Reason: inspect.Encrypted}}}
	}
	if _, path, ok := strings.Cut(text, "build:touch "); ok {
		if err := os.WriteFile(path, []byte("somebody saved meanwhile"), 0o600); err != nil {
			return nil, err
		}
	}
	_, err := io.WriteString(w, text)
	return &draft{promise: []byte(text)}, err
}

// fakeProve does what the promise says.
func fakeProve(ctx context.Context, in *inspect.Inspector, cp *inspect.Source, promise []byte) (redact.Proof, *inspect.Result, error) {
	text := string(promise)
	goWrong("prove", text)
	res := in.Check(ctx, cp)
	switch {
	case strings.Contains(text, "prove:left"):
		return redact.Proof{}, nil, &redact.ProofError{Lock: 3, Where: "xl/sharedStrings.xml", Words: inspect.Words{JA: "残っています", EN: "left"}}
	case strings.Contains(text, "prove:tamper"):
		f, ok := cp.ReaderAt.(*os.File)
		if !ok {
			return redact.Proof{}, nil, errors.New("no file")
		}
		if err := os.WriteFile(f.Name(), []byte("something else"), 0o600); err != nil {
			return redact.Proof{}, nil, err
		}
	}
	return redact.Proof{Inspected: true, Searched: 3, Seen: 5}, res, nil
}

func newIsolation(t *testing.T) *Isolation {
	t.Helper()
	i := &Isolation{Args: []string{asTestWorker}, Timeout: 30 * time.Second, Memory: 256 << 20, Workers: 2}
	t.Cleanup(i.Close)
	return i
}

// patient returns an isolation that waits long for whatever does not hang.
func patient(t *testing.T, text string) *Isolation {
	t.Helper()
	i := newIsolation(t)
	if strings.Contains(text, "hang") {
		i.Timeout = time.Second
	}
	return i
}
