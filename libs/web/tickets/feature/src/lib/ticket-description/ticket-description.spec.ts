import { TestBed } from '@angular/core/testing';
import { TicketDescription } from './ticket-description';

const LOG = '2026-11-03 09:14 ERROR one\n2026-11-03 09:15 ERROR two';

function show(text: string) {
  const fixture = TestBed.createComponent(TicketDescription);
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
