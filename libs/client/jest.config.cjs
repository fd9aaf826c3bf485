const preset = require('../../tools/jest/preset.cjs');

module.exports = {
  ...preset,
  // The package runs in Node as ES modules, whose imports name files.
  moduleNameMapper: { ...preset.moduleNameMapper, '^(\\.{1,2}/.*)\\.js$': '$1' },
  displayName: 'client',
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': ['ts-jest', { tsconfig: { module: 'commonjs', target: 'ES2023', isolatedModules: true } }],
  },
};
