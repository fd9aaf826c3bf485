import { isDocumentNumber } from './document-numbers';
import { ReadableText } from './readable-text';

/** Words before a phone number. */
const PHONE_WORDS = [
  'tel telf tfn tfno tlf tlfn tlp telp telefon telefono teléfono telefone telephone téléphone telefoon telefonnummer telefonnr',
  'telefonszám telefonní telefonu phone phones fon fone fono mobile mobil mob movil móvil celular cellulare cell cel cellphone handy handynummer',
  'mobilnummer mobiltelefon gsm fax whatsapp wa viber sms call called calling callback ring dial hotline landline reach text',
  'portable fixe joindre rappeler rappelez appeler appelez llamar llame llámame ligar ligue chiamare chiamatemi chiamami recapito',
  'anrufen rufen ruf rufnummer rückruf durchwahl erreichbar bel bellen puh puhelin puhelinnumero komórka komórkowy kom',
  'тел телефон телефону телефона телефоном телефоне телефоны сотовый сотового мобильного мобильном тлф моб мобильный звонить звоните позвоните τηλ τηλέφωνο κινητό',
  '电话 電話 手机 手機 联系方式 致电 携帯 전화 전화번호 휴대폰 핸드폰 연락처 هاتف تلفون تليفون جوال موبايل טלפון נייד फ़ोन फोन मोबाइल',
  '☎ ☏ ✆ 📞 📱 📲 ℡ 📠 🤙 โทร โทรศัพท์ sđt đt thoại telepon cep',
];

/** Words before other numbers. */
const OTHER_WORDS = [
  'order orders orderno ordernumber invoice ticket tickets case id ids uid uuid ref reference sku serial sn imei iccid version build rev revision',
  'tracking awb mawb hawb airwaybill waybill consignment parcel shipment part partno po rma item article product batch lot timestamp epoch port pid process error status',
  'row rows record records offset size bytes byte total amount sum count isbn issn ean gtin upc asin doi commit hash sha checksum',
  'policy vin licence license claim transaction txn trace request session job run pr issue bug incident',
  'bestellung bestellnummer auftrag auftragsnummer rechnung rechnungsnummer kundennummer vorgang artikel artikelnummer seriennummer',
  'commande facture dossier référence pedido factura referencia ordine fattura encomenda fatura zamówienie faktura заказ заказа счет',
  '订单 订单号 單號 单号 编号 注文 注文番号 주문 주문번호',
];

/** Words between "order" and its number. */
const FILLERS = new Set([
  'o',
  'number',
  'no',
  'nr',
  'num',
  'is',
  'was',
  'of',
  'nummer',
  'numero',
  'n',
  'code',
  'номер',
  'ist',
  'est',
  'es',
]);

/** Words after which a number is not a phone number: "the call took 1234567". */
const RESULTS = new Set(
  'took takes lasted lasts returned returns threw throws costs exceeded exceeds dauerte dauert dure duro costo kostet kostete duurde trwalo varade returning'.split(
    ' ',
  ),
);

type Kind = 'phone' | 'other';
const KINDS = new Map<string, Kind>([
  ...words(PHONE_WORDS).map((word) => [word, 'phone'] as const),
  ...words(OTHER_WORDS).map((word) => [word, 'other'] as const),
]);
/** Words of scripts without spaces, which adjoin other words. */
const UNSPACED = [...KINDS.keys()].filter((word) =>
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
);
const UNSPACED_WORD = new RegExp(UNSPACED.join('|'), 'gu');
const WORD = /\p{L}+|(?<!\p{L})#/gu;
const MY_NUMBER =
  /(?<!\p{L})(?:my|meine|mi|mon|meu|mio|moj|мой|min|mijn) (?:number|nummer|numero|numer|nr|no|номер)(?!\p{L})/giu;

const AFTER_NUMBER =
  / ?[([] ?\p{L}{1,20}|,? (?:is|ist|es|est|e) (?:the|my|our|his|her|mein|meine|seine|ihre|mi|mon|la|il mio) (?:\p{L}{1,20} ){0,2}?\p{L}{1,20}/iuy;

/** Maximum distance between a word and the number that it labels, in characters. */
const MAX_DISTANCE = 30;

/** The kind of a number according to the words before it. */
export type NumberLabel = Kind | undefined;

/** The known words of a text. */
export class PhoneLabels {
  private readonly labels: readonly Label[];

  constructor(private readonly text: string) {
    const labels = [...text.matchAll(WORD), ...text.matchAll(UNSPACED_WORD)].flatMap(({ index, 0: word }): Label[] => {
      const kind = word === '#' ? this.kindOfSign(index) : KINDS.get(word.toLowerCase());
      return kind ? [{ kind, start: index, end: index + word.length }] : [];
    });
    const ownNumbers = Array.from(text.matchAll(MY_NUMBER), ({ index, 0: words }): Label => {
      return { kind: 'phone', start: index, end: index + words.length };
    });
    this.labels = [...labels, ...ownNumbers].sort((first, second) => first.end - second.end);
  }

  /**
   * The label of a number: the nearest known word before it. A word for other numbers needs to be next to it.
   * @param after end of the number before this one: a label belongs to the first number that follows it
   */
  before(start: number, after: number): NumberLabel {
    if (isDocumentNumber(this.text, start)) return 'other';
    const nearest = this.lastUpTo(start);
    if (!nearest || nearest.start < Math.max(after, start - MAX_DISTANCE)) return undefined;
    const between = this.text.slice(nearest.end, start).match(WORD) ?? [];
    if (nearest.kind === 'phone') return between.some((word) => RESULTS.has(word.toLowerCase())) ? undefined : 'phone';
    return between.every((word) => FILLERS.has(word.toLowerCase())) ? 'other' : undefined;
  }

  /** "phone # 416-555-0123", unlike "order #4711". */
  private kindOfSign(index: number): Kind {
    const word = /(?<!\p{L})(\p{L}{1,20})[.: ]{0,2}$/u.exec(
      this.text.slice(Math.max(0, index - MAX_DISTANCE), index),
    )?.[1];
    return word !== undefined && KINDS.get(word.toLowerCase()) === 'phone' ? 'phone' : 'other';
  }

  /** The label after a number: "5551234 (mobile)", "5551234 is my phone number". */
  after(end: number): NumberLabel {
    AFTER_NUMBER.lastIndex = end;
    const words = AFTER_NUMBER.exec(this.text)?.[0].toLowerCase().match(WORD) ?? [];
    return words.some((word) => KINDS.get(word) === 'phone') ? 'phone' : undefined;
  }

  /** The last label that ends at an index or before it, by binary search. */
  private lastUpTo(end: number): Label | undefined {
    let [low, high] = [0, this.labels.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.labels[middle]?.end ?? Infinity) <= end) low = middle + 1;
      else high = middle;
    }
    return this.labels[low - 1];
  }
}

interface Label {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** Converts words to the form of a {@link ReadableText}. */
function words(lines: readonly string[]): string[] {
  return lines.flatMap((line) => ReadableText.of(line).text.toLowerCase().split(' '));
}
