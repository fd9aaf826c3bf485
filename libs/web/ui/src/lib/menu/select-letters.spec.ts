import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatOption, MatSelect } from '@angular/material/select';
import { By } from '@angular/platform-browser';
import { shortcutKey } from '../shortcut/shortcut-key';
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

const CODES: Record<string, number> = { Tab: 9, Enter: 13, Escape: 27, ' ': 32, ArrowDown: 40 };

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

@Component({
  imports: [BackClosesSelect, MatOption, MatSelect],
  template: `
    <mat-select docketBackCloses aria-label="Priority" [value]="value" (selectionChange)="value = $event.value">
      @for (priority of ['Low', 'Medium', 'High', 'Critical', 'Huge']; track priority) {
        <mat-option [value]="priority" (onSelectionChange)="$event.isUserInput && choices.push(priority)">{{
          priority
        }}</mat-option>
      }
    </mat-select>
  `,
})
class Form {
  value?: string;
  readonly choices: string[] = [];
}

describe('in a closed select for one option', () => {
  /** Presses the keys without a pause. Returns the page and the keys that shortcuts get. */
  function press(...keys: string[]): { form: Form; shortcuts: string[] } {
    TestBed.configureTestingModule({ imports: [Form] });
    const page = TestBed.createComponent(Form);
    page.detectChanges();
    const element = page.debugElement.query(By.directive(MatSelect)).nativeElement as HTMLElement;
    const shortcuts: string[] = [];
    (page.nativeElement as HTMLElement).addEventListener('keydown', (event) => {
      const shortcut = shortcutKey(event);
      if (shortcut) shortcuts.push(shortcut);
    });
    for (const key of keys) {
      const keyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0);
      element.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
      page.detectChanges();
    }
    return { form: page.componentInstance, shortcuts };
  }

  it.each([
    ['a letter', ['c'], 'Critical'],
    ['the same letter again', ['h', 'h'], 'Huge'],
    ['letters of two options', ['h', 'l'], 'Low'],
    ['a letter that moved in the list before Escape', ['Enter', 'h', 'Escape', 'h'], 'High'],
  ])('takes an option by %s at once', (_name, keys, value) => {
    const { form, shortcuts } = press(...keys);

    expect(form.value).toBe(value);
    expect(shortcuts.filter((key) => key !== 'Escape')).toEqual([]);
  });

  it('takes the current option as a choice again', () => {
    expect(press('h', 'Tab', 'h').form.choices).toEqual(['High', 'High']);
  });

  it('leaves a letter of no option to the shortcuts', () => {
    const { form, shortcuts } = press('?');

    expect(form.value).toBeUndefined();
    expect(shortcuts).toEqual(['?']);
  });
});
