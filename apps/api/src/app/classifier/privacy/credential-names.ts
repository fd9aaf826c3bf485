import { toPlain } from './secret-names';

const alternatives = (...lines: string[]) => toPlain(lines.join(' ')).replaceAll(' ', '|');
const phrases = (text: string) =>
  text
    .split(',')
    .map((phrase) => toPlain(phrase.trim()))
    .join('|');

/** Names of a user name and a password together, in some languages. */
export const DETAILS = `${alternatives(
  'credentials? creds? u/pw? zugangsdaten anmeldedaten logindaten login-daten inloggegevens identifiants credenciales credenciais credenziali poświadczenia',
  'учётка учетка учётки inloggningsuppgifter påloggingsinformasjon innloggingsinformasjon logininformationer kirjautumistiedot',
)}|${phrases(`
  log-?in (?:details|info|information|data), log-?on (?:details|info|information|data), sign-?in (?:details|info|information|data),
  access (?:details|data), account details, user details, dati di accesso, dati di login, datos de acceso, datos de inicio de sesión,
  dados de acesso, dados de login, données de connexion, codes d'accès, infos de connexion, dane logowania, dane do logowania, dane dostępowe,
  учётные данные, данные для входа, логин и пароль, логин/пароль, логін і пароль, přihlašovací údaje, prihlasovacie údaje, giriş bilgileri,
  bejelentkezési adatok, belépési adatok, date de autentificare, date de acces, podaci za prijavu, podatki za prijavo, στοιχεία σύνδεσης,
  данни за вход, 账号密码, 帐号密码, 帳號密碼, 用户名密码, 登录信息, ログイン情報, ログイン, 로그인 정보, 계정 정보, بيانات الدخول, بيانات تسجيل الدخول, פרטי התחברות,
  פרטי כניסה, thông tin đăng nhập, tài khoản, informasi login, data login, maklumat log masuk`)}`;

/** Names that a space separates from the user: "login bob hunter2". */
export const LOGINS = alternatives('log-?in logon');

/** Names of accounts and users. They need a sign before the user: "user: bob / hunter2". */
export const ACCOUNTS = alternatives(
  'account acct user(?:name)? usr access benutzer(?:name)? zugang konto anmeldung usuario utilizador utilisateur accès acceso acesso',
  'utente логин доступ 账号 帳號 用户名 dostęp přístup prístup pääsy toegang kennung benutzerkennung gebruiker gebruikersnaam käyttäjä käyttäjätunnus',
  'użytkownik uživatel užívateľ användare användarnamn bruker brukernavn bruger brugernavn felhasználó felhasználónév kullanıcı utilizator',
  'користувач корисник пользователь vpn ftp sftp rdp ssh smtp imap wlan wifi wi-fi',
);

/** Prepositions before the purpose of an account: "credentials for the VPN", "Login zum Portal". */
export const PURPOSES = alternatives(
  'for to of für fürs zum zur beim im pour du de des para del da do per dla для к на от voor till til',
);
