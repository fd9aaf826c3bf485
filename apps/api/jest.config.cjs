module.exports = {
  ...require('../../tools/jest/preset.cjs'),
  displayName: 'api',
  testEnvironment: 'node',
  testPathIgnorePatterns: ['\\.int\\.spec\\.ts$'],
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
};
