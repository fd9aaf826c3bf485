import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportError } from '@docket/web/tickets/data/imports';
import { NumberPipe } from '@docket/web/ui';
import { rejectionReasons } from './rejection-reasons';

const SHOWN = 8;

/** Reasons for rejected rows, each with its number of rows and the position of the first one. */
@Component({
  selector: 'docket-rejection-list',
  imports: [NumberPipe],
  template: `
    <ul>
      @for (reason of shown(); track reason.text) {
        <li>
          <span class="docket-figures">{{ reason.rows | docketNumber }} {{ reason.rows === 1 ? 'row' : 'rows' }}</span>
          <span dir="auto">{{ reason.text }}.</span>
          <span class="docket-secondary docket-figures">
            {{ (reason.rows === 1 ? only : first)[reason.first.kind] }} {{ reason.first.number | docketNumber }}
          </span>
        </li>
      }
    </ul>
    @if (reasons().length > shown().length) {
      <p class="docket-secondary">{{ reasons().length - shown().length | docketNumber }} more reasons.</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      padding: 0;
      margin: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 5rem minmax(0, 1fr) auto;
      gap: 0.75rem;
      padding: 0.25rem 0;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0.25rem 0 0;
    }
    @media (max-width: 37.5em) {
      li {
        grid-template-columns: 5rem minmax(0, 1fr);
      }
      li > :last-child {
        grid-column: 2;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RejectionList {
  readonly errors = input.required<readonly ImportError[]>();
  protected readonly only = { line: 'Line', row: 'Row' } as const;
  protected readonly first = { line: 'First in line', row: 'First in row' } as const;
  protected readonly reasons = computed(() => rejectionReasons(this.errors()));
  protected readonly shown = computed(() => this.reasons().slice(0, SHOWN));
}
