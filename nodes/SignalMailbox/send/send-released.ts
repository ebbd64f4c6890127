import type { Outbox } from '../../shared/storage/outbox';
import { deliver, type Post } from './send-once';

/** What became of a released mail: null when the mail server took it. */
export interface ReleasedOutcome {
	key: string;
	to: string[];
	error: string | null;
}

/** Sends the mails that a person released in the register, each once. One that fails does not stop the others. */
export async function sendReleased(
	post: Pick<Post, 'handOver'> & { outbox: Outbox },
	limit: number,
): Promise<ReleasedOutcome[]> {
	const outcomes: ReleasedOutcome[] = [];
	for (const { key, envelope, source } of await post.outbox.released(limit)) {
		const outcome: ReleasedOutcome = { key, to: envelope.to, error: null };
		try {
			await deliver(post, { key, envelope, source });
		} catch (error) {
			outcome.error = error instanceof Error ? error.message : String(error);
		}
		outcomes.push(outcome);
	}
	return outcomes;
}
