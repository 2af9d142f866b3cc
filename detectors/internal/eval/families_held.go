package eval

// testFamilies are for figures only. They were first run when the detectors were done; of what that run missed, five templates
// (accounts, cards, and numbers announced in a sentence) were then put right, so for these the figures say less. New misses are to
// become new families.
func testFamilies() []Family {
	return []Family{
		{Name: "moving notice", Side: Test, Texts: []string{
			"異動届\n(1) 届出者　{name}（ﾌﾘｶﾞﾅ {kana}）\n(2) 異動前住所　{address}\n(3) 連絡のつく電話　{mobile}\n(4) 届出者の生年月日　{birth}\n",
			"続柄 本人／氏名 {name}／性別 {sex}／年齢 {age}／個人番号 {mynumber}／住民票コード {resident}",
			"転入者 {name}、転入先 〒{postal} {address}",
			"　個人番号（12桁）　{boxes}",
		}},
		{Name: "claim", Side: Test, Texts: []string{
			"下記口座へ振込をお願いします。\n金融機関 みなと信用金庫 本店\n種別 普通　番号 {account}\n名義 {kananame}",
			"ゆうちょ銀行から振替の方：記号番号 {yucho}",
			"請求書\n登録番号：{invoice}\n法人番号 {corporate}\n請求先　{name} 様\n",
			"決済に用いたカード\n番号 {card}\n名義 {latin}\nカード有効期限 {expiry}\nセキュリティコード {cvc}",
		}},
		{Name: "welfare", Side: Test, Texts: []string{
			"【資格情報】保険者番号 {insurer}／被保険者証記号番号 {insured}／氏名 {name}",
			"被保険者番号（介護保険）：{care}　利用者名：{name}　住所：{address}",
			"利用者の{name}様は{sensitive}があるため、送迎時に留意。緊急連絡先 {mobile}",
			"年金番号（基礎年金番号）{pension}　　離職者 {name}　　雇用保険被保険者番号　{employment}",
		}},
		{Name: "desk log", Side: Test, Texts: []string{
			"{#date} 10:20 {name}様来庁。免許証番号{license}で本人確認済。折返し {phone}",
			"本人確認：パスポート（旅券番号{passport}）／在留カード（番号 {residence}）",
			"{foreign}様から入電。メールは {email} 宛て。",
			"窓口にて職員の{name}が受付。申請者は{2.name}（{2.birth}生）。",
			"車のナンバーは {plate}。車台番号は {vin}。",
			"{name}さん（{years}）、{2.name}さん（{2.years}）の2名が搬送された。",
		}},
		{Name: "system notice", Side: Test, Texts: []string{
			"{name} さん\nログイン名：{user}\n仮パスワード：{password}\n下記より設定してください。\n{link}\n",
			"不正アクセス元IPアドレス：{ip}（{#date}）",
			"Cc: {email}, {2.email}\n会員No. {member} の件",
			"Name: {latin}\nEmail: {email}\nTEL: {phone}",
		}},
		{Name: "school letter", Side: Test, Texts: []string{
			"保護者　{name}　様\n\nお子様（{2.name}さん、学籍番号 {student}）の受験番号は {exam} です。",
			"教職員番号 {employee}　氏名　{name}",
			"診察券No：{patient}　患者氏名：{name}　生年月日：{birth}",
		}},
		{Name: "membership", Side: Test, Heads: []string{"会員No", "氏名(漢字)", "氏名(カナ)", "〒", "住所１", "TEL", "E-Mail", "誕生日", "性別"}, Cells: []string{"{member}", "{name}", "{kana}", "{postal}", "{address}", "{phone}", "{email}", "{birth}", "{sex}"}},
		{Name: "health check", Side: Test, Heads: []string{"受診者番号", "受診者氏名", "年齢", "保険者番号", "被保険者証記号番号", "既往歴"}, Cells: []string{"{patient}", "{name}", "{age}", "{insurer}", "{insured}", "{sensitive}"}},
		{Name: "payroll", Side: Test, Heads: []string{"社員コード", "社員氏名", "マイナンバー", "年金手帳番号", "雇用保険番号", "給与振込口座"}, Cells: []string{"{employee}", "{name}", "{mynumber}", "{pension}", "{employment}", "{account}"}},
		{Name: "residents", Side: Test, Heads: []string{"住民票コード", "世帯主名", "現住所", "介護保険番号", "ゆうちょ口座"}, Cells: []string{"{resident}", "{name}", "{address}", "{care}", "{yucho}"}},
		{Name: "fleet", Side: Test, Heads: []string{"使用者氏名", "免許証番号", "自動車登録番号", "車体番号"}, Cells: []string{"{name}", "{license}", "{plate}", "{vin}"}},
		{Name: "exam", Side: Test, Heads: []string{"受験番号", "受験者氏名", "よみがな", "学生番号", "出身校"}, Cells: []string{"{exam}", "{name}", "{kana}", "{student}", "みどり第一中学校"}},
		{Name: "trainees", Side: Test, Heads: []string{"NAME", "在留カード番号", "パスポート番号", "電話"}, Cells: []string{"{latin}", "{residence}", "{passport}", "{lost}"}},
		{Name: "site users", Side: Test, Heads: []string{"ログインID", "初期パスワード", "アクセス元IP", "個別URL", "クレジットカード番号", "セキュリティコード"}, Cells: []string{"{user}", "{password}", "{ip}", "{link}", "{card}", "{cvc}"}},
		{Name: "suppliers", Side: Test, Heads: []string{"取引先名", "法人番号", "登録番号"}, Cells: []string{"{#org}", "{corporate}", "{invoice}"}},
	}
}
