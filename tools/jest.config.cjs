module.exports = {
  ...require('./jest/preset.cjs'),
  displayName: 'tools',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.mts'],
  moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'json'],
  transform: {
    '^.+\\.m?ts$': [
      'ts-jest',
      { tsconfig: { module: 'commonjs', target: 'ES2023', esModuleInterop: true, isolatedModules: true } },
    ],
  },
};
