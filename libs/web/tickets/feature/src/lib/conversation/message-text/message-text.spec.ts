import { TestBed } from '@angular/core/testing';
import { MessageText } from './message-text';

const LOG = '2026-11-03 09:14 ERROR one\n2026-11-03 09:15 ERROR two';

function show(text: string) {
  const fixture = TestBed.createComponent(MessageText);
  fixture.componentRef.setInput('text', text);
  fixture.detectChanges();
  return [...(fixture.nativeElement as HTMLElement).children].map((block) => [block.localName, block.textContent]);
}

it('shows logs in a fixed-width font', () => {
  expect(show(`It fails:\n${LOG}\nThanks`)).toEqual([
    ['div', 'It fails:'],
    ['pre', LOG],
    ['div', 'Thanks'],
  ]);
});

it('keeps the blank line before a log, of which the browser drops the line break', () => {
  expect(show(`It fails:\n\n${LOG}`)).toEqual([
    ['div', 'It fails:\n\n'],
    ['pre', LOG],
  ]);
  expect(show(`\n${LOG}`)[0]).toEqual(['div', '\n']);
});

it('makes links that tell the other page nothing', () => {
  const fixture = TestBed.createComponent(MessageText);
  fixture.componentRef.setInput('text', 'See https://a.example/b.\n<img src=x onerror=alert(1)> javascript:alert(1)');
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;

  const links = [...element.querySelectorAll('a')];
  expect(links.map(({ href, rel, textContent }) => [href, rel, textContent])).toEqual([
    ['https://a.example/b', 'noopener noreferrer', 'https://a.example/b'],
  ]);
  expect(element.querySelector('img')).toBeNull();
  expect(element.textContent).toBe('See https://a.example/b.\n<img src=x onerror=alert(1)> javascript:alert(1)');
});

it('has no blank line at the end of the first part', () => {
  const fixture = TestBed.createComponent(MessageText);
  fixture.componentRef.setInput('text', '2026-11-03 09:14:05 ERROR The gateway did not answer\n'.repeat(2_000));
  fixture.detectChanges();
  const blocks = (fixture.nativeElement as HTMLElement).querySelectorAll('pre, .prose:not(.rest)');

  expect(blocks).toHaveLength(1);
});

it('shows the first part of a very long text, and all of it on request', () => {
  const text = 'words '.repeat(16_000);
  const fixture = TestBed.createComponent(MessageText);
  fixture.componentRef.setInput('text', text);
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const shown = () => element.querySelector('.prose')?.textContent.length;
  const button = element.querySelector('button');
  expect(shown()).toBeLessThan(5_000);
  expect(button?.textContent.replace(/\s+/g, ' ').trim()).toBe('Show all (96,000 characters)');

  button?.click();
  fixture.detectChanges();

  expect(shown()).toBe(text.length);
  expect(button?.textContent.trim()).toBe('Show less');
});

it('shows a long log in full height on request', () => {
  const line = '2026-03-12T08:00:12Z worker[0] ERROR upstream timed out while reading the response header';
  const fixture = TestBed.createComponent(MessageText);
  fixture.componentRef.setInput('text', Array.from({ length: 200 }, () => line).join('\n'));
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const log = () => element.querySelector('pre');
  expect(log()?.classList).not.toContain('complete');

  element.querySelector('button')?.click();
  fixture.detectChanges();

  expect(log()?.classList).toContain('complete');
  expect(log()?.textContent.split('\n')).toHaveLength(200);
});
