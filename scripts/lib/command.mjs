import { SetupError } from './run.mjs';

/**
 * Runs a command of npm: what fails in its set-up is told in a sentence, anything else with its trace.
 * @param {() => Promise<void>} work
 */
export async function runCommand(work) {
	try {
		await work();
	} catch (error) {
		console.error(error instanceof SetupError ? error.message : error);
		process.exitCode = 1;
	}
}
