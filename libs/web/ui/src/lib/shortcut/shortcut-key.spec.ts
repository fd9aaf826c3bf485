import { shortcutKey } from './shortcut-key';

/** What the shortcut is when `key` is pressed with the focus in `html`'s first element that can have it. */
function pressed(html: string, key: string, more: KeyboardEventInit = {}): string | undefined {
  document.body.innerHTML = html;
  let seen: string | undefined;
  const listen = (event: KeyboardEvent) => (seen = shortcutKey(event));
  document.addEventListener('keydown', listen, { once: true });
  const target = document.querySelector('.focus') ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  return seen;
}

describe('shortcutKey', () => {
  it.each(['n', 'j', '/', '?', 'Escape'])('takes %s on the page, and on a link', (key) => {
    expect(pressed('', key)).toBe(key);
    expect(pressed('<a href="#" class="focus">7</a>', key)).toBe(key);
  });

  it.each([
    '<input class="focus">',
    '<textarea class="focus"></textarea>',
    '<div contenteditable="true"><b class="focus">x</b></div>',
    '<div role="menu"><button class="focus">Open</button></div>',
    '<div role="dialog"><button class="focus">Close</button></div>',
    '<div role="combobox" class="focus"></div>',
  ])('leaves keys alone in %s', (html) => {
    expect(pressed(html, 'n')).toBeUndefined();
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves keys alone with %s held', (modifier) => {
    expect(pressed('', 'n', { [modifier]: true })).toBeUndefined();
  });

  it('repeats moving while a key is held, and nothing else', () => {
    expect(pressed('', 'j', { repeat: true })).toBe('j');
    expect(pressed('', 'n', { repeat: true })).toBeUndefined();
  });

  it('lets Escape through from a select that is closed', () => {
    expect(pressed('<div role="combobox" class="focus"></div>', 'Escape')).toBe('Escape');
  });
});
