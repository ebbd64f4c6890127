import { DateTime } from 'luxon';
import type { PdcItem } from '../../shared/domain/pdc/item';
import { OPEN_STATES, type Notice } from '../../shared/domain/pdc/notice';
import type { Signal } from '../../shared/domain/signal';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { Register } from '../../shared/storage/register';
import type { Version } from '../../shared/storage/pdc-versions';
import { plannedWork } from '../announcements/planned-work';
import type { PlannedWork } from './compile-digest';

/** A version, beside the one before it. */
export interface Change {
	version: Version<PdcItem>;
	before: PdcItem | null;
}

/** What a digest is made of. */
export interface DigestFacts {
	now: Date;
	/** ISO 8601, UTC */
	since: string;
	changes: Change[];
	notices: Notice[];
	questions: Array<{ question: string }>;
	/** Signals of this period, and of the one as long before it. */
	signals: Signal[];
	signalsBefore: Signal[];
	/** Dissatisfaction that is not over, from whenever. */
	open: Signal[];
	planned: readonly PlannedWork[];
}

const MOST = 10_000;

export async function digestFacts(
	register: Register,
	days: number,
	planned: readonly PlannedWork[],
): Promise<DigestFacts> {
	const { pdc } = register;
	const now = pdc.now();
	const start = DateTime.fromJSDate(now, { zone: ZONE }).startOf('day').minus({ days });
	const since = start.toUTC().toISO()!;
	const earlier = start.minus({ days }).toUTC().toISO()!;
	const changes: Change[] = [];
	for (const version of await pdc.items.changedSince(since)) {
		const [, ...older] = (await pdc.items.history(version.code)).filter(
			(one) => one.version <= version.version,
		);
		changes.push({ version, before: older[0]?.content ?? null });
	}
	const dissatisfied = await register.search({ category: ['onvrede'], limit: MOST });
	return {
		now,
		since,
		changes,
		notices: await pdc.notices.list({ states: OPEN_STATES }),
		questions: await pdc.questions.unanswered(since),
		signals: await register.search({ registeredFrom: since, limit: MOST }),
		signalsBefore: await register.search({ registeredFrom: earlier, registeredUntil: since, limit: MOST }),
		open: dissatisfied.filter(({ status }) => status !== 'opgelost' && status !== 'afgesloten'),
		planned: [...planned, ...(await plannedWork(pdc))],
	};
}
