import { existsSync, readdirSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The domains that a domain of the client uses besides its own. A new domain uses none until it is listed here. */
const usedDomains = {
  conversation: ['people'],
  live: ['tickets', 'people'],
  quality: ['tickets', 'people'],
  stats: ['tickets', 'people'],
  tickets: ['people', 'conversation', 'live'],
};

const domains = readdirSync(new URL('libs/web/', import.meta.url)).filter((name) =>
  existsSync(new URL(`libs/web/${name}/data`, import.meta.url)),
);

/** What may import what. The folders and these tags are the architecture; see docs/architecture.md. */
const boundaries = [
  {
    sourceTag: 'scope:api',
    onlyDependOnLibsWithTags: ['scope:api', 'type:domain', 'type:testing'],
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'scope:web',
    onlyDependOnLibsWithTags: ['scope:web', 'scope:shared'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer', '@google/*'],
  },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'], bannedExternalImports: ['*'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:feature', 'type:data-access', 'type:ui', 'type:domain', 'type:testing'],
  },
  { sourceTag: 'type:feature', onlyDependOnLibsWithTags: ['type:data-access', 'type:ui', 'type:domain'] },
  { sourceTag: 'type:data-access', onlyDependOnLibsWithTags: ['type:data-access', 'type:contract', 'type:domain'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:ui', 'type:domain'] },
  // Domains of the client. A feature never imports another feature; the public file of another lib is its index.ts.
  { sourceTag: 'domain:none', onlyDependOnLibsWithTags: ['domain:none'] },
  ...domains.map((domain) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [domain, 'none', ...(usedDomains[domain] ?? [])]
      .map((name) => `domain:${name}`)
      .concat('scope:shared'),
  })),
  // From outside, as users and clients do: with the domain and the contract, without the frameworks of the product.
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: ['type:contract', 'type:domain', 'type:testing'],
    bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'class-validator', 'class-transformer', '@google/*'],
  },
  // The package that integrators install.
  {
    sourceTag: 'type:client',
    onlyDependOnLibsWithTags: ['type:contract'],
    bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'pg'],
  },
  // Tools and tests start the product as processes and never import it.
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:testing'],
    bannedExternalImports: ['@angular/*', '@nestjs/*'],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: [], bannedExternalImports: ['@angular/*', '@nestjs/*'] },
];

const enforceBoundaries = (options = {}) => [
  'error',
  { enforceBuildableLibDependency: true, allow: [], depConstraints: boundaries, ...options },
];

/** Files that are linted with their types. */
const typed = [
  'apps/api/src/**/*.ts',
  'tools/**/*.mts',
  'apps/{api-e2e,web-e2e,import-cli}/**/*.{ts,mts}',
  '{apps,libs}/web/**/*.ts',
  'libs/{shared,testing,client}/**/*.ts',
];

export default defineConfig(
  { ignores: ['**/dist', '**/tmp', '**/.angular', '**/.nx', 'libs/shared/contract/src/openapi.ts'] },
  {
    files: ['**/*.ts', '**/*.mts'],
    plugins: { '@nx': nx },
    languageOptions: { parser: tseslint.parser },
    rules: { '@nx/enforce-module-boundaries': enforceBoundaries() },
  },
  {
    // Plain Node and the bundlers both resolve #testing/* and #import-rows/*, but differ on the extension of a relative import.
    files: ['libs/testing/**/*.ts', 'libs/shared/import-rows/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': enforceBoundaries({ allowCircularSelfDependency: true }) },
  },
  {
    // Tests use test packages; the code of shared libraries uses none.
    files: ['libs/shared/{import-rows,ticket-query}/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': enforceBoundaries({
        allowCircularSelfDependency: true,
        depConstraints: boundaries.filter(({ sourceTag }) => sourceTag !== 'scope:shared'),
      }),
    },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [...tseslint.configs.recommended, ...tseslint.configs.stylistic],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read once, in apps/api/src/app/platform/config.' },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // A regular expression over foreign text takes linear time: it neither backtracks nor starts anew at each character.
    files: ['**/*.{ts,mts,mjs,cjs}'],
    extends: [regexp.configs.recommended],
    rules: {
      'no-control-regex': 'off', // several expressions remove control characters
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: typed,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-imports': ['error', { paths: ['@docket/testing'] }],
    },
  },
  {
    files: ['apps/api/src/app/**/*.ts'],
    ignores: ['**/*.spec.ts', 'apps/api/src/app/platform/database/**', 'apps/api/src/app/platform/health/**'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            '@docket/testing',
            {
              name: 'typeorm',
              importNames: ['DataSource', 'EntityManager'],
              allowTypeImports: true,
              message: 'Features reach the database through Transactions, so that nested calls join one transaction.',
            },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectDataSource', 'InjectEntityManager', 'InjectRepository'],
              message: 'Features reach the database through Transactions, so that nested calls join one transaction.',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'apps/api/src/app/platform/config/*.ts',
      '**/*.spec.ts',
      '**/testing/**/*.ts',
      'apps/*-e2e/**/*.ts',
      'tools/**/*.mts',
    ],
    rules: { 'no-restricted-properties': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['apps/import-cli/**/*.mts', 'tools/**/*.mts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'docket', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'docket', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }], // Validators.required is a static method without `this`
    },
  },
  // Pages load when they are opened: the shell imports the features' routes, and those import pages by import() alone.
  {
    files: ['apps/web/src/**/*.ts'],
    // The interceptors of people are small, and every page needs them.
    ignores: ['apps/web/src/app/app.routes.ts', 'apps/web/src/app/app.config.ts', 'apps/web/src/app/shell/shell.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['@docket/web/*/feature'] }] },
  },
  {
    files: [
      'apps/web/src/app/app.routes.ts',
      'libs/web/*/feature/src/index.ts',
      'libs/web/*/feature/src/lib/*.routes.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '-page$' }] }] },
  },
  {
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
