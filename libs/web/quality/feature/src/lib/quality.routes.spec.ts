import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import { qualityRoutes } from './quality.routes';

@Component({ template: 'Not for you.' })
class NotAllowedPage {}

it('is not for people who may not read the statistics', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'quality', children: qualityRoutes },
        { path: 'not-allowed', component: NotAllowedPage },
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  const user = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'agent' };
  http
    .expectOne('/api/session')
    .flush({ mode: 'closed', user, permissions: ['tickets:read'], methods: ['password'], needs_set_up: false });
  await loaded;

  const harness = await RouterTestingHarness.create('/quality');

  expect((harness.fixture.nativeElement as HTMLElement).textContent).toContain('Not for you.');
  http.expectNone(({ url }) => url === '/api/quality');
});
