package redact

import (
	"context"
	"errors"
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/ooxml"
)

// fillRounds is how often results are worked out: what they show may hide, so that it goes, and with it what reads it.
const fillRounds = 3

// calculated builds a copy. If formulas would be frozen whose results no program has stored, they are worked out, stored in a copy of the
// source, and everything begins anew with that, so that they are looked at like any other value. What can't be worked out is left blank.
func calculated(
	ctx context.Context, in *inspect.Inspector, src *inspect.Source, plan Plan, build func(*inspect.Source, Plan, bool) (*Promise, error),
) (*Promise, error) {
	total, tried := 0, false
	for round := range fillRounds {
		p, err := build(src, plan, true)
		var missing *ooxml.UncachedError
		if !errors.As(err, &missing) {
			return p.withCalculated(tried, total), err
		}
		tried = true
		filled, n, err := ooxml.Fill(ctx, src, missing.Cells)
		if err != nil {
			return nil, err
		}
		if n == 0 || round == fillRounds-1 {
			break
		}
		total += n
		src = filled
		if plan, err = plan.again(in.Check(ctx, src)); err != nil {
			return nil, err
		}
	}
	p, err := build(src, plan, false)
	return p.withCalculated(tried, total), err
}

// again makes the plan of the same source with more of its values known.
func (p *Plan) again(res *inspect.Result) (Plan, error) {
	res.SHA256 = p.Source
	if p.made {
		return NewPlan(res, p.Options)
	}
	return NewPlan(res, Options{Plan: p})
}

// withCalculated notes how many results were worked out.
func (p *Promise) withCalculated(tried bool, n int) *Promise {
	if p != nil {
		p.Calculated = tried
	}
	if p != nil && n > 0 {
		p.notes = append(p.notes, Note{
			JA: fmt.Sprintf("結果が保存されていなかった数式%d個は、計算した値にしました。", n),
			EN: fmt.Sprintf("The results of %d formulas were not stored; they were calculated.", n),
		})
	}
	return p
}
