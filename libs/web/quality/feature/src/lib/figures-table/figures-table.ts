import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

/** The table that replaces a chart. The first cell of a row names it, and may lead to the suggestions that the row counts. */
@Component({
  selector: 'docket-figures-table',
  imports: [RouterLink],
  template: `
    <!-- Scrolls, and so takes the focus for the keyboard. -->
    <div class="scroll" role="group" tabindex="0" [attr.aria-label]="caption()">
      <table>
        <caption class="cdk-visually-hidden">
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            @for (head of heads(); track $index) {
              <th scope="col">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            @let link = links()[$index];
            <tr>
              @for (cell of row; track $index) {
                @if ($first) {
                  <th scope="row">
                    @if (link) {
                      <a routerLink="/quality/suggestions" [queryParams]="link">{{ cell }}</a>
                    } @else {
                      {{ cell }}
                    }
                  </th>
                } @else {
                  <td>{{ cell }}</td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './figures-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiguresTable {
  readonly caption = input.required<string>();
  readonly heads = input.required<readonly string[]>();
  readonly rows = input.required<readonly (readonly string[])[]>();
  /** The query parameters of the suggestions of each row; undefined for a row without any. */
  readonly links = input<readonly (Params | undefined)[]>([]);
}
