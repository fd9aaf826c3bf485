import { Pipe, type PipeTransform } from '@angular/core';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const format = new Intl.NumberFormat(DISPLAY_LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** Formats a share between 0 and 1 in whole percent. Does not round a small share to 0% or a large one to 100%. */
@Pipe({ name: 'docketShare' })
export class SharePipe implements PipeTransform {
  transform(share: number): string {
    if (share > 0 && share < 0.005) return `<${format.format(0.01)}`;
    return share < 1 && share >= 0.995 ? `>${format.format(0.99)}` : format.format(share);
  }
}
