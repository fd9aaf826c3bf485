/** Administrator of a measured closed API. */
export const ADMINISTRATOR = { email: 'admin@desk.example', password: 'seven herons on one roof' };

/** Signs in the administrator, and returns the cookies of the session. */
export async function signIn(url: string): Promise<string> {
  const { status, headers } = await send(url, '/api/session', ADMINISTRATOR);
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  if (status !== 201 || !cookies.length) throw new Error(`The sign-in got ${status}`);
  return cookies.join('; ');
}

/** Sends a change like a page of the same site. */
export function send(
  url: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
  method: 'POST' | 'PATCH' = 'POST',
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: url, ...headers },
  });
}
