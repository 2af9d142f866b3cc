package samples

// wordObjects are things that hang on a document and are no text of it.
func wordObjects() []wordPlace {
	return []wordPlace{
		{
			place: place{id: "docx/macro", words: Words{"マクロ", "macros"}, change: unsure},
			dirty: func(l *paper) []string {
				vba := vbaProject("Attribute VB_Name = \"Module1\"\r\n' " + string(cp932(l.told())) + "\r\nSub AutoOpen()\r\nEnd Sub\r\n")
				l.add("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", string(vba))
				l.main.link("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", "")
				return l.both()
			},
			quiet: func(l *paper) { l.put(p("", textBox(false, "FFFFFF", p("", run("", "窓口"))))) },
		},
	}
}
