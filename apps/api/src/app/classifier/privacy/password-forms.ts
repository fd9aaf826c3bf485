/** Forms of a word: its stem, and its endings. A lone hyphen is no ending. */
const forms = (text: string) =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [stem = '', endings = ''] = line.trim().split(': ');
      return endings.split(' ').map((ending) => (ending === '-' ? stem : stem + ending));
    });

/** Definite, possessive and inflected forms of words for passwords. */
export const PASSWORD_FORMS = forms(`
  lozink: a e i o u om ama
  lozinc: i
  šifr: a e i o u om ama
  zapork: a e i o u om ama
  gesl: o a u i om ih
  лозинк: а е и о у ом ама ата ите
  лозинц: и
  шифр: а и у е ом ата
  парол: а и ата ите ь я ю ем і и ями ях ям ей
  lykilor: ð ði ðs ðið ðinu ðsins ðin ðum ðunum
  lykilorða: - nna
  aðgangsor: ð ði ðs ðið ðinu ðsins ðin ðum
  leynior: ð ði ðs ðið ðinu ðsins ðin ðum
  loynior: ð ði ðs ðið ðinum ðini ðum
  kodeord: - et ets ene
  adgangskode: - n r rne ns
  løsen: - et
  password: et ets ene er erne en
  passord: - et ets ene
  lösenord: - et ets en
  lösen: - et
  kennwort: - s es e
  kennwörter: - n
  passwort: s es e
  passwörter: - n
  passwuert: - er
  wachtwurd: - en
  wagwoord: - e
  parol: a ă e ei ele elor i ile u ul am an anız umuz unuz u im ingiz imiz ini
  parolas: ı ını
  contraseny: a es
  contrasinal: - es
  fjalëkalim: - i in it et e
  slaptažod: is žio
  slaptažodž: io iu iai ių
  slaptažod: į žiu yje
  parooli: - ga ks le d
  salasõna: - ga ks d
  salasana: - n ni si mme nne nsa a ani lla llani ksi t
  tunnussana: - n ni si
  jelszó: - t val hoz nak
  jelszav: a am ad unk uk át amat adat ammal ával ak
  şifre: - m n si miz niz nizi yi sini mi nin ler
  parola: - m n nız mız yı
  pasahitz: - a ak
  cyfrinair: -
  cyfrineiriau: -
  gyfrinair: -
  chyfrinair: -
  nghyfrinair: -
  pasfhocal: - s
  phasfhocail: -
  pasfhocail: -
  heslo: - m
  hesl: a u em y ům
  hasł: o a u em ami
  nywila: -
  senha: - s
  pasvorto: - n j
  құпиясөз: - і ім ің
  գաղտնաբառ: - ը ս ն
  συνθηματικ: ό ού ά
  κωδικ: ός ό ού οί ούς
`);

/** Names of several words, and forms in scripts that join words. With "my" and "is" where these are other words elsewhere. */
export const PASSWORD_FORM_PHRASES = [
  'facal-faire, facal faire, kelma sigrieta, kata sandiku, kata sandimu, fjalëkalimi im, nghyfrinair i, pasfhocal ná, phasfhocal ná, modpas mwen se',
  'κωδικός πρόσβασής, κωδικού πρόσβασης, κωδικό πρόσβασης, كلمة مروري, كلمة سري, كلمه المرور, الباسورد, الباسوورد, باسورد, باسوورد, رمزم, رمز من',
].flatMap((line) => line.split(', '));

/** More words for "is" between a name and the password. */
export const FORM_COPULAS = [
  'hau da',
  ...'је glasi гласи zní znie brzmi hljóðar lyder ass ydy ydi hija huwa ay це гэта ہے'.split(' '),
];

/** More words that may stand between a name and the word for "is". */
export const FORM_POSSESSIVES = [
  ...['hjá mær', 'hjá mér', 'الجديدة', 'القديمة', 'الحالية', 'החדשה', 'הישנה'],
  ...'mi ime ynë jonë ko mo namin natin tiegħi tiegħek tagħna mwen hennar þitt okkar ta noastră שלנו שלו שלה حقي حقتي بتاعتي моја moja naša наша'.split(
    ' ',
  ),
];

/** More words before the purpose of a password: "lozinka za portal je". */
export const FORM_PREPOSITIONS = 'за za від ад vir för fyrir fyri pre pro pentru për kwa untuk bagi på'.split(' ');
