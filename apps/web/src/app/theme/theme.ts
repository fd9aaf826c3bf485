import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { oneOf } from '@docket/domain';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Storage key of the theme. `public/start.js` reads it before the first paint. */
const STORAGE_KEY = 'docket.theme';

/** Light, dark, or the system's theme. The choice is stored in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>(this.initialName());
  readonly name = this.chosen.asReadonly();

  choose(name: ThemeName): void {
    this.chosen.set(name);
    const { dataset } = this.document.documentElement;
    if (name === 'system') delete dataset['theme'];
    else dataset['theme'] = name;
    try {
      localStorage.setItem(STORAGE_KEY, name);
    } catch {
      // Without storage, the theme lasts until the page is closed.
    }
  }

  private initialName(): ThemeName {
    return oneOf(THEMES, this.document.documentElement.dataset['theme']) ?? 'system';
  }
}
