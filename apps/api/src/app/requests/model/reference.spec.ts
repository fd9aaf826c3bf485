import { createReference } from './reference';

it('is three groups of signs that are hard to confuse', () => {
  expect(createReference()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

it('is another one each time', () => {
  expect(new Set(Array.from({ length: 1000 }, createReference)).size).toBe(1000);
});
