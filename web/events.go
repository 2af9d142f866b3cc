package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// A news is what changed on the page. Order is null where the list is the same.
type news struct {
	Rev   int      `json:"rev"`
	Order []string `json:"order"`
	Cards []card   `json:"cards"`
}

const (
	breath    = 100 * time.Millisecond // between two events: results of many files come together
	heartbeat = 20 * time.Second       // a browser that went away is noticed
	newsParts = 50                     // cards of one event
)

// events streams what changes (server-sent events). The first one holds all there is, so that reloading the page loses nothing.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	rc, lang, rev := http.NewResponseController(w), s.lang(r), 0
	s.watch(1, s.o.now())
	defer func() { s.watch(-1, s.o.now()) }()
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		files, order, now, next := s.since(rev)
		if len(files) > 0 || order != nil {
			if s.tell(w, rc, news{Rev: now, Order: order, Cards: s.cards(files, lang)}) != nil {
				return
			}
		}
		rev = now
		select {
		case <-r.Context().Done():
			return
		case <-s.ending.Done():
			return
		case <-beat.C:
			if _, err := fmt.Fprint(w, ": \n\n"); err != nil || rc.Flush() != nil {
				return
			}
		case <-next:
			time.Sleep(breath)
		}
	}
}

func (s *Server) cards(files []file, lang string) []card {
	out := make([]card, 0, len(files))
	for i := range files {
		out = append(out, s.card(&files[i], lang))
	}
	return out
}

// tell sends one event, in pieces if it is long.
func (s *Server) tell(w http.ResponseWriter, rc *http.ResponseController, n news) error {
	cards := n.Cards
	for first := true; first || len(cards) > 0; first = false {
		n.Cards, cards = cards[:min(newsParts, len(cards))], cards[min(newsParts, len(cards)):]
		raw, err := json.Marshal(n)
		if err != nil {
			return err
		}
		_ = rc.SetWriteDeadline(time.Now().Add(heartbeat))
		if _, err := fmt.Fprintf(w, "data: %s\n\n", raw); err != nil {
			return err
		}
		n.Order = nil
	}
	return rc.Flush()
}
