/** The integration tests of the endpoints that an open API has, on a closed one, with a token: see src/testing/closed-access.ts. */
process.env.DOCKET_TEST_CLOSED = 'true';

module.exports = {
  ...require('./jest.int.config.cjs'),
  displayName: 'api integration, closed',
  testMatch: ['<rootDir>/src/testing/groups/closed.ts'],
};
