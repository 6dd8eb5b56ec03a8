/** Nest is ES modules only, so Jest runs in its ES module mode: `npm test` sets what Node needs for that. */
const everywhere = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/src', '<rootDir>/test'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2023',
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    }],
  },
};

export default {
  projects: [
    // Needs no server. Beside what it tests, or in test/ where it spans several files.
    { ...everywhere, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'] },
    // Real PostgreSQL and Redis: see test/support/database.ts.
    {
      ...everywhere,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // On two cores: each waits for PostgreSQL two fifths of its time.
  maxWorkers: 3,
  // A worker that has loaded many applications is replaced before it fills the machine.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 30_000,
};
