/** The built server as a process, over HTTP: on the embedded database, or on the server that TEST_DATABASE_URL names. */
const otherForm = process.env.TEST_DATABASE_URL ? 'embedded' : 'server';

module.exports = {
  ...require('../../tools/jest/preset.cjs'),
  displayName: 'api e2e',
  testEnvironment: 'node',
  testPathIgnorePatterns: [`\\.${otherForm}\\.spec\\.ts$`],
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        tsconfig: {
          ...require('./tsconfig.json').compilerOptions,
          module: 'commonjs',
          target: 'ES2023',
          esModuleInterop: true,
          isolatedModules: true,
        },
      },
    ],
  },
  testTimeout: 120_000,
  maxWorkers: 2,
};
