import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Formats the size of a file: "4.2 MB". The minimum is 0.1 kB. */
@Component({
  selector: 'docket-file-size',
  template: `{{ text() }}`,
  host: { class: 'docket-figures' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileSize {
  readonly bytes = input.required<number>();
  protected readonly text = computed(() => {
    const kilobytes = Math.max(this.bytes() / 1000, 0.1);
    const power = Math.min(Math.max(Math.floor(Math.log10(kilobytes) / 3), 0), UNITS.length - 1);
    const options = { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(DISPLAY_LOCALE, options).format(kilobytes / 1000 ** power);
  });
}
