import { DISPLAY_LOCALE } from '@docket/web/ui';

const share = new Intl.NumberFormat(DISPLAY_LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** A share between 0 and 1, in whole percent: "6%". What is there is not called none, nor most of them all: "<1%", ">99%". */
export function formatShare(value: number): string {
  if (value > 0 && value < 0.005) return `<${share.format(0.01)}`;
  return value < 1 && value >= 0.995 ? `>${share.format(0.99)}` : share.format(value);
}
