import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { classifierBench } from './classifier/bench';
import { intakeBench } from './intake';
import { mailboxBench } from './mailbox/bench';
import { mailboxMemoryBench } from './mailbox/memory';
import { registerBench } from './register/bench';
import { describeRun, publish, toTable, write } from './report';
import { supplierReportBench } from './supplier-report/bench';
import { topdeskBench } from './topdesk/bench';

const BENCHES: readonly Bench[] = [
	mailboxBench,
	mailboxMemoryBench,
	topdeskBench,
	intakeBench,
	classifierBench,
	registerBench,
	supplierReportBench,
];
const USAGE = `Use: npm run bench -- <${BENCHES.map(({ name }) => name).join('|')}> [--<option> <number>] [--publish]`;

async function main(): Promise<void> {
	const [name, ...args] = process.argv.slice(2);
	const bench = BENCHES.find((one) => one.name === name);
	if (!bench) throw new Error(USAGE);
	const named = Object.keys(bench.options).map((option) => [option, { type: 'string' }] as const);
	const values: Record<string, string | boolean | undefined> = parseArgs({
		args,
		options: { ...Object.fromEntries(named), publish: { type: 'boolean' } },
	}).values;
	const options = { ...bench.options };
	for (const option of Object.keys(options)) {
		const value = values[option];
		if (value !== undefined) options[option] = Number(value);
		if (!(options[option]! >= 0)) throw new Error(`--${option} must be a number.\n${USAGE}`);
	}
	const say = (line: string) => console.error(line);
	const run = describeRun(bench.name, options, await bench.run(options, say));
	console.log(toTable(run));
	say(`→ ${write(run)}`);
	if (values.publish) say(`→ ${publish(run)}`);
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
