import {
  FORM_COPULAS,
  FORM_POSSESSIVES,
  FORM_PREPOSITIONS,
  PASSWORD_FORM_PHRASES,
  PASSWORD_FORMS,
} from './password-forms';

const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '));
const phrases = (text: string) => text.split(',').map((phrase) => phrase.trim());

/** Words for passwords, with frequent misspellings. */
export const PASSWORD_WORDS = PASSWORD_FORMS.concat(
  words(
    'password passwords passwd passwort passworter pwd pw pass passphrase passcode kennwort mdp contraseña contrasenya clave senha',
    'passwrd pasword passwod passowrd passord pswd psw psswd pswrd paswd pasw passw paswort passwordt passwrod contrasena contraseñas',
    'parola parolam parolanız parole parolă hasło hasła hasłem lösenord lösenordet lösen wachtwoord wachtwoorden şifre şifrem şifremiz',
    'adgangskode adgangskoden passord passordet salasana salasanani jelszó jelszava jelszavam jelszavunk heslo hesla lozinka geslo',
    'slaptažodis slaptažodžio parool parooli fjalëkalimi fjalëkalim lykilorð aðgangsorð katalaluan losinka kodeord kodeordet loosungswort zugangspasswort',
    'пароль пароля паролем паролю пароли парола паролата лозинка лозинката шифра құпиясөз κωδικός κωδικό συνθηματικό סיסמה סיסמא ססמה סיסמתי הסיסמה הסיסמא',
    'nenosiri nywila wagwoord pasfhocal phasfhocal cyfrinair gyfrinair nghyfrinair pasahitza contrasenya contrasinal passwuert pasvorto modpas iphasiwedi parol parolum şifrə şifrəm сырсөз сырсөзүм серсүз рамз',
    'requirepass masterauth bindpw sandi şifreniz parolanız lozinku zaporka senhas κωδικού wpapassphrase',
  ),
);

/** Words for passwords in scripts without spaces, and names of several words. */
export const PASSWORD_PHRASES = PASSWORD_FORM_PHRASES.concat(
  phrases(`
  security answer, secret answer, secret question answer, sicherheitsantwort, réponse secrète, respuesta secreta, risposta segreta, p/w, pass word, pass-word, pass phrase, pass code, mot de passe, mots de passe, code wifi, code wi-fi, code du wifi, clé wifi, clé wi-fi, clé du wifi, kata sandi, kata laluan, mật khẩu, palavra passe,
  palavra-passe, parola d'ordine, kod pristupa, code d’accès, κωδικός πρόσβασης, كلمة المرور, كلمة السر, كلمه السر, كلمة مرور,
  كلمة سر, الرقم السري, رمز عبور, رمز عبورم, گذرواژه, گذرواژه ام, پسورد, پسوردم, پاس ورڈ, پټنوم, 密码, 密碼, 口令, パスワード, パスコード, 合言葉, 비밀번호, 암호, 비번, 패스워드, รหัสผ่าน,
  ລະຫັດຜ່ານ, ពាក្យសម្ងាត់, पासवर्ड, कूटशब्द, পাসওয়ার্ড, পাসওয়ার্ড, கடவுச்சொல், పాస్‌వర్డ్, ਪਾਸਵਰਡ, પાસવર્ડ, പാസ്‌വേഡ്,
  ಪಾಸ್‌ವರ್ಡ್, ಪಾಸ್ವರ್ಡ್, ପାସୱାର୍ଡ, මුරපදය, စကားဝှက်, የይለፍ ቃል, የይለፍ ቃሌ, neno la siri, furaha sirta, нууц үг,
  პაროლი, პაროლია, գաղտնաբառ, գաղտնաբառս, ລະຫັດຜ່ານຂອງຂ້ອຍ`),
);

/** Words of some languages for keys of interfaces and networks. */
export const SECRET_PHRASES = phrases(`
  api-schlüssel, api schlüssel, zugriffsschlüssel, geheimer schlüssel, lizenzschlüssel, lizenzkey, produktschlüssel, aktivierungsschlüssel, wlan-schlüssel, netzwerkschlüssel,
  clé d'api, clé api, clé de licence, clé de produit, clé d'activation, clave de producto, clave de licencia, clave de activación, chave de licença, chave do produto, chiave di licenza, chiave di attivazione, licentiesleutel, productsleutel, clé secrète, clé d'accès, clé privée, clave api, clave de api, clave secreta, chave de api, chave api,
  chave secreta, chiave api, chiave segreta, api-sleutel, api sleutel, klucz api, api-nyckel, api-nøgle, api-nøkkel, api-avain,
  api kulcs, api klíč, klíč api, api anahtarı, kunci api, khóa api, cheie api, κλειδί api, ключ api, api-ключ, api ключ,
  секретный ключ, токен, מפתח api, مفتاح api, मुद्रा कुंजी, एपीआई कुंजी, คีย์ api, api密钥, api 密钥, api密鑰, 密钥, 密鑰, 令牌, apiキー,
  api キー, 秘密鍵, アクセスキー, トークン, api키, api 키, 토큰`);

