package eval

import "slices"

// families lists the families. Those for testing are written with other words, orders and layouts than those for development.
func families() []Family {
	return slices.Concat(developmentFamilies(), testFamilies(), secondTexts, thirdTexts, fourthTexts, fifthTexts, sixthSeen, sixthHeld)
}

// developmentFamilies are for looking at misses and false alarms.
func developmentFamilies() []Family {
	return []Family{
		{Name: "form", Texts: []string{
			"氏名：{name}\nフリガナ：{kana}\n生年月日：{birth}\n性別：{sex}\n〒{postal}　{address}\n電話番号：{mobile}\nメールアドレス：{email}",
			"申請者　氏名　{name}　　電話　{phone}\n住所　{address}\n個人番号　{mynumber}",
			"口座名義　{kananame}　普通　口座番号　{account}\nゆうちょ銀行　記号番号　{yucho}",
			"被保険者氏名　{name}　保険者番号　{insurer}　被保険者証番号　{insured}",
			"基礎年金番号：{pension}　雇用保険被保険者番号：{employment}",
			"運転免許証番号：{license}　交付 {#date}",
			"旅券番号 {passport}　在留カード番号 {residence}",
		}},
		{Name: "prose", Texts: []string{
			"{#date}、{name}さん（{address}）から電話があり、折り返し先は{mobile}とのことであった。",
			"担当者の{name}が対応し、{2.name}様に書類を送付した。",
			"患者 {name}、{birth}生。連絡先は{phone}。",
			"{surname}様より、{#title}についてご意見があった。返信先 {email}",
			"{name}さんは{sensitive}のため、席を前方に配慮する。",
			"{foreign}さんが窓口に来庁。在留カード {residence} を確認した。",
		}},
		{Name: "mail", Texts: []string{
			"{name} 様\n\nお世話になっております。\nアカウントを発行しました。\nID: {user}\nパスワード: {password}\n回答用URL {link}\n",
			"送信者 {email}\n会員番号：{member}\n先日ご注文の件、カード番号 {card}（有効期限：{expiry}）で決済できませんでした。",
			"投稿者のIPアドレスは{ip}でした。",
		}},
		{Name: "vehicle", Texts: []string{"車両番号 {plate}　車台番号 {vin}　使用者 {name}"}},
		{Name: "school", Texts: []string{"受験番号 {exam}　学籍番号：{student}　生徒氏名 {name}（{kana}）", "診察券番号 {patient}　年齢：{age}　職員番号 {employee}"}},
		{Name: "roster", Heads: []string{"番号", "氏名", "フリガナ", "性別", "生年月日", "郵便番号", "住所", "電話番号", "メールアドレス", "備考"}, Cells: []string{"{#n}", "{name}", "{kana}", "{sex}", "{birth}", "{postal}", "{address}", "{mobile}", "{email}", "提出済"}},
		{Name: "points", Heads: []string{"会員番号", "お名前", "年齢", "登録日", "ポイント"}, Cells: []string{"{member}", "{name}", "{age}", "{#date}", "{#people}"}},
		{Name: "application", Texts: []string{
			"届出人\n　ふりがな　{kana}\n　お名前　{name}\n　生年月日　{birth}\n　現住所　〒{postal}\n　　　　　{address}\n　携帯　{mobile}\n",
			"世帯主：{name}（{birth}生）　続柄：妻 {2.name}\nマイナンバー {mynumber} ／ 住民票コード {resident}",
			"【振込先】みなと銀行 元町支店 普通預金 {account} 口座名義人：{kananame}",
			"マイナンバー記入欄：{boxes}",
			"①氏名 {name} ②住所 {address} ③連絡先 {phone}",
		}},
		{Name: "insurance", Texts: []string{
			"保険証の記号・番号：{insured}　保険者番号：{insurer}　本人",
			"介護保険被保険者番号 {care}　要介護認定の申請者 {name}",
			"年金手帳の番号 {pension}、雇用保険番号 {employment}",
			"ゆうちょの場合は記号番号 {yucho} にお振込みください。",
		}},
		{Name: "identity", Texts: []string{
			"本人確認書類：運転免許証（免許証番号 {license}）",
			"パスポートNo. {passport}（有効）、氏名 {latin}",
			"在留カード番号は{residence}です。",
			"免許証の番号{license}を控えた。",
		}},
		{Name: "minutes", Texts: []string{
			"出席者は{name}氏、{2.name}氏ほか。{3.name}さんから、{#title}について質問があった。",
			"相談者の{name}は{address}に居住し、日中は{phone}に連絡がつく。",
			"児童 {name}（{birth}生まれ）は{sensitive}があり、保護者の{2.name}から申出があった。",
			"被害者は{name}さん（{years}）。",
			"通報者：{surname}さん　080番台の電話 {mobile} から入電。",
		}},
		{Name: "letter", Texts: []string{
			"〒{postal}\n{address}\n{name}　様\n\n{#date}\n{#title}のお知らせ",
			"{name} 殿\n貴殿の口座（口座番号 {account}）へ{#amount}円を還付します。",
			"ご契約者 {foreign} 様　会員ID {member}",
		}},
		{Name: "mailbox", Texts: []string{
			"From: {name} <{email}>\nTo: {2.email}; {3.email}\nSubject: {#title}",
			"ログインID：{user}\n初期パスワード：{password}\n個別URL：{link}",
			"ご利用のクレジットカード {card} 期限 {#n} セキュリティコード：{cvc}",
			"アクセス元 {ip} から {#stamp} に接続",
			"＜返信＞ {surname}さん、{email} に送りました。 TEL:{mobile}",
		}},
		{Name: "report", Texts: []string{
			"事故車両は{plate}（車台番号：{vin}）、運転者 {name}。",
			"受検番号 {exam} の生徒（学籍番号 {student}）が欠席",
			"カルテ番号：{patient}　患者名：{name}　年齢：{age}　性別：{sex}",
			"社員番号 {employee} {name} が申請",
			"登録番号 {invoice}　法人番号：{corporate}",
		}},
		{Name: "answers", Heads: []string{"タイムスタンプ", "お名前（必須）", "ふりがな", "ご住所", "お電話番号", "E-mail", "生年月日（西暦）", "感想"}, Cells: []string{"{#stamp}", "{name}", "{kana}", "{address}", "{phone}", "{email}", "{birth}", "よかった"}},
		{Name: "class list", Heads: []string{"学年", "組", "出席番号", "児童名", "よみ", "保護者氏名", "緊急連絡先", "配慮事項"}, Cells: []string{"1", "2", "{student}", "{name}", "{kana}", "{2.name}", "{mobile}", "{sensitive}"}},
		{Name: "payments", Heads: []string{"No", "職員番号", "氏　名", "銀行名", "支店名", "口座番号", "個人番号", "支給額"}, Cells: []string{"{#n}", "{employee}", "{name}", "みなと銀行", "元町支店", "{account}", "{mynumber}", "{#amount}"}},
		{Name: "patients", Heads: []string{"診察券番号", "患者氏名", "カナ氏名", "性別", "年齢", "保険者番号", "記号番号", "病名"}, Cells: []string{"{patient}", "{name}", "{kana}", "{sex}", "{age}", "{insurer}", "{insured}", "{sensitive}"}},
		{Name: "foreigners", Heads: []string{"氏名", "在留カード番号", "旅券番号", "生年月日", "携帯電話"}, Cells: []string{"{latin}", "{residence}", "{passport}", "{serial}", "{lost}"}},
		{Name: "drivers", Heads: []string{"運転者氏名", "運転免許証番号", "車両番号", "車台番号"}, Cells: []string{"{name}", "{license}", "{plate}", "{vin}"}},
		{Name: "accounts", Heads: []string{"ユーザーID", "パスワード", "メール", "接続元IP", "専用URL"}, Cells: []string{"{user}", "{password}", "{email}", "{ip}", "{link}"}},
		{Name: "staff", Heads: []string{"社員番号", "氏名", "基礎年金番号", "雇用保険被保険者番号", "介護保険被保険者番号", "住民票コード"}, Cells: []string{"{employee}", "{name}", "{pension}", "{employment}", "{care}", "{resident}"}},
		{Name: "cards", Heads: []string{"会員番号", "カード番号", "カード有効期限", "郵便番号"}, Cells: []string{"{member}", "{card}", "{expiry}", "{postal}"}},
		{Name: "no heads", Heads: []string{"", "", ""}, Cells: []string{"{name}", "{address}", "{mobile}"}},
	}
}
