const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '));

/** Words for passwords. */
export const PASSWORD_WORDS = words(
  'password passwords passwd passwort passworter pwd pw pass passphrase passcode kennwort mdp contraseña contrasenya clave senha',
  'parola hasło lösenord lösenordet lösen wachtwoord şifre şifrem adgangskode passord salasana jelszó jelszava heslo lozinka geslo slaptažodis',
  'пароль пароля паролем κωδικός סיסמה סיסמא',
);

/** Words for passwords in scripts without spaces, and names of several words. */
export const PASSWORD_PHRASES = [
  ...[
    'mot de passe',
    'kata sandi',
    'mật khẩu',
    'palavra passe',
    'palavra-passe',
    "parola d'ordine",
    'كلمة المرور',
    'كلمة السر',
    'كلمه السر',
  ],
  ...['密码', '密碼', '口令', 'パスワード', '비밀번호', '암호', 'รหัสผ่าน', 'पासवर्ड'],
];

/** Names of secrets in settings, headers, cookies and URLs. */
export const SECRET_WORDS = words(
  'secret token apikey accesskey secretkey privatekey accountkey sharedaccesskey sharedaccesssignature clientsecret credential credentials creds',
  'jsessionid phpsessid sessionid sessid accesstoken refreshtoken idtoken authtoken jwt csrf xsrf',
);

/** Names that are secret only if the value looks random. */
export const WEAK_WORDS = words('session sid sig signature auth key hash nonce code cookie');

/** Words before "key", "id" and "code" that make a secret of them: "API key", "session id". */
export const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'key',
    words(
      'api access secret private account encryption master licence license product recovery signing shared storage webhook subscription',
    ),
  ],
  ['id', ['session', 'sess']],
  ['code', words('verification auth authentication access backup recovery 2fa mfa sms time security confirmation')],
]);

/** Words for short numeric secrets. */
export const PIN_WORDS = words('pin otp totp geheimzahl');

/** Words after a secret's name that make another thing of it: token_count, password_policy. */
export const OTHER_PARTS = new Set(
  words(
    'count counts url uri path length len limit limits type name size expires expiry expired ttl at in policy field reset required enabled',
    'min max usage hint rotation version manager provider endpoint file age error status label placeholder',
  ),
);

/** Words after "the password is" that are not the password. */
export const CONTINUATIONS = words(
  'a an the my our your their this that it its in on at to for from with of and or but if when then so because as by no not never always',
  'i we you he she they who what why how still already also just only very too really now here there again once being be been was were is',
  'wrong incorrect invalid valid correct right expired required missing empty blank reset changed accepted rejected refused ignored lost',
  'forgotten unknown ok okay fine good bad working needed visible shown hidden stored sent saved case different same old new hard easy',
  'impossible secure insecure safe weak strong asked requested encrypted hashed locked blocked compromised leaked stolen public protected',
  'optional used set unset updated displayed cached validated checked denied unchanged longer shorter long short failing failed fails fail',
  'broken rotated revoked disabled enabled available unavailable mandatory temporary permanent managed generated null none undefined',
  'often sometimes probably currently apparently actually maybe perhaps definitely clearly simply almost usually',
  'true false yes string number object field value mismatch error login forgot recovery change protection policy manager please cannot',
  'falsch abgelaufen nicht ungültig gültig gesperrt vergessen zu der die das ein eine mein dein ihr zurückgesetzt geändert richtig leer bekannt',
  'incorrecta incorrecto correcta correcto válida válido caducada olvidada inválida el un una mi su muy es está errada inválido expirada expirou errado esquecida',
  'incorrecte expiré oublié pas le la les une mon ton votre est trop toujours perdu réinitialisé sbagliata scaduta errata kann ich wurde',
  'неверный неправильный не истек забыт неверен устарел просрочен',
);
