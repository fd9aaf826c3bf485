/** Settings of all Jest projects: names of test files, and the workspace's path aliases. */
const { join } = require('node:path');
const { pathsToModuleNameMapper } = require('ts-jest');
const { compilerOptions } = require('../../tsconfig.base.json');

module.exports = {
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  moduleNameMapper: pathsToModuleNameMapper(compilerOptions.paths, { prefix: join(__dirname, '../..') }),
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'html'],
  restoreMocks: true,
  setupFilesAfterEnv: [require.resolve('./retries.cjs')],
  testTimeout: 60_000, // no test measures time, and the machine of CI may be busy
};
