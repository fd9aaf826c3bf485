module.exports = {
  ...require('../../../tools/jest/preset.cjs'),
  displayName: 'ticket-query',
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: { module: 'commonjs', target: 'ES2023', isolatedModules: true } }],
  },
};
