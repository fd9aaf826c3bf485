import type { DigitGroup } from './digit-groups';

const CURRENCIES = String.raw`eur|euros?|usd|gbp|chf|jpy|cny|inr|aud|cad|rub|pln|czk|huf|sek|nok|dkk|ron|bgn|uah|kzt|brl|mxn|dollars?|pounds?|francs?|franken|zl|zł|złotych|kr|kronor|kroner|kc|ft|lei|лв|руб|рублей|грн|тенге|tl|rupees|rupien`;
const CURRENCY = String.raw`(?:[\p{Sc}円元]|${CURRENCIES})`;
const UNIT = String.raw`(?:[\p{Sc}円元%]|${CURRENCIES}|[mnμ]s|[kmgt]i?b|bytes?|rows?|records?|users?|km|kg|kw|kwh|mm|zeilen|lignes|filas|stuck|pcs|units?)`;
/** A number in groups of three digits, or one of six digits at most in a range: a longer one may be of a phone. */
const GROUPED = String.raw`[1-9]\d{0,2}(?:[ .,']\d{3}){1,4}(?:[.,]\d{1,2})?`;
const NUMBER = String.raw`(?:${GROUPED}|[1-9]\d{0,5}(?:[.,]\d{1,2})?)`;
/** Words for "and" make a range only after one for "between": "call 612 345 678 and 50 EUR are missing". */
const TO = String.raw` ?(?:-{1,2}|[~/]|to|bis|do|до|tot|till?|(?<=(?:between|zwischen|entre|między|tra|fra|mellan|между) [\d .,']{1,16})(?:and|und|et|och|og|[eiyи])) ?`;
const START = String.raw`(?<![\d.,/+\p{L}])(?<![\d+][ -])`;
const END = String.raw`(?![\p{L}\d]| ?\d)`;
const AMOUNTS = new RegExp(
  [
    `${START}(?:${CURRENCY} ?)?${NUMBER}(?: ?${UNIT})?${TO}(?:${CURRENCY} ?)?${NUMBER} ?${UNIT}${END}`,
    `${START}${CURRENCY} ?${NUMBER}${TO}(?:${CURRENCY} ?)?${NUMBER}${END}`,
    `${START}${GROUPED} ?${UNIT}${END}`,
  ].join('|'),
  'giu',
);

/** All groups of digits but those of amounts and ranges with a currency or a unit, such as "50 000 – 60 000 EUR". */
export function withoutAmounts(text: string, groups: readonly DigitGroup[]): DigitGroup[] {
  const amounts = Array.from(text.matchAll(AMOUNTS), ({ index, 0: match }) => [index, index + match.length] as const);
  let next = 0;
  return groups.filter(({ start, end }) => {
    while (next < amounts.length && (amounts[next]?.[1] ?? 0) <= start) next++;
    const [from = Infinity, to = 0] = amounts[next] ?? [];
    return start < from || end > to;
  });
}
