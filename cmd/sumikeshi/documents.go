package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// documents are the extensions that make a file of a folder a document, whatever is in it.
var documents = words(`
	xlsx xlsm xltx xltm xlsb xls xlt xlw xlam ods ots fods
	docx docm dotx dotm doc dot odt ott fodt rtf
	pptx pptm potx potm ppsx ppsm ppt pot pps odp otp fodp
	pdf csv tsv txt text log md json jsonl xml yaml yml sql dat
	zip 7z rar lzh cab tar gz tgz bz2 xz
	jtd jtt jtdc jttc jfw jvw jbw jaw jsw jhd xdw xbd xct docuworks one pub vsd vsdx mpp odg
	eml msg mht mhtml mbox pst ics vcf
`)

// others are what a web site is made of besides documents. They are documents only if their content says so.
var others = words(`
	html htm xhtml shtml php asp aspx jsp css scss less js mjs ts map webmanifest
	png jpg jpeg jpe gif webp avif bmp ico svg svgz tif tiff heic psd ai eps
	mp3 m4a wav ogg oga flac aac mp4 m4v mov avi wmv webm mkv mpg mpeg vtt srt
	woff woff2 ttf otf eot
`)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// signatures are how the content of documents begins.
var signatures = [][]byte{
	[]byte("PK\x03\x04"), []byte("PK\x05\x06"), []byte("%PDF-"), []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), []byte("{\\rtf"),
	[]byte("7z\xbc\xaf\x27\x1c"), []byte("Rar!\x1a\x07"), []byte("\x1f\x8b\x08"),
}

// isDocument reports whether a file that was met in a folder is a document: by its extension, else by its content. What can't be
// opened is one, so that it is reported as unread.
func isDocument(path string) bool {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	if documents[ext] {
		return true
	}
	head, err := readHead(path)
	if err != nil {
		return true
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, s) {
			return true
		}
	}
	// Viewers take a PDF header anywhere in the first kilobyte.
	return bytes.Contains(head, []byte("%PDF-")) || !others[ext] && looksLikeText(head)
}

func readHead(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, 1024)
	n, err := io.ReadFull(f, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return head[:n], err
}

// looksLikeText reports whether a file without a known extension may hold text, in UTF-8 or an older Japanese encoding: it has no
// control characters. Markup is not text: pages are not checked under another name either.
func looksLikeText(head []byte) bool {
	if len(head) == 0 {
		return false
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return true
	}
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != 0x1b || b == 0x7f {
			return false
		}
	}
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<?php", "<svg", "#!"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return false
		}
	}
	return utf8.Valid(trimRune(head)) || !bytes.Contains(head, []byte("\xff"))
}

// trimRune cuts off a rune that the end of the head split.
func trimRune(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			return b
		}
	}
	return b
}
