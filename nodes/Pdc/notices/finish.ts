import { ZodError, prettifyError } from 'zod/v4';
import { describeNow, overtaken } from '../../shared/domain/pdc/change';
import type { PdcItem } from '../../shared/domain/pdc/item';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';
import type { Version } from '../../shared/storage/pdc-versions';
import { RegisterError } from '../../shared/storage/register-error';
import { applied } from '../difference/apply';
import { PdcError } from '../pdc-error';
import { dayForPeople, todayOf } from '../today';
import { reworded, type Wording } from './decide';

/**
 * - `doorgevoerd`: the item has a new version;
 * - `ingepland`: it gets one on the day from which the change holds;
 * - `opnieuw beoordelen`: the item changed in the meantime, so the portfolio manager decides anew.
 */
export type FinishOutcome = 'doorgevoerd' | 'ingepland' | 'opnieuw beoordelen';

export interface Finished {
	outcome: FinishOutcome;
	notice: Notice;
	/** The version that it became; null when it did not. */
	version: Version<PdcItem> | null;
}

/** A notice whose day has come and that could not be carried out. It stays as it was, so the next run tries again. */
export interface NotCarriedOut {
	outcome: 'mislukt';
	notice: Notice;
	version: null;
	/** What is wrong, and what to do about it. */
	error: string;
	details: string;
}

/** The second reader agrees, with other words where needed, and the change is carried out or planned. */
export async function read(
	pdc: Pdc,
	number: string,
	{ wording, by }: { wording: Wording; by: string },
): Promise<Finished> {
	const notice = await pdc.notices.get(number);
	const changed = { ...reworded(notice, wording), readBy: by };
	const log = { actor: by, kind: 'gelezen', text: 'De tekst is akkoord.' };
	return await carryOut(pdc, await pdc.notices.change(number, changed, log));
}

/** Carries out what was read and whose day has come; one that cannot be carried out does not stop the others. */
export async function carryOutDue(pdc: Pdc): Promise<Array<Finished | NotCarriedOut>> {
	const waiting = await pdc.notices.list({ states: ['bij redactie'] });
	const done: Array<Finished | NotCarriedOut> = [];
	for (const notice of waiting) {
		if (!notice.readBy || !isDue(pdc, notice)) continue;
		try {
			done.push(await pdc.together(async (part) => await carryOut(part, notice)));
		} catch (error) {
			done.push({ outcome: 'mislukt', notice, version: null, ...whyNot(error) });
		}
	}
	return done;
}

/** @throws what is not about this notice, such as a database that is gone: that stops them all */
function whyNot(error: unknown): Pick<NotCarriedOut, 'error' | 'details'> {
	if (error instanceof PdcError || error instanceof RegisterError) {
		return { error: error.message, details: error.hint };
	}
	if (error instanceof ZodError) return { error: prettifyError(error), details: '' };
	throw error;
}

/** What is added or withdrawn has its day in the item itself; other changes wait for it. */
const isDue = (pdc: Pdc, { kind, effectiveFrom }: Notice): boolean =>
	kind !== 'gewijzigd' || effectiveFrom <= todayOf(pdc.now());

async function carryOut(pdc: Pdc, notice: Notice): Promise<Finished> {
	const by = notice.readBy!;
	const item = await pdc.items.find(notice.code);
	const clash = item && notice.kind === 'gewijzigd' ? overtaken(item.content, notice.changes) : [];
	if (item && (clash.length > 0 || (notice.kind === 'toegevoegd' && notice.baseVersion === 0))) {
		const now = clash.map(({ field }) => describeNow(field, item.content[field]));
		const text = `Het item is intussen gewijzigd. ${now.join('; ')}`.trim();
		const rebased = {
			changes: notice.changes.map((change) => ({ ...change, from: item.content[change.field] })),
			kind: 'gewijzigd' as const,
			baseVersion: item.version,
			approvedBy: null,
			readBy: null,
		};
		const log = { actor: by, kind: 'opnieuw beoordelen', text };
		const back = await pdc.notices.change(notice.number, rebased, log, 'ingediend');
		return { outcome: 'opnieuw beoordelen', notice: back, version: null };
	}
	if (!isDue(pdc, notice)) {
		const text = `Wordt doorgevoerd op ${dayForPeople(notice.effectiveFrom)}.`;
		const planned = await pdc.notices.change(notice.number, {}, { actor: by, kind: 'ingepland', text });
		return { outcome: 'ingepland', notice: planned, version: null };
	}
	const version = await pdc.items.put(applied(item?.content ?? null, notice), {
		by: notice.approvedBy ?? by,
		reason: notice.why,
		notice: notice.number,
		onVersion: item?.version ?? 0,
	});
	const log = { actor: by, kind: 'doorgevoerd', text: `Versie ${version.version} van ${notice.code}.` };
	const done = await pdc.notices.change(notice.number, {}, log, 'doorgevoerd');
	return { outcome: 'doorgevoerd', notice: done, version };
}
