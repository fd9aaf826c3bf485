import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** Reports an empty result. Content: a heading, a sentence, and an action. */
@Component({
  selector: 'docket-empty-state',
  imports: [Icon],
  template: `<docket-icon [name]="icon()" [size]="32" /><ng-content />`,
  styleUrl: './state.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyState {
  readonly icon = input<IconName>('inbox');
}
