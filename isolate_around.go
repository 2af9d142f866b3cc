package sumikeshi

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/worker"
)

type (
	aroundArgs struct {
		checkArgs
		Within []string      `json:"within"`
		At     inspect.Where `json:"at"`
	}

	aroundReply struct {
		View   *inspect.View   `json:"view"`
		Said   []inspect.Words `json:"said"` // where each text stands, in words
		Failed *failure        `json:"failed"`
	}
)

// Around is [inspect.Inspector.Around] in a worker: what stands around a location of an input that was checked. The errors are those
// of an input that can't be read (any more), and the context's.
func (i *Isolation) Around(ctx context.Context, in Input, within []string, at inspect.Where, o Options) (*inspect.View, error) {
	src, err := openInput(ctx, in, o.Limits)
	if err != nil {
		return nil, err
	}
	defer src.close()
	var rep aroundReply
	args := aroundArgs{checkArgs{in.Name, src.path, optionsOf(o)}, within, at}
	if _, err := i.call(ctx, callAround, args, in.Data, &rep); err != nil {
		return nil, crashed(err)
	}
	if rep.Failed != nil {
		return nil, rep.Failed.err()
	}
	if rep.View == nil || len(rep.Said) != len(rep.View.Near) {
		return nil, &worker.Error{Kind: worker.Crash, Err: errAnswer}
	}
	for n := range rep.View.Near {
		rep.View.Near[n].Where.Said = rep.Said[n]
	}
	return rep.View, nil
}

func (s *server) around(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args aroundArgs
	in, err := s.prepare(c.Args, &args, &args.Options)
	if err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args.checkArgs, c.Payload)
	if err != nil {
		return worker.Reply{Value: aroundReply{Failed: failureOf(err)}}, nil
	}
	defer done()
	view, err := in.Around(ctx, src, args.Within, locate(args.At))
	if err != nil {
		return worker.Reply{Value: aroundReply{Failed: failureOf(err)}, Spent: true}, nil
	}
	rep := aroundReply{View: view, Said: []inspect.Words{}}
	for _, n := range view.Near {
		rep.Said = append(rep.Said, n.Where.Said)
	}
	return worker.Reply{Value: rep}, nil
}
