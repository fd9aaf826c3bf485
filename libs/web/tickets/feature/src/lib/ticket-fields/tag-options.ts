import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { optionAt } from '../option-at';

/** Completions of the typed word, below the field, which keeps the focus and handles the keys. */
@Component({
  selector: 'docket-tag-options',
  template: `
    @for (option of options(); track option) {
      <div
        dir="auto"
        role="option"
        [attr.aria-selected]="$index === active()"
        [attr.data-index]="$index"
        [class.active]="$index === active()"
        [id]="'docket-tag-' + $index"
      >
        {{ option }}
      </div>
    }
  `,
  styleUrl: './tag-options.scss',
  host: {
    'aria-label': 'Tags of other tickets',
    role: 'listbox',
    '(click)': 'pick($event)',
    '(mousedown)': '$event.preventDefault()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagOptions {
  readonly options = input.required<readonly string[]>();
  /** Index of the option that Enter picks; -1 for none. */
  readonly active = input.required<number>();
  readonly picked = output<string>();

  protected pick(event: MouseEvent): void {
    const option = this.options()[optionAt(event) ?? -1];
    if (option !== undefined) this.picked.emit(option);
  }
}
