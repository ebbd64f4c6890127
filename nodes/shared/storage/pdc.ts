import { explanationSchema, type Explanation } from '../domain/pdc/explanation';
import { pdcItemSchema, type PdcItem } from '../domain/pdc/item';
import type { RegisterDatabase } from './database';
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
		db: RegisterDatabase,
		readonly now: () => Date,
	) {
		this.items = new VersionedStore(db, now, 'item', pdcItemSchema);
		this.explanations = new VersionedStore(db, now, 'uitleg', explanationSchema);
		this.events = new PdcEvents(db, now);
		this.notices = new PdcNotices(db, now);
		this.questions = new PdcQuestions(db, now);
		this.announcements = new PdcAnnouncements(db, now);
	}
}
