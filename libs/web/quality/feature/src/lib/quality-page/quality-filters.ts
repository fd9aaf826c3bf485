import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import {
  QUALITY_DAYS,
  type Quality,
  type QualityFilter,
  SUGGESTED_FIELDS,
  SUGGESTION_PROVIDERS,
} from '@docket/web/quality/data';
import { PropertyNamePipe } from '@docket/web/tickets/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import { providerName } from '../texts/comparisons';

/** Days, property, team and provider of the measured suggestions. */
@Component({
  selector: 'docket-quality-filters',
  imports: [BackClosesSelect, MatFormField, MatOption, MatSelect, MatSelectTrigger, PropertyNamePipe],
  templateUrl: './quality-filters.html',
  styleUrl: './quality-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityFilters {
  readonly filter = input.required<QualityFilter>();
  /** By id, in the order of the menu. */
  readonly teamNames = input.required<ReadonlyMap<number, string>>();
  /** The provider of the report, which the API chose if the filter has none. */
  readonly provider = input<Quality['provider']>();
  readonly filterChange = output<QualityFilter>();

  protected readonly days = QUALITY_DAYS;
  protected readonly fields = SUGGESTED_FIELDS;
  protected readonly providers = SUGGESTION_PROVIDERS;
  protected readonly providerName = providerName;
  /** A team of the URL may be gone. */
  protected readonly teams = computed(() => {
    const { team } = this.filter();
    const names = [...this.teamNames()].map(([id, name]) => ({ id, name }));
    return team === undefined || this.teamNames().has(team) ? names : [...names, { id: team, name: `${team}` }];
  });
  protected readonly teamName = computed(() => this.teams().find(({ id }) => id === this.filter().team)?.name ?? 'All');
  protected readonly shownProvider = computed(() => this.filter().provider ?? this.provider());

  protected change(changes: Partial<QualityFilter>): void {
    this.filterChange.emit({ ...this.filter(), ...changes });
  }
}
