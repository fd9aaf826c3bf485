import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { oneOf } from '@docket/domain';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Also read by `public/start.js`, before the first paint. */
const STORAGE_KEY = 'docket.theme';

/** Light, dark, or what the system says; remembered in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>(this.remembered());
  readonly name = this.chosen.asReadonly();

  choose(name: ThemeName): void {
    this.chosen.set(name);
    const { dataset } = this.document.documentElement;
    if (name === 'system') delete dataset['theme'];
    else dataset['theme'] = name;
    try {
      localStorage.setItem(STORAGE_KEY, name);
    } catch {
      // A browser that stores nothing still shows the theme until the page is left.
    }
  }

  private remembered(): ThemeName {
    return oneOf(THEMES, this.document.documentElement.dataset['theme']) ?? 'system';
  }
}
