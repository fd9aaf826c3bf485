import { Settings } from '../app/platform/config/settings';
import { type TestApp, startTestApp } from './test-app';

/** Another API on the database of the first one. Returns the first one on the embedded database, which only one process can open. */
export async function startAnotherInstance(first: TestApp, overrides: Partial<Settings>): Promise<TestApp> {
  const { DATABASE_URL } = first.app.get(Settings);
  return DATABASE_URL === undefined
    ? { ...first, close: () => Promise.resolve() }
    : startTestApp({ ...overrides, DATABASE_URL });
}