/** Words of some languages for short numeric secrets. */
export const PIN_PHRASES = phrases(`
  pin code, pin-code, pin kod, pin-kod, code pin, código pin, codice pin, пин код, пин-код, пін-код, пінкод, пинкод,
  rsa token, securid, security code, security number, sec code, sec. code, sec-code, card code, card security code, 3 digit code, 3-digit code, 4 digit code, 4-digit code,
  cryptogramme visuel, code visuel, prüfziffer der karte, código cvv, code de vérification, code de sécurité, code de confirmation, code d'activation, code secret,
  código de verificación, código de seguridad, código de confirmación, código de acceso, código de verificação,
  código de segurança, código de confirmação, codice di verifica, codice di sicurezza, codice di conferma, kod weryfikacyjny,
  kod potwierdzenia, doğrulama kodu, onay kodu, ověřovací kód, mã xác minh, mã xác nhận, mã xác thực, mã otp, mã đăng nhập, mã một lần, mã dùng một lần, mã đăng nhập một lần, mã bảo mật, kode verifikasi, kode otp,
  код подтверждения, код проверки, код из смс, код безопасности, код підтвердження, κωδικός επιβεβαίωσης, קוד אימות,
  رمز التحقق, كود التحقق, رمز التأكيد, सत्यापन कोड, ओटीपी, รหัสยืนยัน, รหัส otp, 验证码, 驗證碼, 认证码, 校验码, 动态码, 确认码, 安全码, 認証コード,
  確認コード, 認証番号, 暗証番号, セキュリティコード, 인증번호, 인증 번호, 인증코드, 보안코드`);

/** Words between a name and the password in a sentence, also in scripts without spaces. */
export const COPULAS = [
  ...FORM_COPULAS,
  ...['will be', 'would be', 'should be', "c'est", 'langu ni', 'yangu ni', 'lako ni', 'yako ni', 'yake ni'],
  ...words(
    'is was are equals reads heißt wäre ist lautet war sind est était sera es era fue será sarà son é foi eram e jest to był ar er on oli olet je este era là ialah adalah is',
    'это был была было был есть є е са είναι ήταν هي هو هو: ह है था คือ 是 为 為 は が 는 은 가 이 הוא היא është ir yra estas van yw គឺ ແມ່ນ არის է',
  ),
];

/** Words before the purpose of a password: "the password for the portal". */
export const PREPOSITIONS = FORM_PREPOSITIONS.concat(
  words(
    'for of at to on für fürs beim von vom der zum zur im pour de du des para del do da per di della dell til till voor van k ke na do от для на к в с',
  ),
);

/** Words that may stand between a name and {@link COPULAS}. */
export const POSSESSIVES = [
  ...FORM_POSSESSIVES,
  ...words(
    'mitt min mit ditt din dit vårt vår vort vores hans hennes hendes ми μου μας σου του της saya aku kami anda mia mio mea miei meu minha moje moj moja моё мой моя lui saja tôi שלי שלך من',
  ),
  ...words(
    'nueva nuevo actual anterior temporal nova novo atual antiga antigo provisória temporária nuova nuovo attuale vecchia provvisoria temporanea',
  ),
  ...words(
    'actuel ancien provisoire temporaire nouveau nowe aktualne tymczasowe новый новая старый временный novou nou nouă mới lama baru',
  ),
  ...[
    'của tôi',
    'của em',
    'của mình',
    'الخاصة بي',
    'ของฉัน',
    'ของผม',
    'من',
    'ما',
    'خودم',
    'របស់ខ្ញុំ',
    'ຂອງຂ້ອຍ',
    'от почты',
    'de acceso',
    'de acesso',
    'do konta',
  ],
];

/** Names of secrets in settings, headers, cookies and URLs. */
export const SECRET_WORDS = words(
  'psk wpa2 wpapsk passkey presharedkey secret token apikey accesskey secretkey privatekey accountkey sharedaccesskey sharedaccesssignature clientsecret credential credentials creds',
  'jsessionid phpsessid sessionid sessid accesstoken refreshtoken idtoken authtoken jwt csrf xsrf',
);

/** Names that are secret only if the value looks random. */
export const WEAK_WORDS = words('session sid sig signature auth key hash nonce code cookie seed');

/** Words before "key", "id" and "code" that turn them into names of secrets: "API key", "session id". */
export const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'key',
    words(
      'activation registration api access secret private account encryption master wifi wlan wpa network preshared licence license product recovery signing shared storage webhook subscription',
    ),
  ],
  ['id', ['session', 'sess']],
  ['secret', ['shared']],
  [
    'code',
    words(
      'verification auth authentication authorization access sec backup recovery 2fa mfa otp tan pin sms time security confirmation activation login your my entry door gate unlock alarm pairing',
    ),
  ],
]);

