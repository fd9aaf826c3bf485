const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '));

/** Words for a code, in some languages, with frequent endings. */
export const CODE_WORDS = words(
  'code codes código codigo codi codice cod codul kod kodu kodem koden kode koder kod: kods kodas kood koodi koodin kód kódot kódja kóði kóðinn kóða kóðann',
  'код кода кодом кодът الرمز الكود رمز كود کد הקוד קוד कोड κωδικός κώδικας კოდი',
);

/** Words for "my code", and for codes that prove who somebody is, in one word. */
export const OWN_CODES = [
  ...words(
    'kodenya kodum kodun kodunuz kodumuz kódom kódod kodeku kodeanda koodini koodisi',
    'engangskode engangskoden engångskod engångskoden eenmalcode sikkerhetskode sikkerhedskode säkerhetskod bekreftelseskode bekræftelseskode',
    'bekräftelsekod verifieringskod verifiseringskode kertakäyttökoodi vahvistuskoodi turvakoodi freischaltcode freigabecode entsperrcode',
    'einmalcode bestätigungscode verifizierungscode aktivierungscode beveiligingscode bevestigingscode toegangscode verificatiecode',
    'einmalpasswort einmalkennwort einmal-passwort einmal-kennwort engangspassord engångslösenord kertakäyttösalasana passcode totp',
  ),
  ...[
    'one-time password',
    'one-time passcode',
    'one time password',
    'mot de passe à usage unique',
    'contraseña de un solo uso',
  ],
  ...['senha de uso único', 'password usa e getta', 'hasło jednorazowe', 'jednorázové heslo', 'eenmalig wachtwoord'],
  ...['одноразовый пароль', 'одноразовым паролем', 'tek kullanımlık şifre', 'mật khẩu một lần'],
];

/** Words for a one-time code behind one: "kod jednorazowy", "code à usage unique". */
export const ONE_TIME_WORDS = [
  'jednorazowy, jednorázový, jednokratni, jednokratna, autoryzacyjny, weryfikacyjny, monouso, usa e getta, temporaneo, temporaire, provisoire',
  'à usage unique, usage unique, de un solo uso, de uso único, temporal, temporário, sekali pakai, dùng một lần, μίας χρήσης, de unică folosință',
].flatMap((line) => line.split(', '));

/** Words for a code, in scripts without spaces. */
export const UNSPACED_CODES = words('代码 代碼 コード 코드 รหัส');

/** Words for "my" and "your" before a code. */
export const OWNERS = words(
  'my your mein meine meinen dein deinen ihr ihren mon ton votre mi tu su mio il tuo meu seu teu mijn jouw uw min din mój moj twój můj tvůj môj',
  'мой твой ваш мій ваш moj tvoj benim a az minun sinun',
);

/** Beginnings of words for other codes: "error code", "código postal", "код товара". */
export const OTHER_CODES = words(
  'err fehl fail exit exception abort crash bluescreen stop status http return rückgabe respons result sqlstate signal errno',
  'post zip plz cap country area region vorwahl länder dial city state airport iata swift bank sort branch tax cost kosten account',
  'product produkt produit producto prodotto article artikel artículo item sku bar strich qr ean part model modell material order bestell',
  'promo discount coupon voucher gutschein rabatt gift reduction réduction descuento sconto rabat invite referral',
  'colou?r farb couleur color colore currency währ mcc hs tariff zoll source quell fuente sorgente origine dress unicode ascii char key keyb',
  'machine byte opcode morse hex binary barras barre kresk kund customer client cliente project projekt room raum course fach kurs',
  'ошиб сбо отказ почт товар продукт артикул исход страны региона город штрих промо błęd pocz produk źród kresk chyb psč hata posta ürün',
  'erro erreur error falh fall échec defaut guast avari virhe tuote postnummer varu vare feil fejl hiba irányító sfalm eroare',
  'خطأ بريد שגיאה מיקוד ข้อผิด สินค้า 错误 錯誤 邮政 产品 商品 源 エラー 郵便 에러 오류 우편 상품 lỗi sản',
);

/** Beginnings of words about codes that replace a password or a second factor. */
export const CODE_CONTEXT = words(
  'sms texted whatsapp telegram authenticat verif verifik bestätig bestatig confirm confirma conferma potwierdz подтвер провер',
  '2fa mfa otp tan two-factor two factor zwei-faktor einmal log-in login logg log in sign in sign-in einlogg anmeld connexion connecter',
  'receive received got sent bekam bekommen erhalten erhielt geschickt zugeschickt reçu recu envoy recib recebi envia ricevut inviat arriv',
  'llegó llega enviaron mandaron chegou chegar enviaram mandaram krijg kreeg ontvang ontving fick fått fik fikk modtag mottatt sain geldi gönder kaptam küld primit',
  'otrzyma wysła dosta przysz przych получ приш отправ присла смс e-mail email mail phone handy telefon телефон door tür alarm safe tresor unlock',
  'one-time jednoraz jednoráz jednokrat weryfik autoryz temporaire temporane monouso engang engång kertakäyt eenmalig egyszer kullanımlık одноразов',
  '短信 認証 인증 문자 برسالة',
).filter((word) => word.length > 2);

/** Places that a code opens, behind its name: "le code de la porte". */
export const PLACES = words(
  'door gate garage alarm safe locker lock padlock entrance lift building badge tür haustür wohnungstür tor garagentor garage alarm alarmanlage tresor safe schloss schließfach eingang haus wohnung',
  'porte portail alarme coffre cadenas entrée immeuble digicode interphone puerta portal alarma candado taquilla entrada porta cancello allarme cassaforte lucchetto portone ingresso',
  'portão cofre cadeado prédio deur poort alarm kluis slot ingang dörr dør grind port larm kassaskåp drzwi brama alarmu sejf dveře brána trezor двери сейфа ворот домофона',
);

/** Nouns after a number that is not a code: "the code is 2000 lines long". */
export const COUNTED = words(
  'line lines row rows char chars character characters byte bytes kb mb loc year years day days time times ms s seconds minutes percent',
  'zeile zeilen zeichen jahre lignes caractères líneas caracteres righe caratteri linhas linii wierszy строк символов',
);
