import { foldWord, words } from '@docket/import-rows';
import { type ParsedRow, isBlank } from './read-row';

/** Labels of total rows in reports, in many languages. */
const LABELS: ReadonlySet<string> = new Set(
  words(
    `Total, Totals, Grand total, Grand totals, Overall total, Report total, Sum, Subtotal, Sub-total, Total count, Total records,
    Total rows, Total tickets, Total issues, Total cases, Total incidents, Count, Record count, Records, Summe, Summen, Gesamt,
    Gesamtsumme, Gesamtergebnis, Gesamtanzahl, Insgesamt, Anzahl, Total général, Totaux, Somme, Total gral., Total general, Suma, Suma total,
    Total geral, Soma, Totale, Totale generale, Totale complessivo, Totali, Somma, Totaal, Eindtotaal, Algemeen totaal, Som, Razem,
    Suma końcowa, Łącznie, Ogółem, Totalt, Totalsumma, I alt, Sammanlagt, Yhteensä, Celkem, Celkový součet, Spolu, Összesen,
    Végösszeg, Total general:, Σύνολο, Γενικό σύνολο, Итого, Всего, Общий итог, Сумма, Разом, Усього, Общо, Toplam, Genel toplam,
    סה"כ, סך הכל, المجموع, الإجمالي, المجموع الكلي, 合計, 総計, 小計, 总计, 合计, 总数, 共计, 總計, 合計數, 합계, 총계, 총합계, รวม, รวมทั้งหมด, Tổng, Tổng cộng, Jumlah`,
  ).map(foldWord),
);

const LABEL_MAX_LENGTH = 60;

/** A number, possibly with a currency sign, a unit, or as a clock time: `1.234,50 €`, `37 %`, `12:30`. */
const NUMBER = /^[-+]?\p{Sc}? ?\d[\d\s.,:'’]{0,30}(?: ?(?:\p{Sc}|%|[a-z]{1,3}))?$/iu;

/** A number inside a label: `Grand Totals (1,234 records)`, `Total: 12`. */
const COUNT = /[([:=]?\s{0,3}\d[\d.,]{0,15}(?:\s\p{L}{1,20})?[)\]]?/gu;

/** Minimum number of columns: smaller tables have no empty values between the label and the number. */
const MIN_COLUMNS = 3;

const DETAIL =
  'seems to be the totals of a report, and no ticket: it is the last row, and has a label such as "Total", numbers, and nothing else';

/** Whether a row is the total row of a report: a label, numbers, and mostly empty values. */
export function isTotalsRow(row: ParsedRow): boolean {
  if (!('values' in row)) return false;
  const { values } = row;
  const filled = values.filter((value) => !isBlank(value));
  const [label, ...numbers] = filled;
  if (values.length < MIN_COLUMNS || filled.length > Math.max(2, values.length / 2)) return false;
  if (typeof label !== 'string' || label.length > LABEL_MAX_LENGTH || !numbers.every(isNumber)) return false;
  const name = label.replace(COUNT, '');
  return LABELS.has(foldWord(name)) && (numbers.length > 0 || name !== label);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value.trim()));
}

/** Rejects the last row if it is a total row. Such a row is held back until another one follows, which makes it an ordinary row. */
export async function* withoutTotals(parts: AsyncIterable<ParsedRow[]>): AsyncGenerator<ParsedRow[]> {
  let waiting: ParsedRow | undefined;
  for await (const rows of parts) {
    if (waiting && rows.length) rows.unshift(waiting);
    const last = rows.at(-1);
    if (last) waiting = isTotalsRow(last) ? rows.pop() : undefined;
    yield rows;
  }
  if (waiting) yield [{ line: waiting.line, row: waiting.row, errors: [{ pointer: '', detail: DETAIL }] }];
}
