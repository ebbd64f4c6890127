import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../../test/support/eventually';

const MB = 1024 * 1024;
const LOOK_EVERY_MS = 50;
const GIVE_UP_AFTER_MS = 30_000;

/** Settings with which an n8n tells how much memory is in use. @param file where it writes that */
export const reportingHeap = (file: string): NodeJS.ProcessEnv => ({
	NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, 'heap-reporter.mjs')).href}`,
	REGIE_HEAP_FILE: file,
});

/**
 * MB that a process has in use once all garbage is collected: what RSS shows besides is garbage that V8 has not
 * collected yet, and room that it keeps.
 */
export async function liveMemory(pid: number, file: string): Promise<number> {
	rmSync(file, { force: true });
	process.kill(pid, 'SIGUSR2');
	await eventually(() => existsSync(file), {
		withinMs: GIVE_UP_AFTER_MS,
		everyMs: LOOK_EVERY_MS,
		otherwise: 'n8n does not tell its memory',
	});
	return Number(readFileSync(file, 'utf8')) / MB;
}
