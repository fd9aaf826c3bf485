import { formatPercent } from '@angular/common';
import { LOCALE_ID, Pipe, type PipeTransform, inject } from '@angular/core';

/** Formats a share between 0 and 1 in whole percent. Does not round a small share to 0% or a large one to 100%. */
@Pipe({ name: 'docketShare' })
export class SharePipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(share: number): string {
    if (share > 0 && share < 0.005) return `<${this.format(0.01)}`;
    return share < 1 && share >= 0.995 ? `>${this.format(0.99)}` : this.format(share);
  }

  private format(share: number): string {
    return formatPercent(share, this.locale, '1.0-0');
  }
}
