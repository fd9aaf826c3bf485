import { signal } from '@angular/core';
import { lastValue } from './last-value';

it('keeps a value while the source has none', () => {
  const source = signal<number | undefined>(undefined);
  const last = lastValue(source);
  expect(last()).toBeUndefined();

  source.set(1);
  expect(last()).toBe(1);
  source.set(undefined);
  expect(last()).toBe(1);
  source.set(2);
  expect(last()).toBe(2);
});
