const words = (text: string) => text.trim().split(/\s+/);

/**
 * Beginnings of words that follow "the password is" in error messages and questions, such as required, empty, wrong, expired, weak, changed,
 * locked, saved and visible. Words of several languages that begin alike are listed once.
 */
export const STATE_STEMS = words(`
  compulsor obligat obbligat obrigat necessar necessair necesar requir requer requis richiest exigid exigé indispens incorrect incorrec incorret incorect
  invalid non-valid nonvalid nevalid erron errad mistyp outdat obsolet unaccept insuffic incomplet identic identiqu duplic reused inactiv
  mismatch unsupport unencrypt plaintext readabl breach disclos pwned autofill prefill blacklist absent ausent faltan mancan manquan
  vací vazi vuot caduc périm scadut vencid dimentic olvidad oubli esquec perdid perdu smarrit débil debol faibl fraco inségur insegur insicur
  demasiad tropp modif cambiad cambiat alterad mudad trocad redefin restablec reimpost réiniti bloque bloqué bloquead bloccat verrouill desbloque
  guardad enregistr sauvegard memorizz rechaz refus rifiut rejet rejeit recus acept aceit accett accept inaccept igual ident visibl visív visib
  invisib ocult masqué nascost escond difer différ corret válid unknown inconn desconoc desconhec sconosc segur sicur sécuris
  compromet filtrad robad roubad rubat encript cifrad chiffr crittograf revoc révoq desactiv disattiv désactiv vulnér
  erforder notwendig benötig verpflicht pflicht fehl falsch verkehrt unricht inkorrekt ungült unzul unzutreff abgelauf veralt schwach unsicher kurz
  geänder gewechsel zurückges gesperr blockier gespeicher hinterleg abgelehn verweiger zurückgewies akzeptier angenomm identisch gleich sichtbar
  unsichtbar versteck verborg verdeck verlor vergess unbekannt kompromitt geleakt gestohl deaktiv verschlüssel vorhand verbot unvollst zwingend
  vorgeschrieb verlang geforder geschütz vollstä
  verplicht verplig vereis nodig noodzak benodigd ontbre ongeldig onjuist verkeerd verlop zwak gewijzig verander aangepast gereset herstel geblokk vergrend
  opgeslag bewaard geweiger afgekeur geaccep aanvaard identiek zichtba onzichtb verborg vergeten verloren onbekend gelekt gestolen onveilig
  krävs krävd krævet kræves kreves kravd påkrev påkræv nødvend nödvänd mangl saknas felakt felaktig feil forkert ogilt ugyld utgång utgått utgåen udløb utløp
  alltför altfor ändrad ändrat ændre endret endra byttet nollställ återställ tilbakestil nulstil spärr sperr blokker blocker lagret lagrat lagrad sparat sparad
  avvis afvis nekte avslå godkjen godkend godkän aksepter synlig usynlig osynlig skjult glömt glemt okänd ukjent ukendt lækk stjål osäker usikk usikr
  korrekt gyldig giltig tomme nauðsyn krafist vantar ógild ógilt útrunn runnið veikt stutt breytt endurset endurst læst vistað hafnað samþykk sýnileg falið gleym óþekk
  skeivt krav
  wymagan obowiąz koniecz potrzebn niezbęd pust brak nieprawid niepopraw błędn nieważn wygas przetermin słab krótk zmienion zresetow zablok zapisan
  odrzuc zaakcept akcept nieakcept identycz widoczn niewid ukryt zapomni nieznan niebezp bezpiecz prawid popraw nieaktual wyciek skradz zaszyfr zbyt
  povinn vyžad požad nutn potřeb potreb prázdn chyb nespráv neplat špatn vyprš slab krátk příliš príliš změněn zmenen resetov obnov zablok zamč uzamč zamkn
  uložen zamít odmít odmiet přijat prijat neprijat stejn rovnak totož vidit skryt zapomen zabudn neznám správn platn bezpeč nebezpeč
  obavez obvez nužn neophod prazn nedostaj pogreš netač netoč neisprav nevaž nevalj neveljav istek kratk prekrat previš suviš preveč promijen promenj
  resetir poništ ponastav blokir zaključ spremlj sačuv pohran shranj odbij odbač zavrnj prihvać sprejet jednak enak identič vidljiv viden vidn skriv zaborav
  pozablj nepozna isprav točn tačn pravil nepravil zahtev zahtij manjka spremen potekl prešib šibk napač
  обавез потреб неопход празн недоста погреш погрешн нетач неточ неисправ неваж истек слаб кратк прекрат превиш сувиш премногу промењ промен смене ресет
  блокир закључ заклуч заключ сачув зачув одбиј одбиен прихва прифат идентич видљив видлив видим скрив скрит заборав забрав непозна исправ тачн точн задолж
  невалид изтек грешн греш сгреш задълж нужн необход изиск липсв твърд прекал нулир запаз отхвър приет същ
  обязат требу пуст отсут неверн неправ некорр ошибоч недейст недопуст просроч устар корот слишк измен сменен сброш заблок сохран отклон принят неприн одинак
  совпад видн скрыт забыт утерян потерян неизв небезоп действит обов'яз обов’яз необхід потріб порожн відсут невірн недійсн простроч застар занадт змінен скинут
  збереж відхил прийня однак збіга прихов забут невідом абавяз патрэб няправ несапр пратэрм карот зменен скінут заблак захав адхіл прынят бачн схав
  cerut solicit lipse greșit expirat expir scurt schimbat modific resetat blocat salvată salvate respins refuz neaccept aceeaș vizibil ascuns uitat necunosc corect
  buida buit erròn feble canviad restabl bloquej desada rebutj mateix amagad oblidad equivocad baleir gardad rexeit mesm
  detyrues nevojsh kërkuar gabuar skaduar pavlef pasakt dobët bllokuar ndryshuar harruar
  privalom būtin reikaling tušč neteising netink negalioj pasibaig silpn trump pakeist atstaty užblok užrak išsaug atmest priimt vienod matom paslėp pamirš klaiding
  obligāt nepiecieš vajadz tukš nepareiz nederīg beigus beidz vāja pārāk mainīt nomain atiestat bloķēt saglab noraid pieņem vienād redzam paslēp aizmirs kļūdain
  kohust nõutav vajalik tühi puudu vigane kehtetu aegun nõrk lühik liiga muudet lähtest blokeer lukus salvest lükat aktsept nähtav peidet unustat tundmat
  pakolli vaadit tarvit tarpeel välttäm tyhjä puutt väär virheel epäkelp kelpaam kelvot vanhent heikko lyhyt liian vaihdet muutet nollat palaut lukit estet
  tallen hylät hyväks näkyv piilot unohtu tuntemat
  kötelez szükség hiányz hibás helytelen érvényt lejárt gyenge rövid megvált módos zárol mentett elutas azonos látható rejtett elfelejt
  zorunlu gerekli gerekiyor geçersiz yanlış hatalı eksik süresi zayıf değişt sıfırl kilitl kayded kabul görünür gizli unutul tələb
  υποχρεωτ απαραίτ απαιτ λείπε λάθος λανθασ εσφαλμ άκυρ έληξ ληγμέν αδύναμ ασθεν σύντομ κοντός μικρός άλλαξ αλλαγμ επαναφ κλειδωμ μπλοκ αποθηκευ απορρίφ αποδεκτ
  κενός κενό ορατ κρυφ κρυμμ ξεχασ άγνωστ σωστ ίδιος
  meħtieġ ħażin żbaljat skadut skadiet vojt ofynnol anghywir annilys riachtan mícheart neamhbh folamh
  kailangan kinakailangan kulang maikli mahina pareho nakatago masyado nakalimut
  wajib diperlukan dibutuh diharus harus kosong keliru kadaluw kedaluw lemah terlalu pendek terkunci diblokir disekat dikunci tersimpan disimpan diterima terlihat
  tersembunyi dilupakan hilang mandatori
  inahitaj lazima batili dhaifu beharrezko derrigor baliogab ongeldig verkeerd
  ugual dasselb dieselb länger dlouh dlhé nevyhov nevyhovuj predug предуга обов malĝust confiden confidên vertraul vertrouw poufn důvěrn конфид
  tempor tymczas tijdelijk dočasn midlertid tillfäll väliaik ajutin privremen začasn привремен времен тимчас часов προσωριν geçici sementara provizor laikin pagaidu
  wichtig importan belangrijk viktig vigtig ważn důležit važn важн opcion opcjon opzion opțion facultat facoltat freiwill valgfri valfri frivill volitel neobvez необяз
  valikul vapaaeht προαιρετ komplex complicat compliqu kompliz aktual aktuel riktig nag-expire
  आवश्यक अनिवार्य ज़रूरी जरूरी गलत अमान्य खाली समाप्त कमज़ोर छोटा बहुत नहीं مطلوب إلزامي ضروري خاطئ خطأ فارغ منتهي ضعيف قصير مخفي صحيح
  الزامی اشتباه نادرست خالی ضعیف کوتاه نامعتبر ضروری غلط חובה נדרש שגוי ריקה חלשה קצרה נעולה דרוש שונה פגה
`);

