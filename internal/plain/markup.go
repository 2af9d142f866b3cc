package plain

import "strings"

// markup tells of what a text is the source; empty means that it is meant to be read as it stands. ext is the name's extension,
// which decides where the content leaves it open.
func markup(head, ext string) string {
	head = strings.TrimLeft(head, "\uFEFF \t\r\n")
	for _, m := range beginnings {
		if len(head) >= len(m.with) && strings.EqualFold(head[:len(m.with)], m.with) {
			return m.kind
		}
	}
	if strings.Contains(head[:min(len(head), 1024)], "\n%PDF-") {
		return "pdf" // readers of PDF look that far
	}
	if kind := mail(head, ext); kind != "" {
		return kind
	}
	if base64(head) {
		return "base64"
	}
	return tags(head, ext)
}

// beginnings are how sources of other things begin, without regard to case.
var beginnings = []struct{ with, kind string }{
	{"%PDF-", "pdf"},
	{"%!PS", "postscript"},
	{`{\rtf`, "rtf"},
	{"BEGIN:VCARD", "vcard"},
	{"BEGIN:VCALENDAR", "ical"},
	{"-----BEGIN PGP MESSAGE", "pgp"},
	{"-----BEGIN PKCS7", "pgp"},
	{"<?xml", "xml"},
	{"<!DOCTYPE html", "html"},
	{"<!DOCTYPE", "xml"},
	{"<html", "html"},
	{"<svg", "xml"},
}

// elements are those with which a fragment of HTML begins.
var elements = []string{
	"head", "body", "title", "meta", "table", "tr", "td", "div", "span", "p", "br", "a", "b", "font", "center", "h1", "h2", "h3", "ul",
	"ol", "form", "script", "style", "frameset", "img", "section", "article", "main", "header", "!--",
}

// tags recognises HTML and XML without a declaration.
func tags(head, ext string) string {
	first, rest, ok := strings.Cut(head, "<")
	if !ok || !strings.Contains(rest, ">") {
		return ""
	}
	switch ext {
	case ".html", ".htm", ".xhtml", ".shtml", ".php", ".jsp", ".asp", ".aspx":
		return "html"
	case ".xml", ".svg", ".fods", ".fodt", ".kml", ".gml", ".xsl", ".xsd":
		return "xml"
	}
	lower := strings.ToLower(head)
	if strings.Contains(lower, "<!doctype html") || strings.Contains(lower, "<html") && strings.Contains(lower, "<body") {
		return "html"
	}
	if strings.TrimSpace(first) != "" {
		return ""
	}
	name := rest[:strings.IndexAny(rest, " \t\r\n/>")]
	for _, e := range elements {
		if strings.EqualFold(name, e) || e == "!--" && strings.HasPrefix(name, e) {
			return "html"
		}
	}
	if name != "" && strings.Contains(rest, "</"+name+">") {
		return "xml"
	}
	return ""
}

// mail recognises a stored mail by its headers: those that only a mail server writes, or encoded words, since mails that a person
// copied into a text are read as they stand.
func mail(head, ext string) string {
	known, sure, related := 0, ext == ".eml" || ext == ".emlx", false
	for n := 0; n < 100; n++ {
		line, rest, more := strings.Cut(head, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			break
		}
		name, value, ok := strings.Cut(line, ":")
		switch folded := line[0] == ' ' || line[0] == '\t'; {
		case folded || n == 0 && strings.HasPrefix(line, "From "):
		case !ok || strings.ContainsAny(name, " \t"):
			return ""
		default:
			name = strings.ToLower(name)
			known += count(strings.Contains(" from to cc subject date reply-to sender content-type ", " "+name+" "))
			if strings.Contains(" mime-version received message-id return-path content-transfer-encoding ", " "+name+" ") {
				sure, known = true, known+1
			}
			related = related || name == "content-type" && strings.Contains(strings.ToLower(value), "multipart/related")
		}
		sure = sure || strings.Contains(line, "=?") && strings.Contains(line, "?=")
		if head = rest; !more {
			break
		}
	}
	switch {
	case known < 2 || !sure:
		return ""
	case related && (ext == ".mht" || ext == ".mhtml" || ext != ".eml" && known <= 4):
		return "mht"
	}
	return "eml"
}

// base64 recognises a file that was encoded for the mail and stored as it came: one long line, or lines of one length, of nothing
// but the letters of the code.
func base64(head string) bool {
	const shortest = 60
	lines := strings.Fields(strings.TrimRight(head, "=\r\n"))
	upper, lower, digit := false, false, false
	for i, line := range lines {
		if i < len(lines)-1 && len(line) != len(lines[0]) || len(lines[0]) < shortest {
			return false
		}
		for _, c := range []byte(line) {
			switch {
			case c >= 'A' && c <= 'Z':
				upper = true
			case c >= 'a' && c <= 'z':
				lower = true
			case c >= '0' && c <= '9' || c == '+' || c == '/':
				digit = true
			default:
				return false
			}
		}
	}
	return upper && lower && digit
}
