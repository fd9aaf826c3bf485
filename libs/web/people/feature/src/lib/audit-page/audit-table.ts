import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { AuditEvent } from '@docket/web/people/data/audit';
import { DISPLAY_LOCALE } from '@docket/web/ui';
import { browserName } from '../own-sessions/browser-name';
import { describeDetails } from './event-details';
import { describeEvent } from './event-texts';

// With seconds, because events of one request are less than a minute apart.
const time = new Intl.DateTimeFormat(DISPLAY_LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });

/** A page of the audit log. */
@Component({
  selector: 'docket-audit-table',
  templateUrl: './audit-table.html',
  styleUrl: './audit-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditTable {
  readonly events = input.required<readonly AuditEvent[]>();
  /** Emits the id of a person to filter by. */
  readonly personPicked = output<number>();
  protected readonly describe = describeEvent;
  protected readonly details = describeDetails;

  /** The browser, or the name in another program's user agent. */
  protected program({ user_agent }: AuditEvent): string {
    const { browser, system } = browserName(user_agent);
    if (!browser) return user_agent.split(' ', 1)[0] ?? '';
    return system ? `${browser} on ${system}` : browser;
  }

  protected timeOf({ at }: AuditEvent): string {
    return time.format(new Date(at));
  }
}
