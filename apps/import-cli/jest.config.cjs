module.exports = {
  ...require('../../tools/jest/preset.cjs'),
  displayName: 'import-cli',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.mts'],
  moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'json'],
  transform: {
    '^.+\\.m?ts$': [
      'ts-jest',
      { tsconfig: { module: 'commonjs', target: 'ES2023', esModuleInterop: true, isolatedModules: true } },
    ],
  },
};
