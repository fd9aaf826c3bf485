import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import { ADMINISTRATOR, makeAdministrator } from './administrator';
import type { Stack } from './stack';

/** A person who can sign in. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Signs in as the administrator, for requests to the API. */
export async function signInAsAdministrator(request: APIRequestContext, stack: Stack): Promise<void> {
  await makeAdministrator(request, stack);
  const { email, password } = ADMINISTRATOR;
  const response = await request.post('/api/session', { data: { email, password }, headers: { Origin: stack.url } });
  expect(response.status(), await response.text()).toBe(201);
}

/** Invites a person as the administrator and accepts the invitation, both through the API. */
export async function makePerson(
  request: APIRequestContext,
  stack: Stack,
  role: string,
  name = `Sofia ${role}`,
): Promise<Person> {
  await signInAsAdministrator(request, stack);
  const send = (url: string, data: object, status: number) => post(request, stack, url, data, status);
  const person = {
    name,
    email: `sofia-${randomUUID()}@desk.example`,
    password: 'seven herons on one roof',
  };
  const { id } = (await send('/api/users', { name: person.name, email: person.email, role }, 201)) as { id: number };
  const { url } = (await send(`/api/users/${id}/link`, {}, 201)) as { url: string };
  await send('/api/auth/link', { token: new URL(url).hash.slice(1), password: person.password }, 204);
  return person;
}

/** Sends a change like a page of the stack. Returns the body of the response. */
export async function post(
  request: APIRequestContext,
  { url: origin }: Stack,
  url: string,
  data: object,
  status: number,
): Promise<unknown> {
  const response = await request.post(url, { data, headers: { Origin: origin } });
  expect(response.status(), await response.text()).toBe(status);
  return status === 204 ? undefined : response.json();
}
