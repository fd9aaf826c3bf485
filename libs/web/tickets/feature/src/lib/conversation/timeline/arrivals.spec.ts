import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { Timeline, TimelineEntry } from '@docket/web/conversation/data';
import { FILED, NORA, aChange, aMessage } from '../../../testing/conversation';
import { Arrivals } from './arrivals';

const entries = signal<readonly TimelineEntry[]>([]);
const ticketId = signal(8);

@Component({ template: '<textarea></textarea>' })
class Host {
  readonly arrivals = new Arrivals({ entries } as unknown as Timeline, ticketId);
}

let host: ComponentFixture<Host>;
const said = () => host.componentInstance.arrivals.text();

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  ticketId.set(8);
  entries.set([FILED]);
  host = TestBed.createComponent(Host);
  host.detectChanges();
});
afterEach(() => jest.useRealTimers());

function type(): void {
  const field = (host.nativeElement as HTMLElement).querySelector('textarea');
  document.body.append(host.nativeElement as HTMLElement);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
}

function arrive(...newer: TimelineEntry[]): void {
  entries.update((all) => [...all, ...newer]);
  host.detectChanges();
}

it('announces a message at once', () => {
  arrive(aMessage(9, 'Any news?', { actor: NORA }));

  expect(said()).toBe('New reply: Nora Lindqvist');
});

it('announces what arrives while the person types once they pause, and each text once', () => {
  type();
  arrive(aMessage(9, 'Any news?', { actor: NORA }));
  jest.advanceTimersByTime(1_000);
  type();
  arrive(aMessage(10, 'Hello?', { actor: NORA }));
  arrive(aMessage(11, 'He called', { message: { id: 11, visibility: 'internal', body: 'He called' } }));
  jest.advanceTimersByTime(1_499);
  expect(said()).toBe('');

  jest.advanceTimersByTime(1);

  expect(said()).toBe('New reply: Nora Lindqvist. New note: Ana Ruiz');
});

it('says nothing of a ticket that was left while the person typed', () => {
  type();
  arrive(aMessage(9, 'Any news?', { actor: NORA }));
  ticketId.set(7);
  entries.set([FILED, aChange(2, { status: ['open', 'closed'] })]);
  host.detectChanges();

  jest.advanceTimersByTime(10_000);

  expect(said()).toBe('');
});
