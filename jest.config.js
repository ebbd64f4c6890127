/** One project per kind of test, fast ones first; `npm test` runs them in that order. */
const common = {
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
	setupFiles: ['<rootDir>/test/support/property-seed.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.runtime/'],
};

const project = (name, extra = {}) => ({
	...common,
	...extra,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
});

module.exports = {
	// No test judges time: a busy machine may take its time over it.
	testTimeout: 60_000,
	projects: [project('unit'), project('engine'), project('conformance'), project('e2e'), project('faults')],
};
