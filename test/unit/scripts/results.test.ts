import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The module is ESM for plain Node, so it is asked in a process of its own. */
function verdictOf(results: object[]): { passed: number; failed: number; complaints: string[] } {
	const script = `import { verdict } from ${JSON.stringify(join(__dirname, '../../../scripts/lib/results.mjs'))};
		console.log(JSON.stringify(verdict(${JSON.stringify(results)})))`;
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
	return JSON.parse(output) as ReturnType<typeof verdictOf>;
}

const suite = { suite: 'unit', passed: 3, failed: 0, skipped: 0, broken: 0, seconds: 1 };

describe('the verdict over all suites', () => {
	it('adds up what passed', () => {
		expect(verdictOf([suite, { ...suite, passed: 2 }])).toEqual({ passed: 5, failed: 0, complaints: [] });
	});

	it.each([
		['a test fails', { failed: 1 }, 1, 'unit: 1 failed'],
		['a test file breaks', { broken: 1 }, 1, 'unit: 1 failed'],
		['a test is skipped', { skipped: 1 }, 0, 'unit: 1 skipped; a skipped test is not done'],
		['no test ran', { passed: 0 }, 0, 'unit: ran no test'],
	])('complains when %s', (_what, changes, failed, complaint) => {
		expect(verdictOf([{ ...suite, ...changes }])).toMatchObject({ failed, complaints: [complaint] });
	});

	it('lets only the conformance suite be skipped', () => {
		const skipped = { ...suite, suite: 'conformance', passed: 0, mayBeSkipped: true };
		expect(verdictOf([suite, skipped]).complaints).toEqual([]);
	});
});
