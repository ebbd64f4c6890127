import { DateTime } from 'luxon';
import { followUpSchema, type FollowUp } from '../domain/follow-up';
import type { Range } from '../domain/range';
import type { Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { signalOfThread } from './mail-ids';
import { toSignals, type SignalRow } from './signal-rows';

const PAGE = 200;

/** All that the register keeps of a signal. */
export interface WholeSignal {
	signal: Signal;
	/** The mails about it that came after its own, in full, oldest first. */
	followUps: FollowUp[];
}

/** What goes in the archive of a document system. */
export class Archive {
	constructor(private readonly db: RegisterDatabase) {}

	/** The signals that were received in these days, oldest first, read page by page. */
	async *received({ from, until }: Range): AsyncGenerator<WholeSignal> {
		for (
			let day = DateTime.fromISO(from, { zone: 'utc' });
			day.toISODate()! < until;
			day = day.plus({ days: 1 })
		) {
			yield* this.receivedOn(day.toISODate()!);
		}
	}

	/** The reference of the signal that the mail with this Message-ID is about, its own or one that followed. */
	async referenceOfMail(messageId: string): Promise<string | null> {
		const id = await signalOfThread(this.db, [messageId]);
		if (id === null) return null;
		const row = await this.db
			.selectFrom('signals')
			.select('reference')
			.where('id', '=', id)
			.executeTakeFirst();
		return row?.reference ?? null;
	}

	private async *receivedOn(day: string): AsyncGenerator<WholeSignal> {
		for (let after: SignalRow | undefined; ;) {
			let query = this.db
				.selectFrom('report_facts')
				.innerJoin('signals', 'signals.id', 'report_facts.signal_id')
				.selectAll('signals')
				.where('report_facts.received_on', '=', day)
				.orderBy('signals.received_at')
				.orderBy('signals.reference')
				.limit(PAGE);
			if (after) {
				const { received_at, reference } = after;
				query = query.where(({ eb, refTuple, tuple }) =>
					eb(refTuple('signals.received_at', 'signals.reference'), '>', tuple(received_at, reference)),
				);
			}
			const rows = await query.execute();
			if (rows.length > 0) yield* await this.whole(rows);
			if (rows.length < PAGE) return;
			after = rows.at(-1)!;
		}
	}

	private async whole(rows: readonly SignalRow[]): Promise<WholeSignal[]> {
		const signals = await toSignals(this.db, rows);
		const mails = await this.db
			.selectFrom('follow_ups')
			.select(['signal_id', 'follow_up'])
			.where(
				'signal_id',
				'in',
				rows.map(({ id }) => id),
			)
			.orderBy('registered_at')
			.orderBy('id')
			.execute();
		return signals.map((signal) => ({
			signal,
			followUps: mails
				.filter(({ signal_id }) => signal_id === signal.id)
				.map(({ follow_up }) => followUpSchema.parse(JSON.parse(follow_up))),
		}));
	}
}
