/** Storage key for whether the last sign-in in this browser used the identity provider. */
const KEY = 'docket.sign-in';

export function wasProviderUsed(): boolean {
  try {
    return localStorage.getItem(KEY) === 'oidc';
  } catch {
    return false; // without storage
  }
}

export function rememberProvider(): void {
  remember('oidc');
}

export function rememberPassword(): void {
  remember('password');
}

function remember(method: 'oidc' | 'password'): void {
  try {
    localStorage.setItem(KEY, method);
  } catch {
    // Without storage, no button shows "last used".
  }
}
