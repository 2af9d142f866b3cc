package detectors

import "strings"

// secretLinkDetector finds links that open something by themselves: with a token, key or signature in the query (such as the
// shared access signatures of cloud storage), with a long random path element made for one person, to an editable shared
// document, or to an administration page.
func secretLinkDetector() *Detector {
	return &Detector{
		ID: "secret-link", JA: "個人用・管理用のURL", EN: "link with a secret", Step: 4,
		Heads: strings.Fields("個別url 専用url 個人url 回答url マイページurl 個別リンク 専用リンク 管理url 回答用url 受験者url 参加url"),
		scan:  scanSecretLink, on: onScheme,
		Hits: []Example{
			{Text: "https://form.example/answer?token=8fK2mQz71LxPw0Vb"},
			{Text: "https://store.example/list.csv?sv=2022-11-02&se=2025-01-01&sig=aB3%2Fk9Zq1LmN0pQr"},
			{Text: "回答はこちら→https://enq.example/r/9f3Ka82LmQx07bTzWq"},
			{Text: "https://www.example.jp/wp-admin/"},
			{Text: "https://docs.google.com/spreadsheets/d/1AbCdEfGh2IjKlMnOpQrStUvWxYz0123456789abcd/edit"},
		},
		Misses: []Example{
			{Text: "https://www.city.example.lg.jp/kurashi/index.html"},
			{Text: "https://www.example.jp/news/20240401-shimin-matsuri-kaisai"},
			{Text: "https://example.jp/?id=123"},
			{Text: "https://ja.wikipedia.example/wiki/%E5%9B%B3%E6%9B%B8%E9%A4%A8"},
			{Text: "https://www.example.jp/administration.html"},
			{Text: "https://docs.google.com/forms/d/e/1FAIpQLSdAbCdEfGhIjKlMnOp0123456789/viewform"},
			{Text: "http://www.example.com/pki/certs/ExaCodSigPCA_08-31-2010.crt0"},
			{Text: "http://crl.example.com/pki/crl/products/CodeSignPCA2.crl0O"},
		},
	}
}

// Names of query parameters whose value is a secret.
var secretKeys = strings.Fields("token access_token auth authkey auth_token key apikey api_key sig signature code secret pass password pwd sid session sessionid session_id jwt hash ticket invite uid uuid guid x-amz-signature t k s c id rid respondent")

// maxLink is how much of a link is looked at, in bytes.
const maxLink = 2048

func scanSecretLink(t *textState, k *Detector) {
	done := 0
	for _, i := range t.schemes {
		if i < done {
			continue // a link inside a link
		}
		start := i
		for start > 0 && i-start < 5 && asciiClasses[t.s[start-1]] == asciiWord {
			start--
		}
		end := i + 3
		for end < min(len(t.s), i+maxLink) && t.s[end] > ' ' && t.s[end] < 0x7F && !strings.ContainsRune("\"<>{}|^`\\", rune(t.s[end])) {
			end++
		}
		done = end
		for end > i+3 && strings.IndexByte(".,;:)'", t.s[end-1]) >= 0 {
			end--
		}
		if start == i || !strings.EqualFold(t.s[start:min(start+4, len(t.s))], "http") {
			continue
		}
		why := secret(t.s[i+3 : end])
		if e := t.evidence(k, start); e.any() && !e.weak {
			t.found(k.ID, start, end, max(e.judge(Likely, false), Likely), t.reason(&e, why))
		} else if why != "" {
			t.found(k.ID, start, end, Likely, why)
		}
	}
}

// secret says what makes a link, without its scheme, a secret; "" when nothing does.
func secret(link string) string {
	path, query, _ := strings.Cut(link, "?")
	path, fragment, _ := strings.Cut(path, "#")
	host, path, _ := strings.Cut(path, "/")
	for pair := range strings.FieldsFuncSeq(query+"&"+fragment, func(r rune) bool { return r == '&' || r == '#' }) {
		key, value, _ := strings.Cut(pair, "=")
		key = strings.ToLower(key)
		if isOne(key, secretKeys) && (random(value) || len(key) > 3 && key != "code" && len(value) >= 8 && mixed(value)) {
			return "query with a token"
		}
	}
	if strings.HasPrefix(host, "docs.google.") || strings.HasPrefix(host, "drive.google.") {
		if strings.HasPrefix(path, "forms/d/e/") {
			return ""
		}
		return "shared document"
	}
	for part := range strings.SplitSeq(path, "/") {
		switch lower := strings.ToLower(part); {
		case lower == "admin", lower == "wp-admin", lower == "wp-login.php", lower == "administrator", lower == "phpmyadmin":
			return "administration page"
		case strings.Contains(lower, ".crt"), strings.Contains(lower, ".crl"):
			// Certificates name where their issuers are published (RFC 5280, 4.2.1.13 and 4.2.2.1); every signed font holds such links.
		case random(part) && strings.Count(part, "%") < 3: // words of other scripts are written in escapes
			return "path with a token"
		}
	}
	return ""
}

// random reports whether s looks drawn by lot: at least 16 letters and digits that change between the kinds often, as words and
// dates do not.
func random(s string) bool {
	if len(s) < 16 || len(s) > 200 {
		return false
	}
	changes, digits, letters := 0, 0, 0
	var last uint8
	for i := range len(s) {
		kind := asciiClasses[s[i]]
		switch {
		case kind == asciiDigit:
			digits++
		case kind == asciiWord:
			letters++
			if s[i] <= 'Z' {
				kind = 9 // upper case is a kind of its own
			}
		case s[i] != '-' && s[i] != '_' && s[i] != '%' && s[i] != '=' && s[i] != '.':
			return false
		default:
			continue
		}
		if kind != last {
			changes++
		}
		last = kind
	}
	return digits >= 2 && letters >= 4 && changes*4 >= len(s) || digits < 2 && len(s) >= 18 && changes*5 >= len(s)*2
}
