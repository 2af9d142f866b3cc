package detectors

import (
	"net/netip"
	"strings"
)

// ipAddressDetector finds addresses of the internet protocol (RFC 791, RFC 4291). They tell a person only in logs and forms, and
// versions and section numbers look alike, so one alone is a shape; those of private networks stay so.
func ipAddressDetector() *Detector {
	return &Detector{
		ID: "ip-address", JA: "IPアドレス", EN: "IP address", Step: 2,
		Heads:   strings.Fields("ipアドレス ip 接続元ip アクセス元ip 送信元ip 接続元ipアドレス アクセス元 接続元 送信元ipアドレス リモートホスト remoteaddr ipaddress clientip 投稿者ip"),
		words:   []string{"IPアドレス", "IP:", "IP ", "アクセス元", "接続元", "送信元", "リモートホスト", "REMOTE_ADDR", "client"},
		against: []string{"バージョン", "Version", "version", "Ver", "ver.", "第", "章", "版"},
		Valid: func(cell string) bool {
			_, err := netip.ParseAddr(fold(cell))
			return err == nil
		},
		on:   onDots | onColons,
		scan: scanIPAddress,
		Hits: []Example{
			{Text: "203.0.113.45", Labels: []string{"IPアドレス"}}, {Text: "アクセス元 198.51.100.27 から投稿"}, {Text: "198.51.100.27 - k.mori2 ログイン失敗"}, {Text: "198.51.100.27 - - [GET /index.html]"}, {Text: "IPアドレス：２０３．０．１１３．４５"}, {Text: "接続元 2001:db8:4a:17::2c9"}, {Text: "2001:db8::8a2e:370:7334", Labels: []string{"アクセス元IP"}},
		},
		Misses: []Example{
			{Text: "203.0.113.45"}, {Text: "Ver 1.2.3.4"}, {Text: "12:34:56"}, {Text: "IPアドレス"}, {Text: "IPアドレス 192.168.0.1"}, {Text: "2024.4.1.10"}, {Text: "IPアドレス 256.1.1.1"}, {Text: "a::b"}, {Text: "Mozilla/5.0 (compatible) client Browser/131.0.66.204"},
		},
	}
}

func scanIPAddress(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if !n.dots {
			continue
		}
		for a := 0; a+3 < len(n.groups); a++ {
			if b := a + 3; n.only(a, b, '.') && (a == 0 || n.groups[a].sep != '.') && (b+1 == len(n.groups) || n.groups[b+1].sep != '.') && n.alone(t.s, a, b) {
				t.ipAddress(k, n.groups[a].start, n.groups[b].end)
			}
		}
	}
	if t.triggers&onColons != 0 {
		t.longAddresses(k)
	}
}

// longAddresses looks for addresses of version 6.
func (t *textState) longAddresses(k *Detector) {
	for i := 0; i < len(t.s); i++ {
		start := i
		colons := 0
		for i < len(t.s) && (hex(t.s[i]) || t.s[i] == ':') {
			if t.s[i] == ':' {
				colons++
			}
			i++
		}
		if colons < 3 || i-start < 8 || i < len(t.s) && asciiClasses[t.s[i]] == asciiWord {
			continue
		}
		for start < i && t.s[start] == ':' && !strings.HasPrefix(t.s[start:], "::") {
			start++ // the colon of a label
		}
		t.ipAddress(k, start, i)
	}
}

// visits are words of logs that tell what somebody at an address did.
var visits = listOf("ログイン ログオン ログアウト サインイン アクセス 投稿 書き込 書込 認証 login Login logged GET POST")

func hex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// ipAddress judges what stands at s[start:end].
func (t *textState) ipAddress(k *Detector, start, end int) {
	addr, err := netip.ParseAddr(t.s[start:end])
	if err != nil || addr.IsUnspecified() || addr.IsLoopback() {
		return
	}
	if start > 1 && t.s[start-1] == '/' && asciiClasses[t.s[start-2]] == asciiWord {
		return // the version of a product: Chrome/131.0.6778.204
	}
	e := t.evidence(k, start)
	if from, to := t.line(start); !e.any() && visits.in(t.s[end:to]) && start-from < reach {
		e.label = true
		e.why("a visit or log-in behind it")
	}
	sure := e.judge(Shape, false)
	if addr.IsPrivate() || addr.IsMulticast() || addr.IsLinkLocalUnicast() {
		sure = min(sure, Shape)
	}
	t.found(k.ID, start, end, sure, t.reason(&e, "four or eight groups in range"))
}
