package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"path"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// A decision is what a person made of the policy's plan: only what differs from it.
type decision struct {
	Policy string   `json:"policy"`
	Mask   []string `json:"mask"` // detector IDs
	Take   []string `json:"take"` // IDs of entries that the policy leaves
	Leave  []struct {
		ID     string `json:"id"`
		Reason string `json:"reason"` // why it stays, in the person's words
	} `json:"leave"`
}

// maxReason bounds a reason, in runes.
const maxReason = 500

// plan turns a decision into a plan for a source.
func (d *decision) plan(source string) *redact.Plan {
	p := &redact.Plan{Schema: "sumikeshi.plan/1", Source: source, Options: redact.Options{Policy: d.Policy, Mask: d.Mask}}
	for _, id := range d.Take {
		p.Take = append(p.Take, redact.Entry{ID: id, Within: []string{}})
	}
	for _, l := range d.Leave {
		if runes := []rune(l.Reason); len(runes) > maxReason {
			l.Reason = string(runes[:maxReason])
		}
		p.Leave = append(p.Leave, redact.Entry{ID: l.ID, Within: []string{}, Reason: l.Reason})
	}
	return p
}

func (d *decision) empty() bool {
	return (d.Policy == "" || d.Policy == redact.PolicyPublish) && len(d.Mask)+len(d.Take)+len(d.Leave) == 0
}

// cleanFile makes the copy, by the decisions of the request, or by those that stand if it holds none.
func (s *Server) cleanFile(w http.ResponseWriter, r *http.Request, known, f *file) {
	var args struct {
		Decision *decision `json:"decision"`
	}
	if !s.read(w, r, &args) {
		return
	}
	if known.busy() || known.result == nil {
		s.refuse(w, r, http.StatusConflict, "busy")
		return
	}
	if args.Decision != nil && !s.settle(w, r, known, f, args.Decision.plan(known.result.SHA256), args.Decision.empty()) {
		return
	}
	s.tasks.Go(func() { s.clean(f) })
	w.WriteHeader(http.StatusAccepted)
}

// settle has a plan completed by a worker and keeps it. A plan that is the policy's own is not kept.
func (s *Server) settle(w http.ResponseWriter, r *http.Request, known, f *file, p *redact.Plan, own bool) bool {
	if known.plan == nil {
		s.refuse(w, r, http.StatusUnprocessableEntity, "no-plan")
		return false
	}
	if own {
		s.change(f, func() { f.chosen, f.mine = nil, nil })
		return true
	}
	p.AllowUnencrypted = usual.AllowUnencrypted
	_, full, err := s.hands.PlanFile(r.Context(), s.input(known), s.options(known), redact.Options{Plan: p})
	var wrong *redact.OptionError
	switch {
	case errors.As(err, &wrong):
		s.refuseSaying(w, r, http.StatusUnprocessableEntity, wrong.Words)
		return false
	case err != nil || full == nil:
		s.refuse(w, r, http.StatusUnprocessableEntity, "no-plan")
		return false
	}
	mine := differing(p, known.plan)
	return s.change(f, func() { f.chosen, f.mine = full, mine })
}

// differing returns the IDs of what a person decided otherwise than the policy.
func differing(p, policy *redact.Plan) map[string]bool {
	type answer struct {
		take   bool
		reason string
	}
	usual := map[string]answer{}
	for _, e := range policy.Take {
		usual[e.ID] = answer{take: true}
	}
	for _, e := range policy.Leave {
		usual[e.ID] = answer{reason: e.Reason}
	}
	mine := map[string]bool{}
	for _, e := range p.Take {
		mine[e.ID] = !usual[e.ID].take
	}
	for _, e := range p.Leave {
		mine[e.ID] = usual[e.ID] != answer{reason: e.Reason}
	}
	return mine
}

// decide keeps a decision without making a copy, so that it can be saved.
func (s *Server) decide(w http.ResponseWriter, r *http.Request, known, f *file) {
	var d decision
	if !s.read(w, r, &d) {
		return
	}
	if known.busy() || known.result == nil {
		s.refuse(w, r, http.StatusConflict, "busy")
		return
	}
	if s.settle(w, r, known, f, d.plan(known.result.SHA256), d.empty()) {
		w.WriteHeader(http.StatusNoContent)
	}
}

// savePlan sends the plan as the file that the command line reads with --plan.
func (s *Server) savePlan(w http.ResponseWriter, r *http.Request, known, _ *file) {
	p := known.decided()
	if p == nil {
		s.refuse(w, r, http.StatusNotFound, "no-plan")
		return
	}
	attach(w, "application/json", path.Base(known.name)+".plan.json")
	_ = p.Write(w, s.lang(r))
}

// loadPlan takes a plan file of the same document.
func (s *Server) loadPlan(w http.ResponseWriter, r *http.Request, known, f *file) {
	if r.Header.Get("Content-Type") != "application/json" {
		s.refuse(w, r, http.StatusUnsupportedMediaType, "refused")
		return
	}
	if known.busy() || known.result == nil {
		s.refuse(w, r, http.StatusConflict, "busy")
		return
	}
	body := &patient{r: http.MaxBytesReader(w, r.Body, maxJSON), rc: http.NewResponseController(w), each: s.o.patience}
	raw, err := io.ReadAll(body)
	if err != nil {
		s.refuse(w, r, http.StatusBadRequest, "refused")
		return
	}
	p, err := redact.ReadPlan(bytes.NewReader(raw))
	var wrong *redact.OptionError
	switch {
	case errors.As(err, &wrong):
		s.refuseSaying(w, r, http.StatusUnprocessableEntity, wrong.Words)
	case err != nil:
		s.refuse(w, r, http.StatusUnprocessableEntity, "no-plan")
	case s.settle(w, r, known, f, p, false):
		w.WriteHeader(http.StatusNoContent)
	}
}

// spotOf returns where a finding or an entry of the plan stands.
func (f *file) spotOf(id string) (within []string, at inspect.Where, ok bool) {
	if f.result == nil {
		return nil, inspect.Where{}, false
	}
	for i := range f.result.Findings {
		if l := &f.result.Findings[i]; l.ID == id {
			return l.Within, l.Where, true
		}
	}
	if p := f.decided(); p != nil {
		for _, e := range slices.Concat(p.Take, p.Leave) {
			if e.ID == id {
				return e.Within, e.Where, true
			}
		}
	}
	return nil, inspect.Where{}, false
}
