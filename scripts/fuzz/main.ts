/**
 * Fuzzes the parsers of outside input: changes known inputs at random, keeps what reaches code that nothing
 * reached before as a new start, and says of every input that breaks a promise which file it is in. That file
 * is kept in test/fuzz/corpus, so `npm test` fails until the parser is mended.
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { FUZZ_TARGETS } from '../../test/fuzz/targets';
import { runTarget } from './run-target';

const USAGE = `npm run fuzz -- [target...] [--seconds 60] [--seed 2015] [--keep]\n  targets: ${Object.keys(FUZZ_TARGETS).join(', ')}`;

const argumentsSchema = z.object({
	targets: z.array(z.enum(Object.keys(FUZZ_TARGETS), 'There is no such target')),
	seconds: z.coerce.number('--seconds is a number').int().min(1).max(86_400),
	seed: z.coerce.number('--seed is a number').int().min(0).max(999_999_999),
	keep: z.boolean(),
});

function readArguments(args: string[]): z.infer<typeof argumentsSchema> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			seconds: { type: 'string', default: '60' },
			seed: { type: 'string', default: '2015' },
			keep: { type: 'boolean', default: false },
		},
	});
	const targets = positionals.length > 0 ? positionals : Object.keys(FUZZ_TARGETS);
	return argumentsSchema.parse({ ...values, targets });
}

async function main(): Promise<number> {
	let asked;
	try {
		asked = readArguments(process.argv.slice(2));
	} catch (error) {
		const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
		console.error(`${why}\n${USAGE}`);
		return 2;
	}
	let found = 0;
	for (const target of asked.targets) {
		const { defects, inputs, blocks, kept } = await runTarget({ ...asked, target });
		console.log(
			`${target.padEnd(18)} ${inputs} inputs, ${blocks} blocks of code reached, ${kept} inputs kept, ${defects.length} defects`,
		);
		for (const { file, message } of defects) console.log(`✗ ${relative(process.cwd(), file)}\n${message}`);
		found += defects.length;
	}
	return found > 0 ? 1 : 0;
}

void main().then((code) => (process.exitCode = code));
