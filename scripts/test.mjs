// npm test: sets up what it needs, runs the checks and every suite, and closes with
// `N passed, N failed`, taken from Jest's own results. `npm test -- unit` runs one suite.
// `npm run test:faults` is `npm test -- faults --long`: the suite faults with many more mails and faults.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/paths.mjs';
import { resultOf, verdict } from './lib/results.mjs';
import { SetupError } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

/**
 * How many test files run at a time. One that starts a whole n8n often waits, for a schedule or a mail, so
 * two of them on two processors are done sooner than one after the other. The fault tests start up to four, and tell how long each takes to recover.
 */
const AT_A_TIME = { unit: '100%', engine: '100%', conformance: '100%', e2e: '2', faults: '1' };
const SUITES = Object.keys(AT_A_TIME);
const CHECKS = [
	['build', 'node_modules/gulp/bin/gulp.js', ['build', '--silent']],
	['types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']],
	['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']],
	['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
];

async function setUp() {
	await ensureDependencies();
	await ensureDebianPackages();
	return await ensureRuntime();
}

/** Runs a program of node_modules on Node 24, with its output on the screen. */
function onNode24(runtime, program, args) {
	const env = { ...process.env, REGIE_N8N: runtime.folder, REGIE_NODE: runtime.node };
	const started = Date.now();
	const { status } = spawnSync(runtime.node, [join(ROOT, program), ...args], {
		cwd: ROOT,
		env,
		stdio: 'inherit',
	});
	return { ok: status === 0, seconds: Math.round((Date.now() - started) / 1000) };
}

function runSuite(runtime, suite) {
	if (suite === 'conformance' && !process.env.TOPDESK_SPECS) {
		console.log(
			'\n== conformance: skipped, because TOPDESK_SPECS does not point at the TOPdesk specifications',
		);
		return { suite, passed: 0, failed: 0, skipped: 0, broken: 0, seconds: 0, mayBeSkipped: true };
	}
	console.log(`\n== ${suite}`);
	const outputFile = join(ROOT, '.runtime', `${suite}.json`);
	rmSync(outputFile, { force: true });
	const args = ['--selectProjects', suite, '--json', '--outputFile', outputFile];
	args.push(`--maxWorkers=${AT_A_TIME[suite]}`);
	const { ok, seconds } = onNode24(runtime, 'node_modules/jest/bin/jest.js', [...args, '--verbose=false']);
	if (!existsSync(outputFile)) return { suite, passed: 0, failed: 0, skipped: 0, broken: 1, seconds };
	const result = resultOf(suite, JSON.parse(readFileSync(outputFile, 'utf8')), seconds);
	return ok || result.failed + result.broken > 0 ? result : { ...result, broken: 1 };
}

async function main() {
	const asked = process.argv.slice(2).filter((argument) => argument !== '--long');
	if (process.argv.includes('--long')) process.env.REGIE_FAULTS = 'long';
	const unknown = asked.filter((suite) => !SUITES.includes(suite));
	if (unknown.length)
		throw new SetupError(`There is no suite ${unknown.join(', ')}. Choose from: ${SUITES.join(', ')}.`);
	const runtime = await setUp();
	mkdirSync(join(ROOT, '.runtime'), { recursive: true });

	const failedChecks = [];
	for (const [name, program, args] of asked.length ? CHECKS.slice(0, 1) : CHECKS) {
		console.log(`== ${name}`);
		if (!onNode24(runtime, program, args).ok) failedChecks.push(`${name} failed`);
	}
	const results = (asked.length ? asked : SUITES).map((suite) => runSuite(runtime, suite));

	console.log('\nsuite          passed   failed  skipped  seconds');
	for (const { suite, passed, failed, broken, skipped, seconds } of results) {
		const columns = [passed, failed + broken, skipped, seconds].map((number) => String(number).padStart(8));
		console.log(suite.padEnd(12) + columns.join(' '));
	}
	const { passed, failed, complaints } = verdict(results);
	for (const complaint of [...failedChecks, ...complaints]) console.log(`✗ ${complaint}`);
	console.log(`${passed} passed, ${failed + failedChecks.length} failed`);
	process.exitCode = failedChecks.length + complaints.length ? 1 : 0;
}

main().catch((error) => {
	console.error(error instanceof SetupError ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
});
