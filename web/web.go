// Package web is the page: documents are dropped onto it, checked in worker processes, shown, decided on and cleaned, all in a
// browser on the same machine.
//
// A [Server] listens on a loopback address and answers one browser, which proves itself with the token of the address that the
// program prints. Documents lie in a folder of the server's own, under names of its own, and are wiped when the server ends, when
// the user says so, and when nobody has looked for a while. No value of a document is in an address, in a log line, or kept.
//
// What the page can do it does over the functions of package sumikeshi, as the command line does: the server holds results and
// decisions, the browser shows them.
package web

import (
	"context"
	"crypto/rand"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// Options say how a server works. The zero value of each field is a sensible choice, but for Isolation.
type Options struct {
	// Isolation returns the worker processes for n documents at a time. It is asked twice: for checking what was dropped, and for
	// what a person waits for, which must not stand in the queue behind a hundred files.
	Isolation func(n int) *sumikeshi.Isolation

	Workers int               // documents that are checked at the same time; 0: one
	Check   sumikeshi.Options // how to look; ShowValues and Isolate are not used
	Version string            // of the program, for reports
	Lang    string            // of a browser that asks for none that there is: "ja" or "en"; empty: "ja"
	TempDir string            // where the server's own folder is made; empty: the system's

	idle     time.Duration // how long without a browser until documents are wiped
	patience time.Duration // how long one read of an upload may take
	now      func() time.Time
}

const (
	defaultIdle     = 30 * time.Minute
	defaultPatience = 30 * time.Second

	// handy is how many things a person waits for run at a time: a picture, the cells around a finding, a copy.
	handy = 2
)

// A Server is the page and what was dropped onto it. Make it with [New], end it with Close.
type Server struct {
	o      Options
	lim    limits.Limits
	names  *names
	folder *folder
	checks *sumikeshi.Isolation
	hands  *sumikeshi.Isolation
	slots  chan struct{} // one for each document that is checked at the same time
	door   door
	handle http.Handler
	ending context.Context
	end    context.CancelFunc
	tasks  sync.WaitGroup
	state
}

// New makes a server with a folder of its own, and wipes those that dead servers left.
func New(o Options) (*Server, error) {
	if o.Isolation == nil {
		return nil, errors.New("web: no isolation")
	}
	o.Workers = max(o.Workers, 1)
	o.idle, o.patience = orDuration(o.idle, defaultIdle), orDuration(o.patience, defaultPatience)
	if o.Lang == "" {
		o.Lang = "ja"
	}
	if o.now == nil {
		o.now = time.Now
	}
	o.Check.ShowValues, o.Check.Isolate = false, nil
	dir, err := newFolder(o.TempDir)
	if err != nil {
		return nil, err
	}
	s := &Server{
		o: o, lim: o.Check.Limits.Or(limits.Default()), names: newNames(), folder: dir,
		checks: o.Isolation(o.Workers), hands: o.Isolation(handy), slots: make(chan struct{}, o.Workers),
		door: door{token: rand.Text()},
	}
	s.state.init(o.now())
	s.ending, s.end = context.WithCancel(context.Background())
	s.handle = s.routes()
	s.tasks.Go(s.watchIdle)
	return s, nil
}

func orDuration(d, def time.Duration) time.Duration {
	if d > 0 {
		return d
	}
	return def
}

// Address returns what a browser has to open to be let in. The token stands behind the #, so that no browser sends it anywhere.
func (s *Server) Address(l net.Listener) string {
	return "http://" + l.Addr().String() + "/#" + s.door.token
}

// Listen opens a loopback address, "127.0.0.1:0" if addr is empty. Any other address is refused: without encryption what is shown
// could be read on the way.
func Listen(addr string) (net.Listener, error) {
	if addr == "" {
		addr = "127.0.0.1:0"
	}
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, ErrNotLoopback
	}
	return net.Listen("tcp", addr)
}

// ErrNotLoopback says that an address could be reached from other machines.
var ErrNotLoopback = errors.New("web: not a loopback address")

// Serve answers on l until ctx or the browser ends it. The documents stay until Close.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10,
		BaseContext: func(net.Listener) context.Context { return s.ending },
		ErrorLog:    silent,
	}
	s.door.allow(l.Addr())
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	case <-s.ending.Done():
	}
	s.end()
	last, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if srv.Shutdown(last) != nil {
		_ = srv.Close()
	}
	return nil
}

// Close stops what is being done, and wipes all documents.
func (s *Server) Close() error {
	s.end()
	s.checks.Close()
	s.hands.Close()
	s.tasks.Wait()
	return s.folder.wipe()
}
