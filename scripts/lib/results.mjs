/**
 * What came of one suite.
 * @typedef {{ suite: string, passed: number, failed: number, skipped: number, seconds: number, broken: number, mayBeSkipped?: boolean }} SuiteResult
 */

/**
 * @param {string} suite
 * @param {object} json what Jest wrote with --json
 * @param {number} seconds
 * @returns {SuiteResult}
 */
export function resultOf(suite, json, seconds) {
	return {
		suite,
		passed: json.numPassedTests,
		failed: json.numFailedTests,
		skipped: json.numPendingTests + json.numTodoTests,
		// Test files that broke before their tests could run count as one failure each.
		broken: json.numRuntimeErrorTestSuites,
		seconds,
	};
}

/**
 * @param {SuiteResult[]} results
 * @returns {{ passed: number, failed: number, complaints: string[] }} `complaints` is empty when all is well
 */
export function verdict(results) {
	const complaints = [];
	for (const { suite, passed, failed, skipped, broken, mayBeSkipped } of results) {
		if (failed + broken > 0) complaints.push(`${suite}: ${failed + broken} failed`);
		if (skipped > 0) complaints.push(`${suite}: ${skipped} skipped; a skipped test is not done`);
		if (passed + failed + broken === 0 && !mayBeSkipped) complaints.push(`${suite}: ran no test`);
	}
	return {
		passed: results.reduce((sum, { passed }) => sum + passed, 0),
		failed: results.reduce((sum, { failed, broken }) => sum + failed + broken, 0),
		complaints,
	};
}
