const words = (...lines: string[]) => lines.flatMap((line) => line.split(' '));

/**
 * Passwords of letters only that many people choose, and that programs and devices come with. "password letmein" is a name and a value;
 * "password reset" is not. Words that often follow "password" in a sentence are left out. Sources: the common passwords of zxcvbn
 * (https://github.com/zxcvbn-ts/zxcvbn, MIT licence), those of some languages (https://github.com/danielmiessler/SecLists, MIT licence,
 * Passwords/Common-Credentials), and the manuals of the devices.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  words(
    'qwerty qwertyuiop qwertz qwertzu qwertzuiop azerty azertyuiop asdf asdfg asdfgh asdfghjk asdfghjkl asdasd asdfasdf zxcvbn zxcvbnm yxcvbnm',
    'qazwsx qazwsxedc qweasd qweasdzxc qwaszx qwe qweqwe qwert qwertyu zaqwsx zaqxsw abcd abcdef abcdefg abcabc aaaa aaaaaa aaaaaaaa xxxxxx',
    'letmein iloveyou iloveu loveyou loveme trustno trustnoone opensesame changeme changeit changethis passw pswd drowssap wordpass sesame',
    'dragon baseball football basketball soccer hockey softball golfer monkey shadow mustang superman batman spiderman ironman hunter harley',
    'ranger buster tigger tiger sunshine princess starwars startrek pokemon naruto pikachu killer pepper ginger maggie jordan cheese cookie',
    'summer winter spring autumn sommer herbst fruhling sonne sonnenschein wasser chelsea liverpool arsenal juventus barcelona realmadrid schalke',
    'dortmund borussia bayern hsv werder feyenoord ajax galatasaray fenerbahce besiktas corinthians flamengo benfica corvette ferrari porsche',
    'mercedes yamaha kawasaki suzuki ducati thunder merlin gandalf legolas silver diamond phoenix falcon eagle panther wizard warrior ninja',
    'butterfly flower rainbow unicorn snoopy scooby garfield bailey charlie charly chester buddy fluffy muffin peanut banana chocolate coffee',
    'swordfish swordfis metallica nirvana slipknot eminem rammstein blink freedom whatever fuckyou fuckme biteme asshole bullshit pussy',
    'jennifer jessica michelle nicole ashley daniel michael thomas robert andrea alexander jonathan patrick matthew anthony joshua andrew',
    'computer internet minecraft playstation nintendo warcraft diablo matrix hello hallo hallohallo hola bonjour ciao privet lalala blabla',
    'gfhjkm ghbdtn yfnfif vfhbyf пароль парол йцукен йцукенг фыва привет любовь наташа марина солнышко кошка собака спартак максим',
    'geheim schatz schatzi liebling hase hasi mausi katze hund engel passwort kennwort fussball handball schnecke ficken arschloch hurensohn',
    'soleil doudou loulou chouchou chouette motdepasse marseille nounours amour bebe princesse coucou marine camille',
    'gatito gatita teamo tequiero mariposa estrella princesa amorcito corazon bonita angelito contrasena carlos america mexico hola',
    'amore forzaroma forzamilan napoli francesca andreas stella gattino calcio futebol senha brasil teamo amor palmeiras saopaulo',
    'kotek misiek polska kochanie haslo myszka lolek slonko kacper monika welkom geheim fietsje poesje hejsan sommar losenord hest kissa',
    'heslo slunicko kocka sparta cica jelszo macska sifre parola kedi askim kalimero',
    // Defaults: Kali Linux, iDRAC, iOS before 2010, Raspberry Pi, Ubiquiti, IPMI, Cisco, Oracle, Grandstream, VMware, Zabbix, Grafana.
    'toor calvin alpine raspberry ubnt cisco manager tiger scott changeonboot oracle sysadmin superuser vmware zabbix tomcat welcome',
    'administrator admin guest root letmein default supervisor password pass passwd postgres mysql redis jenkins vagrant minioadmin',
  ),
);

/**
 * Common passwords that are ordinary after "password" in a sentence too: "the password default", "the password admin". They count only
 * after a user name.
 */
export const AMBIGUOUS_PASSWORDS: ReadonlySet<string> = new Set(
  words(
    'administrator admin guest root default supervisor password passwords pass passwd passwort kennwort parola heslo haslo senha sifre jelszo',
    'contrasena motdepasse losenord пароль парол manager oracle postgres mysql redis jenkins vagrant vmware zabbix tomcat cisco welcome internet',
    'computer sysadmin superuser spring summer winter autumn sommer herbst windows spring diamond silver whatever hello hallo hola bonjour ciao',
    'warrior thunder matrix daniel michael thomas robert andrea alexander jonathan patrick matthew anthony joshua andrew carlos marine camille',
    'jennifer jessica michelle nicole ashley monika andreas stella francesca america mexico default matrix qwe playstation nintendo minecraft',
  ),
);

/** More words that follow "password" and are no password, after a user name: "user bob, password works again". */
export const BARE_WORDS: ReadonlySet<string> = new Set(
  words(
    'works worked stopped needs keeps kept seems appears looks tells says gives asks wants protected prompts prompted sync synced login logins',
    'rejected wrong section combination tab button icon input entry fields boxes links mail email letter notice notification reminder alert',
    'authentication auth verification validation encryption security safety history list lists database server service tool plugin extension',
    'app application portal website site admin account user username number code key token pin hash salt length strength rotation recovery',
    'resets changes updates expiration expiry lockout lock unlock unlocked locking guess guessing sharing shared copy copied paste typed entered',
    'accepts refuses correct incorrect again today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday',
    'geht funktioniert klappt fehlt stimmt passt gesetzt vergessen erneut abgelehnt gesperrt angenommen akzeptiert bitte danke hilfe neu alt',
    'marche fonctionne manque refusé accepté erroné expiré bloqué changé svp merci falla funciona falta rechazada bloqueada cambiada gracias',
    'funziona manca rifiutata errata cambiata grazie falhou funcionou recusada trocada obrigado działa nie wygasło zmienione błędne',
    'подходит работает сбросить сброшен изменен утерян забыла спасибо werkt fout verlopen vergeten fungerar fungerer virker glemt glömt',
  ),
);
