package pdf

import "bytes"

// remark notes the strings among the operands that no reader has a use for: entries of property lists (14.6.2) but for those that
// stand for text, and operands of operators that take none.
func (p *program) remark(op string) {
	switch op {
	case "TJ":
		p.remarks(p.args, func(before []Token) bool { return len(before) > 0 && p.args[0].Kind == ArrayOpen })
		return
	case "Tj", "'", "\"":
		last := len(p.args) - 1
		p.remarks(p.args, func(before []Token) bool { return len(before) == last })
		return
	case "BDC", "DP":
		p.remarks(p.args, told)
		return
	}
	p.remarks(p.args, func([]Token) bool { return false })
}

// remarks notes the strings that are not used, by the operands before them.
func (p *program) remarks(args []Token, used func(before []Token) bool) {
	for i := range args {
		if args[i].Kind == String && !used(args[:i]) && len(p.c.Remarks) < maxMarks {
			p.c.Remarks = append(p.c.Remarks, Remark{p.at, args[i].Start, args[i].End})
		}
	}
}

// told reports whether the last name before a string says that the string is looked at as text, or is a language.
func told(before []Token) bool {
	if n := len(before); n > 0 && before[n-1].Kind == Name {
		switch string(before[n-1].Bytes) {
		case "ActualText", "Alt", "E", "Lang":
			return true
		}
	}
	return false
}

// RemarkText returns what a remark says.
func RemarkText(code []byte) string {
	if len(code) > 0 && code[0] == '%' {
		return DecodeText(bytes.TrimSpace(code))
	}
	l := Lexer{Data: code}
	if t := l.Next(); t.Kind == String {
		return DecodeText(t.Bytes)
	}
	return ""
}
