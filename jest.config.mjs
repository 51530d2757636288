/** vk-io's CommonJS build loads node-fetch by a dynamic `import`, which jest's sandbox allows only for transformed files. */
const IMPORTED_BY_VK_IO = ['vk-io', 'node-fetch', 'fetch-blob', 'data-uri-to-buffer', 'formdata-polyfill'];

/** CommonJS mode: `import.meta` is rewritten by swc, no top-level await in tested modules. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: process.env.LONG ? [] : ['\\.long\\.test\\.ts$'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // A run tries what the last one tried: chance finds nothing on a day when nobody looks for it.
    '^fast-check$': '<rootDir>/test/fixed-seed.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${IMPORTED_BY_VK_IO.join('|')})/)`],
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // One core fewer, jest's own choice, would leave half of a small machine idle.
  maxWorkers: '100%',
  testTimeout: 20_000,
};
