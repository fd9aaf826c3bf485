/** CI's machine may be slow for a moment. A test that needs another run is named in the summary: see tools/count-tests.mjs. */
if (process.env.CI) jest.retryTimes(2, { logErrorsBeforeRetry: true });
