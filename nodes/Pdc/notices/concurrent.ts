import { describeChange } from '../../shared/domain/pdc/change';
import { FIELD_NAMES } from '../../shared/domain/pdc/item';
import { OPEN_STATES, type Notice } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';

/** Another notice about the same item that is still open. */
export interface Concurrent {
	notice: Notice;
	/** Fields that both want to change, as people know them. */
	both: string[];
	/** What the other one wants, in plain Dutch. */
	differences: string[];
}

/** The other open notices about the item of this one. */
export async function concurrentWith(pdc: Pdc, notice: Notice): Promise<Concurrent[]> {
	const open = await pdc.notices.list({ states: OPEN_STATES, code: notice.code });
	const mine = new Set(notice.changes.map(({ field }) => field));
	return open
		.filter(({ number }) => number !== notice.number)
		.map((other) => ({
			notice: other,
			both: other.changes.filter(({ field }) => mine.has(field)).map(({ field }) => FIELD_NAMES[field]),
			differences: other.kind === 'vervallen' ? ['Het item vervalt'] : other.changes.map(describeChange),
		}));
}

/** The other notices in plain Dutch, a line for each. */
export const describeConcurrent = ({ notice, both, differences }: Concurrent): string => {
	const clash = both.length > 0 ? ` Let op: allebei wijzigen ${both.join(' en ')}.` : '';
	return `${notice.number} (${notice.state}, van ${notice.submittedBy}): ${differences.join('; ')}.${clash}`;
};
