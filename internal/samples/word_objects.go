package samples

// wordObjects are things that hang on a document and are no text of it.
func wordObjects() []wordPlace {
	return []wordPlace{
		{
			place: place{id: "docx/macro", words: Words{"マクロ", "macros"}, change: unsure},
			dirty: (*paper).macro,
			more: map[string]func(l *paper) []string{"dirty-kind.docm": func(l *paper) []string {
				l.main.ctype = "application/vnd.ms-word.document.macroEnabled.main+xml"
				return l.macro()
			}},
			quiet: func(l *paper) { l.put(p("", textBox(false, "FFFFFF", p("", run("", "窓口"))))) },
		},
	}
}

// macro adds a macro project that names somebody.
func (l *paper) macro() []string {
	vba := vbaProject("Attribute VB_Name = \"Module1\"\r\n' " + string(cp932(l.told())) + "\r\nSub AutoOpen()\r\nEnd Sub\r\n")
	l.add("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", string(vba))
	l.main.link("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "")
	return l.both()
}
