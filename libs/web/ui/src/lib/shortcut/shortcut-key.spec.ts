import { shortcutKey } from './shortcut-key';

/** Presses `key` on the `.focus` element of `html`, or on the body without one. Returns the shortcut. */
function pressed(html: string, key: string, more: KeyboardEventInit = {}): string | undefined {
  document.body.innerHTML = html;
  let shortcut: string | undefined;
  const listen = (event: KeyboardEvent) => (shortcut = shortcutKey(event));
  document.addEventListener('keydown', listen, { once: true });
  const target = document.querySelector('.focus') ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  return shortcut;
}

describe('shortcutKey', () => {
  it.each(['n', 'j', '/', '?', 'Escape'])('accepts %s on the page and on a link', (key) => {
    expect(pressed('', key)).toBe(key);
    expect(pressed('<a href="#" class="focus">7</a>', key)).toBe(key);
  });

  it.each([
    '<input class="focus">',
    '<textarea class="focus"></textarea>',
    '<div contenteditable="true"><b class="focus">x</b></div>',
    '<div role="menu"><button class="focus">Open</button></div>',
    '<div role="dialog"><button class="focus">Close</button></div>',
    '<div role="combobox" aria-expanded="true" class="focus"></div>',
    '<div role="listbox"><div class="focus"></div></div>',
  ])('ignores keys in %s', (html) => {
    expect(pressed(html, 'n')).toBeUndefined();
  });

  it('accepts keys on a button that has shown a part of the page', () => {
    expect(pressed('<button aria-expanded="true" class="focus"></button>', 'r')).toBe('r');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('ignores keys while %s is held', (modifier) => {
    expect(pressed('', 'n', { [modifier]: true })).toBeUndefined();
  });

  it('accepts repeated events only for keys that move in a list', () => {
    expect(pressed('', 'j', { repeat: true })).toBe('j');
    expect(pressed('', 'n', { repeat: true })).toBeUndefined();
  });

  it.each(['j', 'k', 'n', '/', '?', 'Escape'])('accepts %s on a closed select', (key) => {
    expect(pressed('<div role="combobox" aria-expanded="false" class="focus"></div>', key)).toBe(key);
  });

  it.each(['ArrowDown', 'ArrowUp'])('leaves %s to a closed select, which it opens', (key) => {
    expect(pressed('<div role="combobox" aria-expanded="false" class="focus"></div>', key)).toBeUndefined();
  });
});
