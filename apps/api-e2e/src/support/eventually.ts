/** Calls until it returns something; the test's own time limit is the only one. */
export async function eventually<T>(attempt: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const result = await attempt().catch(() => undefined);
    if (result !== undefined && result !== false) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
