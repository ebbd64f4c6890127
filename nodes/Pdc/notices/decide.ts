import { addressKey } from '../../shared/domain/address';
import type { FieldChange } from '../../shared/domain/pdc/change';
import { changesTo } from '../../shared/domain/pdc/change';
import type { PdcItem } from '../../shared/domain/pdc/item';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';
import { PdcError } from '../pdc-error';

export const DECISIONS = ['goedkeuren', 'terugvragen', 'afwijzen'] as const;
export type Decision = (typeof DECISIONS)[number];

const TO = { goedkeuren: 'goedgekeurd', terugvragen: 'teruggevraagd', afwijzen: 'afgewezen' } as const;

/**
 * The portfolio manager decides. Who reported a change does not approve it.
 * @throws PdcError when it is not for this person; RegisterError when somebody decided before
 */
export async function decide(
	pdc: Pdc,
	number: string,
	{ decision, text, by }: { decision: Decision; text: string; by: string },
): Promise<Notice> {
	const notice = await pdc.notices.get(number);
	if (decision === 'goedkeuren' && addressKey(by) === addressKey(notice.submittedBy)) {
		throw new PdcError(
			`${by} reported ${number}, and cannot approve it too.`,
			'Let another portfolio manager decide: change the owner of the item.',
		);
	}
	const to = TO[decision];
	const approved = decision === 'goedkeuren' ? { approvedBy: by } : {};
	return await pdc.notices.change(number, approved, { actor: by, kind: to, text }, to);
}

/** An approved notice goes to the second reader. */
export const toReader = async (pdc: Pdc, number: string, reader: string): Promise<Notice> =>
	await pdc.notices.change(
		number,
		{},
		{ actor: reader, kind: 'bij redactie', text: `Ligt bij ${reader} om te lezen.` },
		'bij redactie',
	);

/** A notice that a comparison found is submitted by a person, with what a comparison cannot know. */
export const submitDraft = async (
	pdc: Pdc,
	number: string,
	said: Pick<Notice, 'audience' | 'why' | 'notices' | 'submittedBy'> & Partial<Pick<Notice, 'changes'>>,
): Promise<Notice> =>
	await pdc.notices.change(
		number,
		said,
		{ actor: said.submittedBy, kind: 'ingediend', text: 'Melding ingediend.' },
		'ingediend',
	);

/** Who reported it answers the question of the portfolio manager, and it waits for him again. */
export async function answer(
	pdc: Pdc,
	number: string,
	{ text, wording, by }: { text: string; wording: Wording; by: string },
): Promise<Notice> {
	const notice = await pdc.notices.get(number);
	return await pdc.notices.change(
		number,
		reworded(notice, wording),
		{ actor: by, kind: 'antwoord', text },
		'ingediend',
	);
}

/** Other words for what a notice says. */
export interface Wording {
	/** For fields that the notice changes. */
	fields: Partial<PdcItem>;
	/** For what customers are told. */
	notices?: string;
}

/** What becomes of a notice when its words are replaced by these. */
export function reworded(
	{ changes, notices }: Notice,
	wording: Wording,
): Pick<Notice, 'changes' | 'notices'> {
	const better = new Map(changesTo({}, wording.fields).map((change) => [change.field, change.to]));
	return {
		changes: changes.map((change): FieldChange => ({ ...change, to: better.get(change.field) ?? change.to })),
		notices: wording.notices || notices,
	};
}
