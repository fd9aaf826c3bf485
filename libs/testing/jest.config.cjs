module.exports = {
  ...require('../../tools/jest/preset.cjs'),
  displayName: 'testing',
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      { tsconfig: { module: 'commonjs', target: 'ES2023', esModuleInterop: true, isolatedModules: true } },
    ],
  },
};
