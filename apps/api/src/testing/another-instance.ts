import { Settings } from '../app/platform/config/settings';
import { type TestApp, startTestApp } from './test-app';

/**
 * Another API on the database of the first one. On the embedded form, which one process uses at a time, it is the first one.
 */
export async function startAnotherInstance(first: TestApp, overrides: Partial<Settings>): Promise<TestApp> {
  const { DATABASE_URL } = first.app.get(Settings);
  return DATABASE_URL === undefined
    ? { ...first, close: () => Promise.resolve() }
    : startTestApp({ ...overrides, DATABASE_URL });
}
