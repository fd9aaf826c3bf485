const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');
const { join } = require('node:path');

/** tsc, and not esbuild, compiles: Nest's injection reads the decorator metadata that only tsc emits. */
module.exports = {
  output: { path: join(__dirname, '../../dist/apps/api'), clean: true },
  devtool: 'source-map',
  plugins: [
    new NxAppWebpackPlugin({
      target: 'node',
      compiler: 'tsc',
      main: './src/main.ts',
      additionalEntryPoints: [
        { entryName: 'openapi', entryPath: './src/openapi.ts' },
        { entryName: 'counters', entryPath: './src/counters.ts' },
        { entryName: 'evaluate', entryPath: './src/evaluate.ts' },
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
