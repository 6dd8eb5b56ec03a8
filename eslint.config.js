import tseslint from 'typescript-eslint';

/** Types are checked by the compiler; what stands here are the mistakes that it lets pass. */
export default tseslint.config(
  { ignores: ['dist*', '.local', 'coverage', '**/*.cjs'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'migrations/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error', // the log is src/common/logging.ts, the terminal src/cli/output.ts
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'off', // decorator metadata needs the values
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // An answer over HTTP has no type but what the test expects of it.
    files: ['test/**/*.ts'],
    rules: Object.fromEntries(['member-access', 'assignment', 'call', 'return', 'argument'].map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])),
  },
  {
    files: ['scripts/**/*.mjs', 'test/**/*.mjs', 'bin/*.js', '*.js'],
    languageOptions: {
      globals: Object.fromEntries(['process', 'console', 'fetch', 'URL', 'AbortController', 'AbortSignal', 'setTimeout',
        'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Buffer'].map((name) => [name, 'readonly'])),
    },
    rules: { eqeqeq: 'error', 'no-undef': 'error', 'no-unused-vars': 'error', 'no-unused-private-class-members': 'error', 'prefer-const': 'error' },
  },
);
