const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');
const { DefinePlugin } = require('webpack');
const { join } = require('node:path');
const { version } = require('../../package.json');

/** tsc, and not esbuild, compiles: Nest's injection reads the decorator metadata that only tsc emits. */
module.exports = {
  output: { path: join(__dirname, '../../dist/apps/api'), clean: true },
  devtool: 'source-map',
  plugins: [
    new DefinePlugin({ DOCKET_VERSION: JSON.stringify(version) }),
    new NxAppWebpackPlugin({
      target: 'node',
      compiler: 'tsc',
      main: './src/main.ts',
      additionalEntryPoints: [
        { entryName: 'openapi', entryPath: './src/openapi.ts' },
        { entryName: 'counters', entryPath: './src/counters.ts' },
        { entryName: 'docket', entryPath: './src/docket.ts' },
        { entryName: 'evaluate', entryPath: './src/evaluate.ts' },
        { entryName: 'fit-urgency', entryPath: './src/fit-urgency.ts' },
        { entryName: 'people', entryPath: './src/people.ts' },
        { entryName: 'simulate-year', entryPath: './src/simulate-year.ts' },
        { entryName: 'train-worker', entryPath: './src/app/classifier/training/train-worker.ts' },
      ],
      tsConfig: './tsconfig.app.json',
      optimization: false,
      outputHashing: 'none',
      generatePackageJson: false,
      sourceMap: true,
    }),
  ],
};
