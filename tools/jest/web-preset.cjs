const preset = require('./preset.cjs');

/** Settings of the client's Jest projects: Angular's compiler, a DOM, and no zone.js. */
module.exports = {
  ...preset,
  preset: 'jest-preset-angular',
  testTimeout: 60_000, // the first test of a file compiles its components, which takes seconds on a busy machine
  setupFilesAfterEnv: [...preset.setupFilesAfterEnv, require.resolve('./web-setup.cjs')],
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$)'],
};
