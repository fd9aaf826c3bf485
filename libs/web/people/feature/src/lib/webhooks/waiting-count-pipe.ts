import { Pipe, type PipeTransform } from '@angular/core';
import { WEBHOOK_PENDING_MAX } from '@docket/domain';
import { NumberPipe } from '@docket/web/ui';

/** Formats the number of pending deliveries, which the API counts up to a maximum: "1,200 waiting", "10,000+ waiting". */
@Pipe({ name: 'docketWaitingCount' })
export class WaitingCountPipe implements PipeTransform {
  private readonly numbers = new NumberPipe();

  transform(pending: number): string {
    const count = this.numbers.transform(Math.min(pending, WEBHOOK_PENDING_MAX));
    return pending > WEBHOOK_PENDING_MAX ? `${count}+ waiting` : `${count} waiting`;
  }
}
