package web

import (
	"crypto/rand"
	"crypto/subtle"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
)

// silent is where the HTTP server's own log goes: it names addresses, and nobody reads it.
var silent = log.New(io.Discard, "", 0)

// A door lets one browser in: the token of the printed address is worth one cookie, once.
type door struct {
	mu    sync.Mutex
	token string // empty: used
	key   string // the cookie's value; empty: nobody was let in
	hosts map[string]bool
	port  string
}

// allow says by which names the page may be called. Another name in the Host header means that some site had its own name lead
// here (DNS rebinding).
func (d *door) allow(addr net.Addr) {
	d.mu.Lock()
	defer d.mu.Unlock()
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return
	}
	_, d.port, _ = net.SplitHostPort(addr.String())
	d.hosts = map[string]bool{at.String(): true}
	for _, name := range []string{"127.0.0.1", "localhost", "[::1]"} {
		d.hosts[name+":"+d.port] = true
	}
}

func (d *door) knows(host string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.hosts[strings.ToLower(host)]
}

// enter takes the token and returns the cookie for it.
func (d *door) enter(token string) (*http.Cookie, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(d.token)) != 1 {
		return nil, false
	}
	d.token, d.key = "", rand.Text()
	return &http.Cookie{Name: d.cookie(), Value: d.key, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode}, true
}

// cookie is named after the port, since browsers keep those of all ports of an address in one place.
func (d *door) cookie() string { return "sumikeshi-" + d.port }

// knowsBrowser reports whether a request carries the cookie.
func (d *door) knowsBrowser(r *http.Request) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	c, err := r.Cookie(d.cookie())
	return err == nil && d.key != "" && subtle.ConstantTimeCompare([]byte(c.Value), []byte(d.key)) == 1
}

// policy allows the page its own files and nothing else. What a document says can't become more than text.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; " +
	"base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// ServeHTTP refuses what does not come from the page itself before anything else is looked at.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if !s.door.knows(r.Host) || foreign(r) {
		s.refuse(w, r, http.StatusForbidden, "refused")
		return
	}
	if strings.HasPrefix(r.URL.Path, "/api/") && r.URL.Path != "/api/session" && !s.door.knowsBrowser(r) {
		s.refuse(w, r, http.StatusUnauthorized, "unknown-browser")
		return
	}
	s.handle.ServeHTTP(w, r)
}

// foreign reports whether a browser says that another site sends the request. Opening the page from anywhere is allowed.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && !strings.EqualFold(origin, "http://"+r.Host) {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return r.URL.Path != "/" || r.Method != http.MethodGet
}
