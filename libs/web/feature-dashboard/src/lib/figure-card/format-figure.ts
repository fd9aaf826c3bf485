import { DISPLAY_LOCALE } from '@docket/web/ui';

const number = new Intl.NumberFormat(DISPLAY_LOCALE, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(DISPLAY_LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** A count, or a mean to one decimal: "1,284", "22.4". */
export function formatNumber(value: number): string {
  return number.format(value);
}

/** A share between 0 and 1, in whole percent: "6%". What is there but under half a percent is not called none: "<1%". */
export function formatShare(value: number): string {
  return value > 0 && value < 0.005 ? `<${share.format(0.01)}` : share.format(value);
}
