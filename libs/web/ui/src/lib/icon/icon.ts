import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICON_PATHS, type IconName } from './icon-paths';

/** A symbol in the colour of the surrounding text. Decorative: the text next to it, or the button's label, has the meaning. */
@Component({
  selector: 'docket-icon',
  template: `<svg viewBox="0 -960 960 960" focusable="false"><path [attr.d]="path()" /></svg>`,
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
  readonly name = input.required<IconName>();
  /** Side length in px at the default text size. Icons grow with the text. */
  readonly size = input(20);
  protected readonly path = computed(() => ICON_PATHS[this.name()]);
}
