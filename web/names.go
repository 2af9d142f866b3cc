package web

import (
	"net/http"
	"strings"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

// names say what IDs are called.
type names struct {
	places    map[string]*inspect.Place
	detectors map[string]inspect.Words
}

func newNames() *names {
	n := &names{places: map[string]*inspect.Place{}, detectors: map[string]inspect.Words{}}
	for _, p := range sumikeshi.NewInspector(sumikeshi.Options{}).Places() {
		n.places[p.ID] = p
	}
	for _, d := range detectors.All() {
		n.detectors[d.ID] = inspect.Words{JA: d.JA, EN: d.EN}
	}
	return n
}

func (n *names) detector(id, lang string) string {
	if w, ok := n.detectors[id]; ok {
		return w.In(lang)
	}
	return id
}

func (s *Server) reportOptions(lang string) report.Options {
	return report.Options{
		Lang: lang, Version: s.o.Version, When: s.o.now(),
		Place:    func(id string) *inspect.Place { return s.names.places[id] },
		Detector: func(id string) (inspect.Words, bool) { w, ok := s.names.detectors[id]; return w, ok },
	}
}

// lang returns the language of a request: what the address says, else the first that the browser asks for and there is.
func (s *Server) lang(r *http.Request) string {
	if l := r.URL.Query().Get("lang"); l == "ja" || l == "en" {
		return l
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		switch main, _, _ := strings.Cut(strings.ToLower(tag), "-"); main {
		case "ja", "en":
			return main
		}
	}
	return s.o.Lang
}
