import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { needs } from './needs';
import { Session } from './session';

@Component({ template: 'The form' })
class FormPage {}

@Component({ template: 'Not allowed' })
class NotAllowedPage {}

async function openForm(permissions?: readonly string[]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'new', component: FormPage, canActivate: [needs('tickets:write')] },
        { path: 'not-allowed', component: NotAllowedPage },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create();
  const loading = permissions && TestBed.inject(Session).load();
  const opening = harness.navigateByUrl('/new');
  if (permissions) {
    const user = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' };
    const info = { mode: 'closed', user, permissions, methods: ['password'], needs_set_up: false };
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(info);
  }
  await Promise.all([loading, opening]);
  return harness.routeNativeElement?.textContent;
}

it('opens the page for those who may use it', async () => {
  expect(await openForm(['tickets:write'])).toBe('The form');
});

it('shows another page to those who may not, without changing the address', async () => {
  expect(await openForm(['tickets:read'])).toBe('Not allowed');
  expect(TestBed.inject(Location).path()).toBe('/new');
});

it('opens the page while nobody asks for the session', async () => {
  expect(await openForm()).toBe('The form');
});
