import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '@docket/web/people/data';
import type { TimelineEntry } from '../lib/timeline-entry';

export const ANA = { id: 3, name: 'Ana Ruiz', email: 'ana@desk.example', role: 'agent' } as const;
export const BEN = { id: 4, name: 'Ben Okafor', email: 'ben@desk.example', role: 'agent' } as const;

let http: HttpTestingController;

/** Opens a new page with a fake API. */
export function openTab(): void {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
}

/** @param user undefined for the open mode */
export async function become(user?: object): Promise<void> {
  const loaded = TestBed.inject(Session).load();
  const info = {
    mode: user ? 'closed' : 'open',
    user,
    permissions: ['tickets:write'],
    methods: [],
    needs_set_up: false,
  };
  http.expectOne('/api/session').flush(info);
  await loaded;
}

/** Retries until `look` does not throw. */
export async function eventually<T>(look: () => T): Promise<T> {
  for (const deadline = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
    try {
      TestBed.tick();
      return look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The next request to this URL. */
export function requested(url: string, method = 'GET'): Promise<TestRequest> {
  return eventually(() => http.expectOne((request) => request.urlWithParams === url && request.method === method));
}

export function expectNoRequests(): void {
  http.verify();
}

export function anEntry(entry: Partial<TimelineEntry> & { readonly id: number }): TimelineEntry {
  return {
    at: '2026-03-12T14:05:00.000Z',
    kind: 'ticket.changed',
    actor: { kind: 'human', id: 3, name: 'Ana Ruiz', verified: true },
    ...entry,
  };
}

export function aReply(id: number, body: string): TimelineEntry {
  return anEntry({ id, kind: 'message.added', message: { id, visibility: 'public', body } });
}
