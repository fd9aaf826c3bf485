import { DISPLAY_LOCALE } from '@docket/web/ui';

const count = new Intl.NumberFormat(DISPLAY_LOCALE, { maximumFractionDigits: 0 });

/** Of the calculation of an interval. */
const ROUNDING = 1e-9;

/** A share between 0 and 1 in percent: "84.4 %". Does not round a small share to 0 or a large one to 100. */
export function percent(share: number, digits = 1): string {
  return `${percentFigure(share, digits)}\u00a0%`;
}

/** An interval of shares in percent: "78.9 to 88.7 %". */
export function percentRange([low = 0, high = 1]: readonly number[], digits = 1): string {
  return `${percentFigure(low, digits)} to ${percent(high, digits)}`;
}

/** "n = 2,986" */
export function cases(n: number): string {
  return `n\u00a0=\u00a0${count.format(n)}`;
}

/** In place of a figure that has less than 30 cases. */
export function tooFew(n: number): string {
  return n === 0 ? tooFewWord(n) : `${tooFewWord(n)} (${cases(n)})`;
}

/** The same where the number stands beside it. */
export function tooFewWord(n: number): string {
  return n === 0 ? 'none yet' : 'too few';
}

function percentFigure(share: number, digits: number): string {
  const step = 10 ** -digits;
  const rounded = Math.round((share * 100) / step) * step;
  const honest =
    share > ROUNDING && rounded < step ? step : share < 1 - ROUNDING && rounded > 100 - step / 2 ? 100 - step : rounded;
  return honest.toFixed(digits);
}