/** Such words that other words begin with, and words before them: "too", "not", "very". */
export const STATES = words(`
  needed trop muy molto muito mucho bien zu noch mehr nötig leer kein keine bereits schon sicher einfach lang vide court courte requis faux mauvais mauvaise caché
  te leeg kort fout geen onder juist hetzelfde gelijk sterk för mycket tom tomt svag svagt svak svakt gemt samma samme likt ens dold dolt låst rätt rett
  rangt röng tómt ekki sama ov puste nie złe zły złego takie samo dość bardzo już zapisane
  moc už již není niet ista isto isti иста исто исти није нема къса къс много вече нужен нужно верен
  не нет такой тот же той самий та сама prea nu foarte deja gol goală massa molt non no vale sama ei liian túl üres rossz çok boş kısa aynı πολύ μη ήδη δεν
  rhy wedi gwag ró mali hindi walang sudah belum tidak tak bukan tamat luput sama
  bắt buộc cần trống không sai quá yếu hết đã bị giống ẩn hiển chưa được rất bo'sh غير نفس نفسها نفسه לא אותה ריק
  longa longo lunga lungo uns allen alt bon sensible stare stará staré starý dobre dobré tạm
  stata stato sido été worden został została zostało fost обов salvada salvado salvata salvato fraca persa rota rotta cassé cassée volé volée breve corto īsa īss tāda tā
`);

/** Beginnings of texts about a password in Chinese, Japanese and Korean, which have no space after the particle. */
export const UNSPACED_STATES = words(`
  必須 必要 必填 必需 必须 空 間違 正し 正確 正确 不 不正 無効 有効 无效 無效 有效 期限 短 長 弱 強 强 変更 変わ リセット ロック 保存 同じ 同 相同 一样 表示 非表示 違 誤 一致 設定 入力 忘 何 分か
  わか 拒否 受け付 使 届 登録 再設定 未 古い 既に ありま 見え 含 安全 隠 切れ 错误 錯誤 过期 過期 已 太 可见 隐藏 没有 沒有 什么 什麼 多少 被 由 需 至少 明文 加密 锁定 修改 更改 重置 默认 漏洩 仮 临时 任意 可选
  필요 필수 비어 빈 틀 잘못 유효 무효 만료 짧 길이 길어 약하 약합 강력 변경 바뀌 재설정 초기화 잠 저장 같 동일 표시 보이 보입 숨 일치 올바 맞 없 너무 안 다르 다릅 거부 거절 허용 입력 분실 잊 기억
  노출 유출 무엇 뭐 최소 설정 생성 사용 이미 아니 아닙 누락 임시 선택
`);
