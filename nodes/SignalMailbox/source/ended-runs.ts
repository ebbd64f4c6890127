/** A mail as a poll knows it: by its folder, and its key in there. */
export interface ShownMail {
	folder: string;
	key: string;
}

/**
 * Mails whose execution has ended, of one trigger, as far as this n8n was told. It only makes a mail that was not
 * put away come back sooner: what is lost here comes back when its lease ends.
 */
export class EndedRuns {
	private readonly ended = new Set<string>();

	note(mails: readonly ShownMail[]): void {
		for (const mail of mails) this.ended.add(nameOf(mail));
	}

	/** Those of these mails whose execution ended; each is told once. */
	take(folder: string, keys: readonly string[]): string[] {
		return keys.filter((key) => this.ended.delete(nameOf({ folder, key })));
	}
}

const nameOf = ({ folder, key }: ShownMail): string => JSON.stringify([folder, key]);

const byTrigger = new Map<string, EndedRuns>();

/** What is known of the executions of a trigger, over all its polls in this n8n. */
export function endedRunsOf(workflowId: string, nodeId: string): EndedRuns {
	const trigger = JSON.stringify([workflowId, nodeId]);
	const known = byTrigger.get(trigger) ?? new EndedRuns();
	byTrigger.set(trigger, known);
	return known;
}
