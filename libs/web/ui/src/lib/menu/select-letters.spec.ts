import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatOption, MatSelect } from '@angular/material/select';
import { By } from '@angular/platform-browser';
import { BackClosesSelect } from './back-closes-select';

@Component({
  imports: [BackClosesSelect, MatOption, MatSelect],
  template: `
    <mat-select docketBackCloses multiple aria-label="Event" (selectionChange)="chosen.set($event.value)">
      @for (event of events; track event) {
        <mat-option [value]="event">{{ event }}</mat-option>
      }
    </mat-select>
  `,
})
class Page {
  readonly events = ['Account made', 'Sign-in', 'Sign-out', 'Settings changed', 'Técnico'];
  readonly chosen = signal<readonly string[]>([]);
}

const CODES: Record<string, number> = { Enter: 13, ' ': 32, ArrowDown: 40 };

/** Opens the select, and presses the keys without a pause. Returns the chosen options. */
function choose(...keys: string[]): readonly string[] {
  TestBed.configureTestingModule({ imports: [Page] });
  const page = TestBed.createComponent(Page);
  page.detectChanges();
  const select = page.debugElement.query(By.directive(MatSelect)).nativeElement as HTMLElement;
  for (const key of ['Enter', ...keys]) {
    const keyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
    select.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    page.detectChanges();
  }
  return page.componentInstance.chosen();
}

it.each([
  ['a letter and Space', ['t', ' '], ['Técnico']],
  ['a letter and Enter', ['s', 'Enter'], ['Sign-in']],
  ['the same letter again', ['s', 's', ' '], ['Sign-out']],
  ['more letters', ['s', 'e', ' '], ['Settings changed']],
  ['a whole word', [...'sign-out', ' '], ['Sign-out']],
  ['letters of two options', ['s', ' ', 't', ' '], ['Sign-in', 'Técnico']],
  ['a letter and an arrow', ['s', 'ArrowDown', ' '], ['Sign-out']],
  ['a letter of no option', ['x', ' '], ['Account made']],
])('takes an option by %s at once', (_name, keys, options) => {
  expect(choose(...keys)).toEqual(options);
});
