package detectors

import "strings"

// retiredHosts returns hosts as they are looked up; nil if there is none.
func retiredHosts(hosts []string) map[string]bool {
	var set map[string]bool
	for _, h := range hosts {
		if h = strings.Trim(strings.ToLower(strings.TrimSpace(h)), "."); h != "" {
			if set == nil {
				set = map[string]bool{}
			}
			set[h] = true
		}
	}
	return set
}

// linksToRetired finds links, mail addresses and bare names of hosts that the organisation gave up. A link that leads there may lead to
// anybody's page, so it is as grave as one with a token.
func (t *textState) linksToRetired() {
	if t.set.retired == nil {
		return
	}
	s := t.s
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && hostByte(s[end]) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if host := strings.Trim(s[i:end], ".-"); strings.Contains(host, ".") && t.set.isRetired(strings.ToLower(host)) {
			start, stop := linkAround(s, i+strings.Index(s[i:end], host), len(host))
			t.found("secret-link", start, stop, Proven, "a host on the list of retired hosts")
			end = max(end, stop)
		}
		i = end
	}
}

// isRetired reports whether the host, or one above it, is on the list.
func (s *Set) isRetired(host string) bool {
	for !s.retired[host] {
		_, above, ok := strings.Cut(host, ".")
		if !ok {
			return false
		}
		host = above
	}
	return true
}

// linkAround returns the bounds of the link that a host of n bytes at s[start:] stands in.
func linkAround(s string, start, n int) (from, to int) {
	to = start + n
	if to < len(s) && (s[to] == '/' || s[to] == ':' || s[to] == '?' || s[to] == '#') {
		for to < min(len(s), start+maxLink) && s[to] > ' ' && s[to] < 0x7F && !strings.ContainsRune("\"<>{}|^`\\", rune(s[to])) {
			to++
		}
		to = start + n + len(strings.TrimRight(s[start+n:to], ".,;:)'"))
	}
	for _, scheme := range []string{"https://", "http://", "ftp://"} {
		if start >= len(scheme) && strings.EqualFold(s[start-len(scheme):start], scheme) {
			return start - len(scheme), to
		}
	}
	return start, to
}

func hostByte(c byte) bool {
	return asciiClasses[c] == asciiDigit || asciiClasses[c] == asciiWord || c == '-' || c == '.'
}
