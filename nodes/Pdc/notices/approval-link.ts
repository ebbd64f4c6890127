import { z } from 'zod/v4';
import { addressKey } from '../../shared/domain/address';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Link, LinkRefusal, Links } from '../../shared/storage/links';
import type { Pdc } from '../../shared/storage/pdc';
import { PdcError } from '../pdc-error';
import { waitsFor } from './reminders';

export const ROLES = ['leveranciersmanager', 'portfoliomanager', 'indiener', 'redactie'] as const;
/** In what part somebody is asked something about a notice. */
export type Role = (typeof ROLES)[number];

const dataSchema = z.object({
	role: z.enum(ROLES),
	/** For which time that it waits: after an answer, a link of before does not count any more. */
	waitingSince: z.string(),
});

/** What a link for a notice is worth. */
export type Approval =
	| { state: 'valid'; notice: Notice; role: Role; party: string }
	/** It was a good link, but the notice does not wait for this any more. */
	| { state: 'decided'; notice: Notice }
	/** The notice waits for somebody else by now. */
	| { state: 'other-person'; notice: Notice }
	| LinkRefusal;

/** Makes the link by which `party` does what the notice waits for. @throws PdcError when it waits for somebody else */
export async function issueApproval(
	links: Links,
	notice: Notice,
	{ role, party, validUntil }: { role: Role; party: string; validUntil: string },
): Promise<string> {
	if (waitsFor(notice) !== role) {
		throw new PdcError(
			`Notice ${notice.number} is '${notice.state}', so there is nothing for ${role} to do.`,
			'Ask for a link only for who the notice waits for.',
		);
	}
	const { token } = await links.issue({
		purpose: 'pdc-approval',
		subject: notice.number,
		party: addressKey(z.email('This is no e-mail address').parse(party)),
		validUntil,
		singleUse: true,
		data: { role, waitingSince: notice.waitingSince },
	});
	return token;
}

/** What an opened link is worth. Changes nothing. */
export async function lookAtApproval(links: Links, pdc: Pdc, token: string): Promise<Approval> {
	const looked = await links.look(token, 'pdc-approval');
	return looked.state === 'valid' ? await judge(pdc, looked.link) : looked;
}

/** What a valid link is worth as the notice is now. */
export async function judge(pdc: Pdc, { subject, party, data }: Link): Promise<Approval> {
	const notice = await pdc.notices.get(subject);
	const { role, waitingSince } = dataSchema.parse(data);
	if (waitsFor(notice) !== role || notice.waitingSince !== waitingSince) return { state: 'decided', notice };
	if (!party || !mayAct(notice, role, party)) return { state: 'other-person', notice };
	return { state: 'valid', notice, role, party };
}

/** The owner of an item may change while a link is in somebody's mail. */
function mayAct({ owner, submittedBy }: Notice, role: Role, party: string): boolean {
	if (role === 'portfoliomanager') return owner === null || addressKey(owner) === party;
	return role === 'redactie' || addressKey(submittedBy) === party;
}
