import type { Selectable } from 'kysely';
import {
	fingerprint,
	mayMove,
	noticeSchema,
	OPEN_STATES,
	type Notice,
	type NoticeInput,
	type NoticeLogLine,
	type NoticeState,
	noticeInputSchema,
} from '../domain/pdc/notice';
import { writeTransaction, type RegisterDatabase } from './database';
import type { PdcNoticeTable } from './pdc-schema';
import { nextNumber } from './references';
import { RegisterError } from './register-error';

/** What is known of a notice besides what was said in it. */
export type NoticeFacts = Pick<Notice, 'baseVersion' | 'itemName' | 'portfolio' | 'owner'>;

/** What can be changed in a notice that is there. */
export type NoticeChanges = Partial<
	Omit<Notice, 'number' | 'state' | 'code' | 'submittedAt' | 'waitingSince' | 'remindedAt' | 'log'>
>;

export interface NoticeCriteria {
	/** All when left out. */
	states?: readonly NoticeState[];
	code?: string;
	/** Only what came in or began to wait from this moment on (ISO 8601, UTC). */
	since?: string;
}

/** The change notices, with all that was done for each. */
export class PdcNotices {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	/**
	 * Gives the notice a number and keeps it. The same change of the same item that is still open comes
	 * back as it is, `duplicate`: two people who report one thing make one notice.
	 */
	async add(
		input: NoticeInput,
		facts: NoticeFacts,
		state: 'concept' | 'ingediend',
		log: Omit<NoticeLogLine, 'at'>,
	): Promise<{ notice: Notice; duplicate: boolean }> {
		const said = noticeInputSchema.parse(input);
		const key = fingerprint(said);
		return await writeTransaction(this.db, async (db) => {
			const store = new PdcNotices(db, this.now);
			const known = await store.openWith(key);
			if (known) return { notice: await store.get(known), duplicate: true };
			const at = this.now().toISOString();
			const number = await nextNumber(db, 'pdc_notice_counters', 'P', at);
			await db
				.insertInto('pdc_notices')
				.values({
					number,
					fingerprint: key,
					open_fingerprint: key,
					state,
					code: said.code,
					submitted_at: at,
					waiting_since: at,
					reminded_at: null,
					content: JSON.stringify({ ...said, ...facts, approvedBy: null, readBy: null }),
				})
				.execute();
			await store.log(number, log);
			return { notice: await store.get(number), duplicate: false };
		});
	}

	/** @throws RegisterError when there is no notice with this number */
	async get(number: string): Promise<Notice> {
		const row = await this.db
			.selectFrom('pdc_notices')
			.selectAll()
			.where('number', '=', number)
			.executeTakeFirst();
		if (row) return (await this.read([row]))[0]!;
		throw new RegisterError(
			`There is no change notice ${number || '(empty)'} in the register.`,
			'Check the number (it looks like P-2026-000123), and that the node uses the right register credential.',
		);
	}

	/** Whether this same change was rejected the last time that it was reported. */
	async wasRejected(change: Parameters<typeof fingerprint>[0]): Promise<boolean> {
		const last = await this.db
			.selectFrom('pdc_notices')
			.select('state')
			.where('fingerprint', '=', fingerprint(change))
			.orderBy('number', 'desc')
			.executeTakeFirst();
		return last?.state === 'afgewezen';
	}

	/** The number of another open notice that asks for exactly this change; null when there is none. */
	async openTwin(notice: Parameters<typeof fingerprint>[0] & Pick<Notice, 'number'>): Promise<string | null> {
		const number = await this.openWith(fingerprint(notice));
		return number === notice.number ? null : number;
	}

	/** Oldest first. */
	async list({ states, code, since }: NoticeCriteria = {}): Promise<Notice[]> {
		let query = this.db.selectFrom('pdc_notices').selectAll().orderBy('number');
		if (states) query = query.where('state', 'in', states);
		if (code) query = query.where('code', '=', code);
		if (since) query = query.where('waiting_since', '>=', since);
		return await this.read(await query.execute());
	}

