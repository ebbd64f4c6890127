import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { runtime } from '../../test/support/runtime';
import type { Options, Outcome } from './bench';

const ROOT = join(__dirname, '..', '..');
const DOCUMENT = join(ROOT, 'docs', 'benchmarks.md');

/** One run of a bench, with where it was run. */
export interface Run extends Outcome {
	bench: string;
	/** ISO date. */
	on: string;
	machine: string;
	versions: Record<string, string>;
	options: Options;
}

export function describeRun(bench: string, options: Options, outcome: Outcome): Run {
	const [processor] = cpus();
	const n8n = JSON.parse(readFileSync(join(runtime().folder, 'ready.json'), 'utf8')) as { n8n: string };
	return {
		...outcome,
		bench,
		on: new Date().toISOString().slice(0, 10),
		machine: `${cpus().length} cores ${processor?.model ?? ''}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${type()} ${release()}`,
		versions: { node: process.version.slice(1), n8n: n8n.n8n, ...outcome.versions },
		options,
	};
}

/** As Markdown. */
export function toTable({ columns, rows, notes, on, machine, versions, options }: Run): string {
	const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
	const list = (entries: object) =>
		Object.entries(entries)
			.map(([name, value]) => `${name} ${value}`)
			.join(', ');
	return [
		line(['', ...columns]),
		line(['---', ...columns.map(() => '---:')]),
		...rows.map(({ what, values }) => line([what, ...columns.map((column) => values[column] ?? '–')])),
		'',
		...notes.map((note) => `- ${note}`),
		`- Measured on ${on}: ${machine}; ${list(versions)}; options: ${list(options)}.`,
	].join('\n');
}

/** Writes the results of this run; gives the file. */
export function write(run: Run): string {
	const folder = join(ROOT, 'bench-results');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${run.bench}.json`);
	writeFileSync(file, JSON.stringify(run, null, 2));
	return file;
}

/** Puts the table of this run in the document, in the place of the last one. */
export function publish(run: Run): string {
	const [from, to] = [`<!-- bench:${run.bench} -->`, `<!-- /bench:${run.bench} -->`];
	const document = readFileSync(DOCUMENT, 'utf8');
	const [start, end] = [document.indexOf(from), document.indexOf(to)];
	if (start < 0 || end < start) throw new Error(`${DOCUMENT} has no place for it between ${from} and ${to}`);
	writeFileSync(
		DOCUMENT,
		`${document.slice(0, start + from.length)}\n\n${toTable(run)}\n\n${document.slice(end)}`,
	);
	return DOCUMENT;
}
