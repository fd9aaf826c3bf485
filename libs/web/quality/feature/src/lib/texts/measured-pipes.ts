import { Pipe, type PipeTransform } from '@angular/core';
import { cases, percent, percentRange } from './percent';

/** A share in percent, to one decimal by default: "84.4 %". */
@Pipe({ name: 'docketPercent' })
export class PercentPipe implements PipeTransform {
  transform(share: number, digits?: number): string {
    return percent(share, digits);
  }
}

/** An interval of shares: "78.9 to 88.7 %". */
@Pipe({ name: 'docketPercentRange' })
export class PercentRangePipe implements PipeTransform {
  transform(interval: readonly number[] | null, digits?: number): string {
    return interval ? percentRange(interval, digits) : '';
  }
}

/** "n = 2,986" */
@Pipe({ name: 'docketCases' })
export class CasesPipe implements PipeTransform {
  transform(n: number): string {
    return cases(n);
  }
}
