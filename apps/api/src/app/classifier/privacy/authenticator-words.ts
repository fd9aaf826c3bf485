import { phrases } from './personal-id-labels';

/** Beginnings of words about a second factor. */
export const SECOND_FACTORS = phrases(
  '2fa, mfa, otp, totp, hotp, authenticat, authentifi, authentikat, autentic, autentik, authy, 2-step, two-step, two step, 2-factor, two-factor, two factor, second factor',
  'zwei-faktor, zweifaktor, zweiter faktor, zweistufig, deux facteurs, double facteur, deux étapes, dos factores, doble factor, dos pasos, due fattori, dois fatores, duas etapas',
  'tweefactor, twee-factor, tweestaps, tvåfaktor, tofaktor, tvåsteg, totrin, kaksivaihe, dwuskładnik, dwuetap, dvoufáz, dvoufaktor, kétfaktor, iki faktör, iki adım, двухфактор, аутентиф, двофактор, автентиф, 双因素, 两步, 二段階, 2段階, 2단계, 認証アプリ, 验证器',
);

/** Names of the key that an authenticator is set up with. */
export const SETUP_KEYS = phrases(
  'setup key, set-up key, set up key, setup code, manually, manuell, manuellement, manualmente, handmatig, manuale, manual entry key, manual entry code, manual entry, manual key, manual code, manual setup, entry key, secret key, shared secret, enrollment key, enrolment key, provisioning key, seed key, secret seed, qr key, text code',
  'einrichtungsschlüssel, einrichtungscode, konfigurationsschlüssel, geheimer schlüssel, geheimen schlüssel, geheimschlüssel, schlüssel zur manuellen eingabe, manueller schlüssel, manueller code',
  'clé de configuration, code de configuration, clé secrète, clé manuelle, clé de saisie, clave de configuración, código de configuración, clave secreta, clave manual, chave de configuração, chave secreta, chave manual',
  'chiave di configurazione, chiave segreta, codice di configurazione, chiave manuale, configuratiesleutel, installatiesleutel, instelsleutel, geheime sleutel, konfigurationsnyckel, installationsnyckel, hemlig nyckel, opsætningsnøgle, konfigurationsnøgle, hemmelig nøgle',
  'oppsettsnøkkel, konfigurasjonsnøkkel, hemmelig nøkkel, määritysavain, asetusavain, salainen avain, klucz konfiguracji, klucz konfiguracyjny, tajny klucz, klíč nastavení, instalační klíč, tajný klíč, beállítókulcs, titkos kulcs, cheie de configurare, cheie secretă',
  'kurulum anahtarı, gizli anahtar, ключ настройки, секретный ключ, ключ налаштування, секретний ключ, kunci penyiapan, kunci rahasia, khóa thiết lập, khóa bí mật, 设置密钥, 密钥, 設定金鑰, 密鑰, セットアップキー, シークレットキー, 秘密鍵, 설정 키, 비밀 키, مفتاح الإعداد, מפתח הגדרה',
);

/** Names of any key. */
export const KEYS = phrases(
  'key, secret, seed, schlüssel, clé, clave, chave, chiave, sleutel, nyckel, nøgle, nøkkel, avain, klucz, klíč, kulcs, cheie, anahtar, ключ, kunci, khóa',
);

/** Words of four letters, which no key has. */
export const FOUR_LETTER_WORDS = new Set(
  [
    'totp hotp auth able also area away back base been best bill body book boot both call came card case chat code come copy cost data date days dear dead desk does done door down each easy edit else even ever',
    'exit face fact fail fast feel file fill find fine firm five flag flow form four free from full fuse game gave give goes gone good goto grow half hand hard have head hear help here hide high',
    'hold home hope host hour http icon idea info into item just keep kept keys kind knew know lack last late lead left less life like line link list live load lock logo long look loop lose lost',
    'made mail main make many mean menu mine miss mode more most move much must name near need news next nice node none noon note okay once only open over page paid part pass past path ping plan',
    'play plus poll port post pull push read real rest ring role room root rule runs safe said same save scan seat seed seem seen self sell send sent ship shop show shut side sign site size skip',
    'slow soft some soon sort spam step stop such sure swap sync tabs take talk task team tell term test text than that them then they this time told tool true turn type unit upon used user uses',
    'vary very view wait walk want warn ways week well went were what when whom wide wifi will wipe wire wish with word work year your zero zone',
    'aber alle also auch auto bald beim beta bitte dann dass dein dem denn dies doch eben eine euch fehl geht ganz gibt habe hier ihre jede kann kein läuft mehr mein muss nach neue noch oder ohne',
    'seit sein sich sind sehr soll über viel vom wann warum wenn weil wird wohl zeit zwar avec cela cette dans deux elle elles être fait leur mais même mois nous pour plus quel sans sont sous sur tous',
    'tout très vers vous como con cosa dice esta este esto gran hace hora mala nada otra otro para pero poco solo toda todo tras vale cada casa come dopo fare loro meno mio molto nome ogni',
  ].flatMap((line) => line.normalize('NFKD').replaceAll(/\p{M}/gu, '').split(' ')),
);
