import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';

/** Logo, title and host of a page outside the frame. The host shows people to whom they give a password. */
@Component({
  selector: 'docket-entry-heading',
  template: `
    <span class="logo" aria-hidden="true">D</span>
    <div>
      <h1><ng-content /></h1>
      <p class="docket-secondary">{{ host }}</p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-width: 0;
    }

    .logo {
      display: grid;
      flex: none;
      place-items: center;
      width: 2.75rem;
      height: 2.75rem;
      border-radius: 0.75rem;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font-size: 1.125rem;
      font-weight: 700;
    }

    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryHeading {
  protected readonly host = inject(DOCUMENT).location.host;
}
