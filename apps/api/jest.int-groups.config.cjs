/** All integration tests, in groups: see src/testing/groups. */
module.exports = {
  ...require('./jest.int.config.cjs'),
  testMatch: ['<rootDir>/src/testing/groups/*.int-group.ts', '<rootDir>/src/**/*.alone.int.spec.ts'],
};
