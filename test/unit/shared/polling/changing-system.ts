import type { Change, ChangePage } from '../../../../nodes/shared/polling/change-window';
import type { Followed, Happening, Known } from '../../../../nodes/shared/polling/follow-changes';

export const SECOND = 1000;

export interface Card {
	id: string;
	moment: number;
	version: number;
	notes: Array<{ text: string; moment: number }>;
}

export interface Edit {
	id: string;
	/** How far the clock of the server that makes it is off. */
	skewMs: number;
	/** How long it takes to become visible. */
	lateMs: number;
}

export type CardEvent = { event: 'changed' | 'noted'; id: string; what: string };

/**
 * A system of cards that several servers write to: clocks that differ, moments in whole seconds,
 * changes that become visible late. Each edit adds a note, so none of them can hide another.
 */
export class ChangingSystem implements Followed<Card, number, CardEvent> {
	readonly kind = 'card';
	/** The true time. */
	time = 1_800_000_000_000;
	/** Notes that were added, by their text. */
	readonly noted: string[] = [];
	/** Happens in the next readings, before they are answered. */
	readonly during: Array<() => void> = [];

	private readonly cards = new Map<string, Card>();
	private pending: Array<{ visibleAt: number; edit: Edit; moment: number; text: string }> = [];

	constructor(private readonly pageSize = 3) {}

	edit(edit: Edit): void {
		const moment = Math.floor((this.time + edit.skewMs) / SECOND) * SECOND;
		const text = `note ${this.noted.length}`;
		this.noted.push(text);
		this.pending.push({ visibleAt: this.time + edit.lateMs, edit, moment, text });
	}

	versions(): string[] {
		this.settle();
		return [...this.cards.values()].map(({ id, version }) => `${id} ${version}`);
	}

	async changedFrom(from: number): Promise<ChangePage<Card>> {
		this.during.shift()?.();
		this.settle();
		const found = [...this.cards.values()]
			.filter(({ moment }) => moment >= from)
			.sort((one, other) => one.moment - other.moment);
		for (let size = this.pageSize; size < found.length; size += this.pageSize) {
			const next = found[size - 1]!.moment;
			if (next > from) return { changes: found.slice(0, size).map(asChange), next };
		}
		return { changes: found.map(asChange), next: null };
	}

	remember = (card: Card): number => card.version;

	wants = (): boolean => true;

	async tell({ record }: Change<Card>, { version }: Known<number>): Promise<Array<Happening<CardEvent>>> {
		const { id } = record;
		const happened: Array<Happening<CardEvent>> = record.notes.map(({ text, moment }) => ({
			key: text,
			at: moment,
			event: { event: 'noted', id, what: text },
		}));
		if (version !== record.version) {
			happened.push({ key: 'changed', event: { event: 'changed', id, what: `${id} ${record.version}` } });
		}
		return happened;
	}

	latest = async (): Promise<Array<Change<Card>>> =>
		[...this.cards.values()].sort((one, other) => other.moment - one.moment).map(asChange);

	private settle(): void {
		const due = this.pending.filter(({ visibleAt }) => visibleAt <= this.time);
		this.pending = this.pending.filter(({ visibleAt }) => visibleAt > this.time);
		for (const { edit, moment, text } of due.sort((one, other) => one.visibleAt - other.visibleAt)) {
			const card = this.cards.get(edit.id) ?? { id: edit.id, moment, version: 0, notes: [] };
			const notes = [...card.notes, { text, moment }];
			this.cards.set(edit.id, { ...card, moment, version: card.version + 1, notes });
		}
	}
}

const asChange = (record: Card): Change<Card> => ({
	id: record.id,
	moment: record.moment,
	fingerprint: String(record.version),
	record: structuredClone(record),
});
