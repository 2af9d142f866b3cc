package other

import "github.com/sumikeshi/sumikeshi/inspect"

// What to do with a file that is not read, by kind.
var (
	empty = inspect.Words{
		JA: "中身が空です。保存や取り込みに失敗していないか、元のファイルを確かめてください。",
		EN: "It is empty. Check the original: saving or copying it may have failed.",
	}
	word = inspect.Words{
		JA: "Wordのファイルはまだ調べられません。Wordの「ドキュメント検査」で確かめてください。",
		EN: "Word files can't be checked yet. Use Word's own Document Inspector.",
	}
	powerpoint = inspect.Words{
		JA: "PowerPointのファイルはまだ調べられません。PowerPointの「ドキュメント検査」で確かめてください。",
		EN: "PowerPoint files can't be checked yet. Use PowerPoint's own Document Inspector.",
	}
	oldExcel = inspect.Words{
		JA: "この形式の表は調べられません。Excelで開き、「名前を付けて保存」で .xlsx にしてから、もう一度入れてください。",
		EN: "This kind of workbook can't be checked. Open it in Excel, save it as .xlsx and try again.",
	}
	oldWord = inspect.Words{
		JA: "古いWordの形式は調べられません。Wordで開き、.docx で保存し直してください。",
		EN: "Old Word files can't be checked. Open it in Word and save it as .docx.",
	}
	oldPowerPoint = inspect.Words{
		JA: "古いPowerPointの形式は調べられません。PowerPointで開き、.pptx で保存し直してください。",
		EN: "Old PowerPoint files can't be checked. Open it in PowerPoint and save it as .pptx.",
	}
	jtd = inspect.Words{
		JA: "一太郎のファイルは調べられません。一太郎で開き、PDFで保存し直してください。",
		EN: "Ichitaro files can't be checked. Open it in Ichitaro and save it as PDF.",
	}
	docuworks = inspect.Words{
		JA: "DocuWorksのファイルは調べられません。DocuWorksで開き、PDFで保存し直してください。",
		EN: "DocuWorks files can't be checked. Open it in DocuWorks and save it as PDF.",
	}
	asPDF = inspect.Words{
		JA: "この形式は調べられません。元のソフトで開き、PDFで保存し直してください。",
		EN: "This kind of file can't be checked. Open it in its own program and save it as PDF.",
	}
	openAnew = inspect.Words{
		JA: "この形式は調べられません。元のソフトで開き、.xlsx やPDFで保存し直してください。",
		EN: "This kind of file can't be checked. Open it in its own program and save it as .xlsx or PDF.",
	}
	rtf = inspect.Words{
		JA: "リッチテキスト（RTF）は調べられません。Wordで開き、.docx で保存し直してください。",
		EN: "Rich Text files can't be checked. Open it in Word and save it as .docx.",
	}
	html = inspect.Words{
		JA: "ホームページの形式（HTML）は調べられません。画面に出ない文字が入っていることがあるので、作った人に確かめてください。",
		EN: "Web pages can't be checked. They may hold text that is not shown; ask whoever made it.",
	}
	mail = inspect.Words{
		JA: "保存したメールは調べられません。宛先や引用に個人情報が残っていないか、メールソフトで開いて確かめてください。",
		EN: "Stored mails can't be checked. Open it in a mail program, and look at the recipients and the quoted text.",
	}
	xml = inspect.Words{
		JA: "XMLのファイルは調べられません。元のソフトで開き、.xlsx やCSVで保存し直してください。",
		EN: "XML files can't be checked. Open it in its own program and save it as .xlsx or CSV.",
	}
	card = inspect.Words{
		JA: "連絡先や予定のファイルは調べられません。氏名や電話番号が入っているものです。公開しないでください。",
		EN: "Contacts and calendars can't be checked. They are made of personal data: do not publish it.",
	}
	encoded = inspect.Words{
		JA: "メール用の符号（Base64）のままのファイルです。元のファイルに戻してから、もう一度入れてください。",
		EN: "It is a file in the code of mail attachments (Base64). Turn it back into the file it was and try again.",
	}
	picture = inspect.Words{
		JA: "画像の中の文字は読めません。目で確かめ、写真なら撮影場所の情報も消してください。",
		EN: "Text in pictures can't be read. Look at it yourself, and remove the place where a photo was taken.",
	}
	archive = inspect.Words{
		JA: "この形式の圧縮ファイルは調べられません。いったん取り出し、中のファイルかフォルダを入れてください。",
		EN: "This kind of archive can't be checked. Unpack it, and check the files or the folder.",
	}
	program = inspect.Words{
		JA: "プログラムです。文書ではないので、公開するものか確かめてください。自己解凍形式なら、取り出してから入れてください。",
		EN: "It is a program and no document: make sure that it is meant to be published. Unpack it first if it unpacks itself.",
	}
	database = inspect.Words{
		JA: "データベースは調べられません。必要な表だけを .xlsx かCSVに書き出してください。",
		EN: "Databases can't be checked. Export the tables that are needed as .xlsx or CSV.",
	}
	media = inspect.Words{
		JA: "録音や動画の中身は調べられません。再生して確かめてください。",
		EN: "Recordings and films can't be checked. Play it.",
	}
	unknown = inspect.Words{
		JA: "何のファイルか分かりません。元のソフトで開き、Excel（.xlsx）、Word（.docx）かPDFで保存し直してください。",
		EN: "It is not known what this file is. Open it in its own program and save it as .xlsx, .docx or PDF.",
	}
)
