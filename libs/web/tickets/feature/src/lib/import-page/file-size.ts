import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file: "4.2 MB". */
@Component({
  selector: 'docket-file-size',
  template: `{{ text() }}`,
  host: { class: 'docket-figures' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileSize {
  readonly bytes = input.required<number>();
  protected readonly text = computed(() => {
    const power = Math.min(Math.floor(Math.log10(Math.max(this.bytes(), 1)) / 3), UNITS.length - 1);
    const options = { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(DISPLAY_LOCALE, options).format(this.bytes() / 1000 ** power);
  });
}
