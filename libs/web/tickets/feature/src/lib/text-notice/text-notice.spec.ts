import { TestBed } from '@angular/core/testing';
import { MAT_SNACK_BAR_DATA } from '@angular/material/snack-bar';
import { TextNotice } from './text-notice';

it('has its text in a block, so that all lines begin at the same place', () => {
  TestBed.configureTestingModule({ providers: [{ provide: MAT_SNACK_BAR_DATA, useValue: 'Nothing to undo' }] });
  const page = TestBed.createComponent(TextNotice).nativeElement as HTMLElement;

  expect(page.querySelector('.mdc-snackbar__label')?.tagName).toBe('DIV');
});
