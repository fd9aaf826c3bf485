import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

describe('Theme', () => {
  afterEach(() => {
    localStorage.clear();
    delete document.documentElement.dataset['theme'];
  });

  it('follows the system by default', () => {
    expect(TestBed.inject(Theme).name()).toBe('system');
  });

  it('starts with the theme that was set before the first paint', () => {
    document.documentElement.dataset['theme'] = 'dark';

    expect(TestBed.inject(Theme).name()).toBe('dark');
  });

  it('applies and remembers a choice', () => {
    TestBed.inject(Theme).choose('dark');

    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('docket.theme')).toBe('dark');
  });

  it('returns to the theme of the system', () => {
    TestBed.inject(Theme).choose('dark');
    TestBed.inject(Theme).choose('system');

    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect(localStorage.getItem('docket.theme')).toBe('system');
  });
});
