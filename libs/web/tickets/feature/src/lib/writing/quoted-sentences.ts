import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Sentence } from '@docket/web/conversation/data';

/** Sentences of the model, each with the words of the conversation that it rests on. */
@Component({
  selector: 'docket-quoted-sentences',
  template: `
    <ul>
      @for (sentence of sentences(); track $index) {
        <li>
          <span dir="auto">{{ sentence.text }}</span>
          <q class="docket-secondary" dir="auto" [title]="sentence.quote">{{ sentence.quote }}</q>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0.5rem 0.75rem;
      list-style: none;
    }

    li + li {
      margin-top: 0.5rem;
    }

    span,
    q {
      display: block;
      overflow-wrap: anywhere;
    }

    q {
      padding-inline-start: 0.5rem;
      border-inline-start: 2px solid var(--mat-sys-outline-variant);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuotedSentences {
  readonly sentences = input.required<readonly Sentence[]>();
}
