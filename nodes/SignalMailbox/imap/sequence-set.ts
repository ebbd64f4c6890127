/** UIDs as IMAP takes them, runs made short: `4:7,9`. A folder of thousands of mails then fits in one command. */
export function sequenceSet(uids: readonly number[]): string {
	const sorted = [...new Set(uids)].sort((a, b) => a - b);
	const runs: { first: number; last: number }[] = [];
	for (const uid of sorted) {
		const run = runs.at(-1);
		if (run && run.last === uid - 1) run.last = uid;
		else runs.push({ first: uid, last: uid });
	}
	return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}:${last}`)).join(',');
}