/** Words for short numeric secrets. */
export const PIN_WORDS = words(
  '2fa mfa pin nip pincode pinkod pinnummer puk puk1 puk2 otp totp hotp geheimzahl tan mtan itan smstan cvv cvv2 cvc cvc2 cvn cvn2 csc cav2 cryptogramme kartenprüfnummer kartenprüfziffer kartenprüfcode',
  'bestätigungscode sicherheitscode verifizierungscode freischaltcode zugangscode einmalcode prüfcode authcode verificatiecode',
  'alarmcode safecode tresorcode haustürcode garagencode schließfachcode sperrcode gerätecode handycode kartencode',
  'kenncode freigabecode aktivierungscode entsperrcode zugriffscode türcode torcode kopplungscode registrierungscode anmeldecode logincode',
  'bevestigingscode beveiligingscode verifieringskod bekräftelsekod vahvistuskoodi biztonsági пин пін κωδικόςotp',
);

/** Words after the name of a secret that change its meaning: token_count, password_policy. */
export const OTHER_PARTS = new Set(
  words(
    'count counts url uri path length len limit limits type name size expires expiry expired ttl at in policy field reset required enabled',
    'link page screen prompt message text box dialog form problem issue question request change changed help forgotten vergessen olvidada',
    'oublié dimenticata esquecida забыт забыл store vault generator expires strength rules rule format complexity java ts tsx js py cs php rb go html css json xml yml yaml txt vue',
    'min max usage hint rotation version manager provider endpoint file age error status label placeholder',
    'regel regeln richtlinie richtlinien länge seite feld formular règle règles política politica longueur longitud lunghezza zasady правила длина',
  ),
);

/** Words after "the password is" that are not the password. */
export const CONTINUATIONS = words(
  'a an the my our your their this that it its in on at to for from with of and or but if when then so because as by no not never always',
  'i we you he she they who what why how still already also just only very too really now here there again once being be been was were is',
  'are gone santa wrong incorrect invalid valid correct right expired required missing empty blank reset changed accepted rejected refused ignored lost',
  'forgotten unknown ok okay fine good bad working needed visible shown hidden stored sent saved case different same old new hard easy',
  'impossible secure insecure safe weak strong asked requested encrypted hashed locked blocked compromised leaked stolen public protected',
  'optional used set unset updated displayed cached validated checked denied unchanged longer shorter long short failing failed fails fail',
  'broken rotated revoked disabled enabled available unavailable mandatory temporary permanent managed generated null none undefined',
  'limited judged counted compared copied deleted derived entered exchanged exported given guessed handled kept known listed logged mailed normalised',
  'printed read removed renewed replaced returned shared shortened signed stretched synced taken tested transmitted tried trimmed typed verified written',
  'ambiguous common complex confidential personal predictable private simple unsafe unique unusable useless approved confirmed created delivered',
  'documented duplicated exposed forced found imported issued provided recognised recognized regenerated requested restored submitted truncated visible',
  'often sometimes probably currently apparently actually maybe perhaps definitely clearly simply almost usually',
  'true false yes string number object field value mismatch error login forgot recovery change protection policy manager please cannot',
  'faux fausse erroné erronée bonne ancienne vide verkeerd verkeerde fout onjuist equivocada equivocado errónea vieja sbagliato vecchia giusta',
  'immer encore ancora ainda nog steeds aún todavía jetzt nun momentan neuerdings maintenant desormais ahora agora adesso теперь сейчас nu teraz',
  'falsch abgelaufen nicht ungültig gültig gesperrt vergessen zu der die das ein eine mein dein ihr zurückgesetzt geändert richtig leer bekannt',
  'incorrecta incorrecto correcta correcto válida válido caducada olvidada inválida el un una mi su muy es está errada inválido expirada expirou errado esquecida',
  'het den det dem los las il lo gli mismo misma stessa stesso mesmo mesma même dezelfde hetzelfde zelfde gleiche gleichen selbe',
  'incorrecte expiré oublié pas le la les une mon ton votre est trop toujours perdu réinitialisé sbagliata scaduta errata kann ich wurde',
  'after before although though while during despite since until even every each all any some more than like can could should would will',
  'must may might do does did have has had get gets got see use using via per about into over under out up down off something anything',
  'expire default default: redacted removed masked hidden placeholder nothing everyone nobody none tba tbd n/a ver abajo siehe unten wieder weg нет нету не',
  'refusé refusée rejeté rejetée rechazada rechazado rifiutata rifiutato rejeitada rejeitado corta corto curta faible débil fraca debole',
  'неверный неправильный не истек забыт неверен устарел просрочен должен должна минимум',
  'utløpt utgått ugyldig gyldig feil forkert glemt sperret låst endret tilbakestilt for ikke udløbet ugyldigt spærret ændret nulstillet fel felaktigt felaktig ogiltigt ogiltig utgånget utgången glömt spärrat ändrat inte',
  'väärä väärin vanhentunut unohtunut lukittu salah kadaluarsa kedaluwarsa lupa terlupa ditolak diubah diganti tidak',
  'outra outro otra otro autre autres altra altro ander andere anderes annat andet inne другой іншого neu neue neuer neues neuen nytt nyt nowe nové новый',
  'mindestens höchstens muss sollte minimum maximum least debe deve doit musi moet minst min max',
);
