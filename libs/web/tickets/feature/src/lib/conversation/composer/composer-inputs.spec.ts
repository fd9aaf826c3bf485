import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { EIGHT } from '../../../testing/tickets-page';
import { Composer } from './composer';

it('does nothing for keys, changes and the browser before it has its ticket', () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const { componentInstance } = TestBed.createComponent(Composer);

  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('online'));
  componentInstance.focus('public');
  TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT });

  expect(componentInstance.isWriting()).toBe(false);
});
