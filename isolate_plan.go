package sumikeshi

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/worker"
	"github.com/sumikeshi/sumikeshi/redact"
)

// PlanFile looks at an input and makes the plan of it in one go, in a worker. The plan is nil if the input as a whole could not be
// read: the result says why. Errors are those of [Isolation.CheckFile], and a [*redact.OptionError] if the options do not fit.
func (i *Isolation) PlanFile(ctx context.Context, in Input, o Options, r redact.Options) (*inspect.Result, *redact.Plan, error) {
	o = o.with(r)
	src, err := openInput(ctx, in, o.Limits)
	if err != nil {
		res, err := src.refused(err)
		return res, nil, err
	}
	defer src.close()
	var rep planReply
	args := planArgs{checkArgs{in.Name, src.path, optionsOf(o)}, r}
	if _, err := i.call(ctx, callPlan, args, in.Data, &rep); err != nil {
		res, err := src.lost(ctx, err)
		return res, nil, err
	}
	if rep.Result == nil && rep.Failed != nil {
		return src.unread(rep.Failed.err()), nil, nil
	}
	res, err := rep.Result.result(i.places(), src)
	if err != nil {
		return src.unread(&worker.Error{Kind: worker.Crash, Err: err}), nil, nil
	}
	if res.SHA256 != src.sum {
		return src.unread(errChanged), nil, nil
	}
	if rep.Failed != nil {
		return res, nil, rep.Failed.err()
	}
	plan, err := rep.plan(res)
	if err != nil {
		return src.unread(&worker.Error{Kind: worker.Crash, Err: err}), nil, nil
	}
	return res, plan, nil
}

// plan puts the plan of a reply together, if it makes sense for the result.
func (rep *planReply) plan(res *inspect.Result) (*redact.Plan, error) {
	p := rep.Plan
	if p == nil {
		return nil, nil
	}
	if p.Source != res.SHA256 || p.Plan != nil {
		return nil, errAnswer
	}
	p.Take, p.Leave = entries(rep.Take), entries(rep.Leave)
	return p, nil
}

// plan answers a call for a plan.
func (s *server) plan(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args planArgs
	in, err := s.prepare(c.Args, &args, &args.Options)
	if err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args.checkArgs, c.Payload)
	if err != nil {
		return worker.Reply{Value: planReply{Failed: failureOf(err)}}, nil
	}
	defer done()
	res := in.Check(ctx, src)
	rep := planReply{Result: wireOf(res)}
	switch plan, err := planOf(in, asShown(ctx, in, src, res, args.Redact), args.Redact); {
	case err != nil:
		rep.Failed = failureOf(err)
	case plan != nil:
		rep.Take, rep.Leave = wireEntries(plan.Take), wireEntries(plan.Leave)
		short := *plan
		short.Take, short.Leave = nil, nil
		rep.Plan = &short
	}
	return worker.Reply{Value: rep, Spent: len(res.Unread) > 0}, nil
}
