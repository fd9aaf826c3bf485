import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SuggestionParams } from './report-suggestions';

/** A part of a text. A number in it may lead to the cases that it counts. */
export interface LinkedPart {
  readonly text: string;
  readonly link?: SuggestionParams;
}

/** A text with links to the cases behind its numbers. */
@Component({
  selector: 'docket-linked-text',
  imports: [RouterLink],
  template: `
    @for (part of parts(); track $index) {
      @if (part.link; as link) {
        <a routerLink="/quality/suggestions" [queryParams]="link">{{ part.text }}</a>
      } @else {
        <!-- Text of its own would begin and end with a space. -->
        <ng-container>{{ part.text }}</ng-container>
      }
    }
  `,
  styles: `
    a {
      color: inherit;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkedText {
  readonly parts = input.required<readonly LinkedPart[]>();
}
