import { foldWord, words } from '@docket/import-rows';

const folded = (text: string): ReadonlySet<string> => new Set(words(text).map(foldWord));

/** Month names that `Intl` does not produce: those of Windows and older versions of Java, and those without umlauts. */
export const MONTH_WORDS: readonly (readonly string[])[] = [
  words('Jänner, Jaenner'),
  words('Feber'),
  words('Mrz, Maerz, Mär'),
  words('Avr'),
  words('Mai'),
  words('Juni'),
  words('Juil'),
  words('Août, Aou'),
  words('Sept, Sep, Set'),
  words('Okt, Oct'),
  words('Nov'),
  words('Dez, Dec, Déc'),
];

/** Words for am and pm that `Intl` does not produce. */
export const HALF_DAY_WORDS = {
  am: words('a, am, vorm, 上午, 午前, 오전, 凌晨, 清晨, 早上'),
  pm: words('p, pm, nachm, 下午, 午後, 오후, 中午, 傍晚, 晚上'),
} as const;

/** Words between a date and a clock time. */
export const CONNECTORS = folded(
  'at, um, a, as, las, la, às, ás, à, alle, ore, ora, om, kl, klo, kell, o, v, в, о, ob, u, saat, στις, lúc, pukul, jam',
);

/** Words after a clock time that add no information. */
export const CLOCK_WORDS = folded('Uhr, h, hs, hrs, hours, uur, min, s, ч, час, год');

/** Words within a date that add no information: "11 de marzo de 2024", "le 1er mars 2024", "11 марта 2024 г.", "2024 m. kovo 11 d." */
export const DATE_WORDS = folded(
  'de, del, of, the, st, nd, rd, th, er, le, el, den, der, am, d, m, y, o, º, a, г, года, р, року, gada',
);

/**
 * Time zone abbreviations with a single meaning. Sources: RFC 2822 for North America, and the tz database. CST, IST and BST are missing:
 * China and the United States, India and Israel, and Bangladesh and Britain share them.
 */
export const ZONE_OFFSETS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Z: 'UTC',
    UTC: 'UTC',
    UT: 'UTC',
    GMT: 'UTC',
    WET: 'UTC',
    WEST: 'UTC+1',
    CET: 'UTC+1',
    MEZ: 'UTC+1',
    CEST: 'UTC+2',
    MESZ: 'UTC+2',
    EET: 'UTC+2',
    EEST: 'UTC+3',
    MSK: 'UTC+3',
    МСК: 'UTC+3',
    EST: 'UTC-5',
    EDT: 'UTC-4',
    CDT: 'UTC-5',
    MST: 'UTC-7',
    MDT: 'UTC-6',
    PST: 'UTC-8',
    PDT: 'UTC-7',
    BRT: 'UTC-3',
    JST: 'UTC+9',
    KST: 'UTC+9',
    HKT: 'UTC+8',
    SGT: 'UTC+8',
    AWST: 'UTC+8',
    AEST: 'UTC+10',
    AEDT: 'UTC+11',
    NZST: 'UTC+12',
    NZDT: 'UTC+13',
  }),
);
