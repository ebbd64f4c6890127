import { randomUUID } from 'node:crypto';
import type { RegisterDatabase } from './database';

/**
 * - `beoordeeld`: somebody looked whether the item is still right;
 * - `gewijzigd bij leverancier`: the supplier's catalogue says something else by now.
 */
export type PdcEventKind = 'beoordeeld' | 'gewijzigd bij leverancier';

/** The last time that each kind of thing happened to an item. */
export type LastEvents = Partial<Record<PdcEventKind, string>>;

/** What happened to items of the catalogue without a new version. */
export class PdcEvents {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async add(code: string, kind: PdcEventKind, actor: string, text = ''): Promise<void> {
		const event = { id: randomUUID(), code, kind, at: this.now().toISOString(), actor, text };
		await this.db.insertInto('pdc_events').values(event).execute();
	}

	/** Of every item that anything happened to, by code. */
	async last(): Promise<Map<string, LastEvents>> {
		const rows = await this.db
			.selectFrom('pdc_events')
			.select((row) => ['code', 'kind', row.fn.max('at').as('at')])
			.groupBy(['code', 'kind'])
			.execute();
		const found = new Map<string, LastEvents>();
		for (const { code, kind, at } of rows) found.set(code, { ...found.get(code), [kind]: at });
		return found;
	}
}
