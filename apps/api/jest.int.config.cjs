/** Tests on a real database: embedded, or the server that TEST_DATABASE_URL names. */
module.exports = {
  ...require('./jest.config.cjs'),
  displayName: 'api integration',
  testMatch: ['<rootDir>/src/**/*.int.spec.ts'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/src/testing/migrate-once.ts',
  globalTeardown: '<rootDir>/src/testing/remove-migrated.ts',
  testTimeout: 120_000, // no test measures time, and the machine of CI may be busy
  maxWorkers: 2,
  // Jest frees little of the memory of a test file. A worker with more than this is replaced before the next file.
  workerIdleMemoryLimit: '600MB',
};
