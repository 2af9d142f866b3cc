package web

import (
	"context"
	"errors"
	"time"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// input is the document as the workers get it: the name is for reports, the path is the server's own.
func (s *Server) input(f *file) sumikeshi.Input {
	return sumikeshi.Input{Name: f.name, Path: s.folder.name(f.id)}
}

// begin queues a file for its check.
func (s *Server) begin(f *file) {
	ctx, cancel := context.WithCancel(s.ending)
	ok := s.change(f, func() {
		f.state, f.cancel, f.result, f.plan, f.chosen, f.mine, f.outcome, f.problem = waiting, cancel, nil, nil, nil, nil, nil, inspect.Words{}
	})
	if !ok {
		cancel()
		return
	}
	s.tasks.Go(func() {
		defer cancel()
		s.check(ctx, f)
	})
}

// check waits for its turn and checks a file.
func (s *Server) check(ctx context.Context, f *file) {
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	case <-ctx.Done():
		s.change(f, func() { f.state = stopped })
		return
	}
	var known file
	if !s.change(f, func() { f.state, f.began, known = checking, s.o.now(), *f }) {
		return
	}
	res, plan, err := s.checks.PlanFile(ctx, s.input(&known), s.options(&known), usual)
	there := s.change(f, func() {
		f.took = s.o.now().Sub(f.began)
		switch {
		case ctx.Err() != nil:
			f.state = stopped
		case err != nil: // the document is no longer in the folder
			res = inspect.NotReadable(&inspect.Source{Name: f.name, Size: f.size}, "unknown", inspect.Corrupt)
			fallthrough
		default:
			f.state, f.result, f.plan = checked, res, plan
		}
	})
	if !there {
		s.folder.remove(f.id) // it was removed while a worker held it
	}
}

// options say how to look at a file: with its password, if a person gave one.
func (s *Server) options(f *file) sumikeshi.Options {
	o := s.o.Check
	if f.password != "" {
		o.Password = f.password
	}
	return o
}

// usual are the options of the policy. A copy is made to be published, so it has no password, and the page says so.
var usual = redact.Options{AllowUnencrypted: true}

// stop ends what is being done with a file.
func (s *Server) stop(f *file) {
	s.change(f, func() {
		if f.cancel != nil {
			f.cancel()
		}
	})
}

// clean makes the copy that the plan asks for. It returns when there is one or none can be.
func (s *Server) clean(f *file) {
	ctx, cancel := context.WithCancel(s.ending)
	defer cancel()
	var known file
	if !s.change(f, func() { f.state, f.cancel, f.outcome, f.problem, known = cleaning, cancel, nil, inspect.Words{}, *f }) {
		return
	}
	o := usual
	o.Plan = known.chosen
	out := sumikeshi.Output{Path: s.folder.name(f.copyName()), Rename: true, Force: true}
	outcome, err := s.hands.CleanFile(ctx, s.input(&known), out, s.options(&known), o)
	there := s.change(f, func() {
		f.state = checked
		switch {
		case err == nil:
			f.outcome = outcome
			f.outcome.After.Path = f.shownCopy()
		case ctx.Err() != nil:
		default:
			f.problem = problem(err)
		}
	})
	if !there {
		s.folder.remove(f.id)
		s.folder.remove(f.copyName())
	}
}

// problem says why there is no copy.
func problem(err error) inspect.Words {
	var opt *redact.OptionError
	var out *sumikeshi.OutputError
	var proof *redact.ProofError
	var un *redact.UnreadError
	switch {
	case errors.As(err, &opt):
		return opt.Words
	case errors.As(err, &out):
		return out.Words
	case errors.As(err, &proof) && proof.Words != (inspect.Words{}):
		return proof.Words
	case errors.Is(err, redact.ErrLeft):
		return sayNotProved
	case errors.As(err, &un) && len(un.Parts) > 0:
		return un.Parts[0].Advice
	}
	return sayNoCopy
}

// remove wipes a file and its copy.
func (s *Server) remove(id string) bool {
	f := s.take(id)
	if f == nil {
		return false
	}
	s.folder.remove(f.id)
	s.folder.remove(f.copyName())
	return true
}

// removeAll wipes everything that was dropped.
func (s *Server) removeAll() {
	for _, f := range s.all() {
		s.remove(f.id)
	}
}

// watchIdle wipes everything when no browser has listened for long.
func (s *Server) watchIdle() {
	tick := time.NewTicker(min(s.o.idle/4, time.Minute))
	defer tick.Stop()
	for {
		select {
		case <-s.ending.Done():
			return
		case <-tick.C:
			if s.lonely(s.o.now().Add(-s.o.idle)) {
				s.removeAll()
			}
		}
	}
}
