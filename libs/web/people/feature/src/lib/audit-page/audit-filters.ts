import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatPrefix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { SECURITY_EVENTS, type SecurityEventName } from '@docket/domain';
import type { AuditFilter } from '@docket/web/people/data/audit';
import type { User } from '@docket/web/people/data/users';
import { Icon } from '@docket/web/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import { EVENT_TEXTS } from './event-texts';
import { PersonFilter } from './person-filter';

/** Filters of the audit log: kind of event, person and days. */
@Component({
  selector: 'docket-audit-filters',
  imports: [BackClosesSelect, Icon, MatButton, MatFormField, MatInput, MatOption, MatPrefix, MatSelect, PersonFilter],
  templateUrl: './audit-filters.html',
  styleUrl: './audit-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditFilters {
  readonly filter = input.required<AuditFilter>();
  /** The name of the person in the filter, if known. */
  readonly personName = input<string>();
  readonly filterChange = output<AuditFilter>();
  /** The person in the filter, if chosen here. The name is then known even without events. */
  protected readonly picked = signal<User | undefined>(undefined);
  protected readonly kinds = SECURITY_EVENTS;
  protected readonly texts = EVENT_TEXTS;
  protected readonly isSet = computed(() => Object.values(this.filter()).some((value) => value !== undefined));

  protected chooseEvent(event: SecurityEventName | undefined): void {
    this.filterChange.emit({ ...this.filter(), event });
  }

  /** Sets a day of the filter. An empty or incomplete day removes it. */
  protected chooseDay(bound: 'from' | 'to', day: string): void {
    this.filterChange.emit({ ...this.filter(), [bound]: day || undefined });
  }

  protected choosePerson(person: User | undefined): void {
    this.picked.set(person);
    this.filterChange.emit({ ...this.filter(), person: person?.id });
  }
}
