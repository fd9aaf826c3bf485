import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths';

/** An icon in the colour of the surrounding text. Decorative: the text next to it, or the button's label, carries the meaning. */
@Component({
  selector: 'docket-icon',
  template: `<svg viewBox="0 -960 960 960" focusable="false"><path [attr.d]="shape()" /></svg>`,
  host: { 'aria-hidden': 'true', '[style.--docket-icon-size.rem]': 'size() / 16' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: var(--docket-icon-size);
      height: var(--docket-icon-size);
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  /** An icon of the first pages. */
  readonly name = input<IconName>();
  /** SVG path of another icon, 960 units a side, for pages that load later. */
  readonly path = input<string>();
  /** Side length in px at the default text size. Icons grow with the text. */
  readonly size = input(20);
  protected readonly shape = computed(() => {
    const name = this.name();
    return this.path() ?? (name && ICON_PATHS[name]);
  });
}
