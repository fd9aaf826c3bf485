import { ChangeDetectionStrategy, Component } from '@angular/core';
import { EntryHeading } from '../entry/entry-heading';

/** Steps of the set-up, next to its form. */
@Component({
  selector: 'docket-set-up-steps',
  imports: [EntryHeading],
  templateUrl: './set-up-steps.html',
  styleUrl: './set-up-steps.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpSteps {}
