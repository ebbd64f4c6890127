// Loaded into an n8n that is measured: on SIGUSR2 it collects all garbage and writes how many bytes are left, in the heap
// and outside it, to the file that REGIE_HEAP_FILE names.
import { renameSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('SIGUSR2', () => {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	const file = process.env.REGIE_HEAP_FILE;
	writeFileSync(`${file}.new`, String(heapUsed + external));
	renameSync(`${file}.new`, file);
});
