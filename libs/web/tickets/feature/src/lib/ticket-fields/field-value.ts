import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AssigneeBadge, PropertyBadge, TagList } from '@docket/web/tickets/ui';
import type { FieldName, FieldValue } from '../ticket-editor/field-change';

/** The value of a field of a ticket, with its icon, colour or initials. */
@Component({
  selector: 'docket-field-value',
  imports: [AssigneeBadge, PropertyBadge, TagList],
  template: `
    @switch (field()) {
      @case ('assignee') {
        <docket-assignee-badge [assignee]="$any(value())" />
      }
      @case ('team') {
        @if ($any(value()); as team) {
          <span class="team" dir="auto">{{ team.name }}</span>
        } @else {
          <span class="none">No team</span>
        }
      }
      @case ('requester') {
        @if ($any(value()); as requester) {
          <bdi class="line">{{ requester.name }}</bdi>
          <bdi class="line">{{ requester.email }}</bdi>
        } @else {
          <span class="none">Nobody</span>
        }
      }
      @case ('tags') {
        @if ($any(value()).length > 0) {
          <docket-tag-list class="wrapped" [tags]="$any(value())" />
        } @else {
          <span class="none">No tags</span>
        }
      }
      @default {
        <docket-property-badge [property]="$any(field())" [value]="$any(value())" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    .team {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .line {
      display: block;
    }

    .none {
      color: var(--mat-sys-on-surface-variant);
    }

    .wrapped {
      flex-wrap: wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldValueView<N extends FieldName> {
  readonly field = input.required<N>();
  readonly value = input.required<FieldValue<N>>();
}
