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
	private readonly at = new Map<string, number>();

	/** @param now milliseconds since 1970 */
	note(mails: readonly ShownMail[], now: number): void {
		for (const mail of mails) this.at.set(nameOf(mail), now);
	}

	/** When the execution of each of these mails ended, of those that did; they are told once. */
	take(folder: string, keys: readonly string[]): Map<string, number> {
		const ended = new Map<string, number>();
		for (const key of keys) {
			const name = nameOf({ folder, key });
			const at = this.at.get(name);
			if (at === undefined) continue;
			ended.set(key, at);
			this.at.delete(name);
		}
		return ended;
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
