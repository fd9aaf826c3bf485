import { Pipe, type PipeTransform } from '@angular/core';
import { DISPLAY_LOCALE } from '../display-locale';

// Angular's DecimalPipe would add 2.6 kB to the scripts before the first row.
const format = new Intl.NumberFormat(DISPLAY_LOCALE, { maximumFractionDigits: 1 });

/** Formats a count, or a mean with one decimal: "1,284", "22.4". */
@Pipe({ name: 'docketNumber' })
export class NumberPipe implements PipeTransform {
  transform(value: number): string {
    return format.format(value);
  }
}
