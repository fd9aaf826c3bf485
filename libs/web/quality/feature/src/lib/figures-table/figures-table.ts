import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The table that replaces a chart. The first cell of a row names it. */
@Component({
  selector: 'docket-figures-table',
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
            <tr>
              @for (cell of row; track $index) {
                @if ($first) {
                  <th scope="row">{{ cell }}</th>
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
}