	/**
	 * Changes the notice, with a line of who did what, and moves it on when `to` is given.
	 * @throws RegisterError when it may not go there from where it is, or would become what another open notice is
	 */
	async change(
		number: string,
		changes: NoticeChanges,
		log: Omit<NoticeLogLine, 'at'>,
		to?: NoticeState,
	): Promise<Notice> {
		return await writeTransaction(this.db, async (db) => {
			const store = new PdcNotices(db, this.now);
			const notice = await store.get(number);
			if (to && !mayMove(notice.state, to)) {
				throw new RegisterError(
					`Notice ${number} is '${notice.state}', so it cannot become '${to}'.`,
					'Somebody else has decided in the meantime. Look in the notice who did, and when.',
				);
			}
			const state = to ?? notice.state;
			const content = { ...contentOf(notice), ...changes };
			const key = fingerprint(content);
			const isOpen = OPEN_STATES.includes(state);
			const twin = isOpen ? await store.openTwin({ ...content, number }) : null;
			if (twin) {
				throw new RegisterError(
					`Notice ${number} would ask for exactly what ${twin} asks for, and that one is still open.`,
					`Finish or reject ${twin} first, or give ${number} other words.`,
				);
			}
			await db
				.updateTable('pdc_notices')
				.set({
					content: JSON.stringify(content),
					state,
					fingerprint: key,
					open_fingerprint: isOpen ? key : null,
					...(to && { waiting_since: this.now().toISOString(), reminded_at: null }),
				})
				.where('number', '=', number)
				.execute();
			await store.log(number, log);
			return await store.get(number);
		});
	}

	/** Remembers that a reminder goes out for where the notice waits now. */
	async reminded(number: string): Promise<void> {
		await this.db
			.updateTable('pdc_notices')
			.set({ reminded_at: this.now().toISOString() })
			.where('number', '=', number)
			.execute();
	}

	/** The open notice with this fingerprint: there is one at most. */
	private async openWith(key: string): Promise<string | null> {
		const row = await this.db
			.selectFrom('pdc_notices')
			.select('number')
			.where('open_fingerprint', '=', key)
			.executeTakeFirst();
		return row?.number ?? null;
	}

	private async log(notice: string, line: Omit<NoticeLogLine, 'at'>): Promise<void> {
		const { last } = await this.db
			.selectFrom('pdc_notice_log')
			.select((row) => row.fn.max('line').as('last'))
			.where('notice', '=', notice)
			.executeTakeFirstOrThrow();
		await this.db
			.insertInto('pdc_notice_log')
			.values({ notice, line: Number(last ?? 0) + 1, at: this.now().toISOString(), ...line })
			.execute();
	}

	private async read(rows: ReadonlyArray<Selectable<PdcNoticeTable>>): Promise<Notice[]> {
		if (rows.length === 0) return [];
		const numbers = rows.map(({ number }) => number);
		const log = await this.db
			.selectFrom('pdc_notice_log')
			.selectAll()
			.where('notice', 'in', numbers)
			.orderBy('line')
			.execute();
		return rows.map((row) =>
			noticeSchema.parse({
				...(JSON.parse(row.content) as object),
				number: row.number,
				state: row.state,
				submittedAt: row.submitted_at,
				waitingSince: row.waiting_since,
				remindedAt: row.reminded_at,
				log: log.filter(({ notice }) => notice === row.number),
			}),
		);
	}
}

/** What has a column or a table of its own; the rest of a notice is kept as JSON. */
const IN_COLUMNS: ReadonlySet<string> = new Set([
	'number',
	'state',
	'submittedAt',
	'waitingSince',
	'remindedAt',
	'log',
] satisfies Array<keyof Notice>);

const contentOf = (notice: Notice): Notice =>
	Object.fromEntries(Object.entries(notice).filter(([name]) => !IN_COLUMNS.has(name))) as Notice;
