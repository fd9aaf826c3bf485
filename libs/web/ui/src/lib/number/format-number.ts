import { DISPLAY_LOCALE } from '../age/age';

const number = new Intl.NumberFormat(DISPLAY_LOCALE, { maximumFractionDigits: 1 });

/** A count, or a mean to one decimal: "1,284", "22.4". */
export function formatNumber(value: number): string {
  return number.format(value);
}
