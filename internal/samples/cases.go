package samples

// cases lists the re-enactments of published breaches, each a folder below testdata/cases.
func cases() []folder {
	return []folder{
		hiddenRoster(),
		veryHiddenRoster(),
		visibleSource(),
		pivotOnly(),
		answers(),
		invoice(),
		internalTab(),
		examList(),
		tokenMails(),
		csvInZip(), splitCells(),
		statistics(),
		externalLink(),
		oldRows(),
		whiteText(),
		commented(),
		embedded(),
	}
}

// one is a folder with one document.
func one(dir, file string, data []byte, want Case) folder {
	want.File = file
	return folder{dir: dir, files: map[string][]byte{file: data}, want: []Case{want}}
}

// counts is shorthand for the maps of a Case.
type counts = map[string]Count
