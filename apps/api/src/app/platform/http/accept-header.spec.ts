import { allowsMediaType, namesMediaType } from './accept-header';

describe('namesMediaType', () => {
  it.each([
    ['application/json', true],
    ['text/html, Application/JSON;q=0.5', true],
    ['application/json;charset=utf-8', true],
    ['application/json;q=0', false],
    ['application/json; Q=0.000', false],
    ['application/json;q=nonsense', false],
    ['application/*, */*', false],
    ['application/problem+json', false],
    ['application/jsonp', false],
    ['', false],
    [undefined, false],
  ])('reads %p', (accept, isNamed) => {
    expect(namesMediaType(accept, 'application/json')).toBe(isNamed);
  });
});

describe('allowsMediaType', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['*/*', true],
    ['TEXT/*;q=0.1', true],
    ['text/html,application/xhtml+xml,*/*;q=0.8', true],
    ['application/json', false],
    ['application/json, */*', true],
    ['text/html;q=0, */*', false],
    ['text/*;q=0, */*;q=1', false],
    ['*/*;q=0', false],
    [',;,q=', false],
  ])('reads %p', (accept, isAllowed) => {
    expect(allowsMediaType(accept, 'text/html')).toBe(isAllowed);
  });
});
