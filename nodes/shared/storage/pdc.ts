import { explanationSchema, type Explanation } from '../domain/pdc/explanation';
import { pdcItemSchema, type PdcItem } from '../domain/pdc/item';
import { writeTransaction, type RegisterDatabase } from './database';
import { PdcAnnouncements } from './pdc-announcements';
import { PdcEvents } from './pdc-events';
import { PdcNotices } from './pdc-notices';
import { PdcQuestions } from './pdc-questions';
import { VersionedStore } from './pdc-versions';

/** The catalogue of products and services (PDC) in the register's database. */
export class Pdc {
	readonly items: VersionedStore<PdcItem>;
	readonly explanations: VersionedStore<Explanation>;
	readonly events: PdcEvents;
	readonly notices: PdcNotices;
	readonly questions: PdcQuestions;
	readonly announcements: PdcAnnouncements;

	constructor(
		private readonly db: RegisterDatabase,
		readonly now: () => Date,
	) {
		this.items = new VersionedStore(db, now, 'item', pdcItemSchema);
		this.explanations = new VersionedStore(db, now, 'uitleg', explanationSchema);
		this.events = new PdcEvents(db, now);
		this.notices = new PdcNotices(db, now);
		this.questions = new PdcQuestions(db, now);
		this.announcements = new PdcAnnouncements(db, now);
	}

	/** Runs `work` as one transaction, or as a part of the one it is in: it is done whole, or undone whole. */
	async together<T>(work: (pdc: Pdc) => Promise<T>): Promise<T> {
		return await writeTransaction(this.db, async (db) => await work(new Pdc(db, this.now)));
	}
}
