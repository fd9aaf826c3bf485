import { isComposing } from './is-composing';

describe('isComposing', () => {
  it.each([
    ['a key inside a composition', new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }), true],
    ['the Enter that ends a composition in Safari', new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }), true],
    ['an input inside a composition', new InputEvent('input', { isComposing: true }), true],
    ['an ordinary Enter', new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }), false],
    ['an ordinary input', new InputEvent('input'), false],
    ['a click', new MouseEvent('click'), false],
  ])('of %s', (_name, event, expected) => {
    expect(isComposing(event)).toBe(expected);
  });
});
