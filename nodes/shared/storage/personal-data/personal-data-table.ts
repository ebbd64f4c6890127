import { writeTransaction, type RegisterDatabase } from '../database';
import { checkedRequest, logAccess, logReading, readAccessLog } from './access-log';
import { erasePerson } from './erase';
import { personalDataOf } from './export';
import {
	retentionSchema,
	type AccessRecord,
	type AccessRequest,
	type ErasureOutcome,
	type PersonalData,
	type PersonalDataExport,
	type Reading,
	type Retention,
	type RetentionOutcome,
} from './personal-data';
import { applyRetention } from './retention';

/** The rights of people, on the register's database, see `PersonalData`. */
export class PersonalDataTables implements PersonalData {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async export(asked: AccessRequest): Promise<PersonalDataExport> {
		const request = checkedRequest(asked);
		return await writeTransaction(this.db, async (db) => {
			const found = await personalDataOf(db, request.email, this.now());
			await logAccess(db, request, 'inzage', found.signals.length, this.now());
			return found;
		});
	}

	async erase(asked: AccessRequest, alsoOpen: boolean): Promise<ErasureOutcome> {
		const request = checkedRequest(asked);
		return await writeTransaction(this.db, async (db) => {
			const gone = await erasePerson(db, request.email, request.actor, alsoOpen, this.now());
			await logAccess(db, request, 'verwijdering', gone.signals.length, this.now());
			return gone;
		});
	}

	async applyRetention(terms: Retention): Promise<RetentionOutcome> {
		const checked = retentionSchema.parse(terms);
		return await writeTransaction(this.db, (db) => applyRetention(db, checked, this.now()));
	}

	async recordReading(reading: Reading): Promise<void> {
		await logReading(this.db, reading, this.now());
	}

	async accessLog(email: string | null, limit: number): Promise<AccessRecord[]> {
		return await readAccessLog(this.db, email, limit);
	}
}
