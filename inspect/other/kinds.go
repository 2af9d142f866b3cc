package other

import "github.com/sumikeshi/sumikeshi/inspect"

// kinds lists every sort of file that is recognised, in order: what is a mark of several comes after the one that needs more.
func kinds() []kind {
	unsupported := inspect.Unsupported
	return []kind{
		{"empty", func(f *file) bool { return f.src.Size == 0 }, inspect.Corrupt, empty},

		// Office packages
		{"docx", office("wordprocessingml.document", "wordprocessingml.template", "ms-word."), unsupported, word},
		{"pptx", office("presentationml.", "ms-powerpoint."), unsupported, powerpoint},
		{"vsdx", office("ms-visio."), unsupported, asPDF},
		{"ooxml", office(), unsupported, openAnew},

		// OpenDocument and other packages with a "mimetype"
		{"ods", mimetype("application/vnd.oasis.opendocument.spreadsheet"), unsupported, oldExcel},
		{"odt", mimetype("application/vnd.oasis.opendocument.text"), unsupported, asPDF},
		{"odp", mimetype("application/vnd.oasis.opendocument.presentation"), unsupported, asPDF},
		{"odf", mimetype("application/vnd.oasis.opendocument"), unsupported, asPDF},
		{"epub", mimetype("application/epub+zip"), unsupported, asPDF},
		{"hwpx", mimetype("application/hwp+zip"), unsupported, asPDF},
		{"package", mimetype(""), unsupported, openAnew},

		// OLE2 compound files
		{"office-encrypted", compound("EncryptedPackage"), inspect.Encrypted, inspect.Words{}},
		{"jtd", compound("JSRV_SegmentInformation", "JSRV_SummaryInformation"), unsupported, jtd},
		{"xls", compound("Workbook", "Book"), unsupported, oldExcel},
		{"doc", compound("WordDocument"), unsupported, oldWord},
		{"ppt", compound("PowerPoint Document", "PP97_DUALSTORAGE", "PP40"), unsupported, oldPowerPoint},
		{"msg", compound("__properties_version1.0", "__nameid_version1.0"), unsupported, mail},
		{"vsd", compound("VisioDocument"), unsupported, asPDF},
		{"pub", compound("Quill"), unsupported, asPDF},
		{"hwp", compound("BodyText", "HwpSummaryInformation"), unsupported, asPDF},
		{"ole", compound(), unsupported, openAnew},

		// texts that are the source of something else
		{"rtf", markup("rtf"), unsupported, rtf},
		{"html", markup("html"), unsupported, html},
		{"mht", markup("mht"), unsupported, html},
		{"eml", markup("eml"), unsupported, mail},
		{"xml", markup("xml"), unsupported, xml},
		{"vcard", markup("vcard"), unsupported, card},
		{"ical", markup("ical"), unsupported, card},
		{"postscript", markup("postscript"), unsupported, asPDF},
		{"base64", markup("base64"), unsupported, encoded},
		{"pgp", markup("pgp"), inspect.Encrypted, inspect.Words{}},

		// pictures
		{"jpeg", begins("\xff\xd8\xff"), inspect.ImageOnly, picture},
		{"png", begins("\x89PNG\r\n\x1a\n"), inspect.ImageOnly, picture},
		{"gif", begins("GIF87a", "GIF89a"), inspect.ImageOnly, picture},
		{"tiff", begins("II*\x00", "MM\x00*", "II+\x00", "MM\x00+"), inspect.ImageOnly, picture},
		{"bmp", func(f *file) bool { return f.at(0, "BM") && f.at(6, "\x00\x00\x00\x00") }, inspect.ImageOnly, picture},
		{"webp", riff("WEBP"), inspect.ImageOnly, picture},
		{"heif", brand("heic", "heix", "hevc", "mif1", "msf1", "avif", "avis"), inspect.ImageOnly, picture},
		{"psd", begins("8BPS"), inspect.ImageOnly, picture},
		{"jpeg2000", begins("\x00\x00\x00\x0cjP  \r\n\x87\n", "\xff\x4f\xff\x51"), inspect.ImageOnly, picture},
		{"ico", begins("\x00\x00\x01\x00"), inspect.ImageOnly, picture},
		{"metafile", either(begins("\xd7\xcd\xc6\x9a"), stands(40, " EMF")), unsupported, picture},

		// archives
		{"7z", begins("7z\xbc\xaf\x27\x1c"), unsupported, archive},
		{"rar", begins("Rar!\x1a\x07"), unsupported, archive},
		{"gzip", begins("\x1f\x8b"), unsupported, archive},
		{"bzip2", begins("BZh"), unsupported, archive},
		{"xz", begins("\xfd7zXZ\x00"), unsupported, archive},
		{"zstd", begins("\x28\xb5\x2f\xfd"), unsupported, archive},
		{"lzh", func(f *file) bool { return f.at(2, "-lh") && f.at(6, "-") || f.at(2, "-lz") && f.at(6, "-") }, unsupported, archive},
		{"cab", begins("MSCF\x00\x00\x00\x00"), unsupported, archive},
		{"tar", stands(257, "ustar"), unsupported, archive},
		{"arj", begins("\x60\xea"), unsupported, archive},

		// what else lies about
		{"exe", begins("MZ", "\x7fELF", "\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "\xca\xfe\xba\xbe"), unsupported, program},
		{"lnk", begins("L\x00\x00\x00\x01\x14\x02\x00"), unsupported, program},
		{"access", either(stands(4, "Standard Jet DB"), stands(4, "Standard ACE DB")), unsupported, database},
		{"sqlite", begins("SQLite format 3\x00"), unsupported, database},
		{"media", either(brand(""), riff("WAVE", "AVI "), begins(sounds...)), unsupported, media},

		// no mark of their own: the name decides
		{"xdw", extension(".xdw", ".xbd", ".xct"), unsupported, docuworks},
		{"jtd", extension(ichitaro...), unsupported, jtd},
		{"xls", extension(".xls", ".xlt", ".xlm"), unsupported, oldExcel},
		{"doc", extension(".doc", ".dot"), unsupported, oldWord},
		{"ppt", extension(".ppt", ".pps"), unsupported, oldPowerPoint},
		{"unknown", func(*file) bool { return true }, unsupported, unknown},
	}
}

// sounds are how recordings and films begin that are neither RIFF nor ISO media.
var sounds = []string{
	"ID3", "\xff\xfb", "\xff\xf3", "\xff\xf1", "OggS", "fLaC", "MThd", "\x1aE\xdf\xa3", "\x30\x26\xb2\x75\x8e\x66\xcf\x11",
	"\x00\x00\x01\xba", "\x00\x00\x01\xb3", "FLV\x01", "#!AMR",
}

// ichitaro are the extensions of Ichitaro; before version 8 its files had no common mark.
var ichitaro = []string{".jtd", ".jtt", ".jtdc", ".jttc", ".jfw", ".jvw", ".jbw", ".juw", ".jaw", ".jtw", ".jsw"}
