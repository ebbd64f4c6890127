import { DateTime } from 'luxon';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Register } from '../../shared/storage/register';
import { PdcError } from '../pdc-error';
import { issueApproval, type Role } from './approval-link';
import { concurrentWith, describeConcurrent } from './concurrent';
import { toReader } from './decide';
import { describeNotice } from './describe';
import { waitsFor } from './reminders';

export interface AskSettings {
	/** Address of the second reader. */
	reader: string;
	/** Who decides about an item without an owner. */
	fallback: string;
	linkDays: number;
}

/** What somebody is asked about a notice, for a mail. */
export interface Ask {
	role: Role;
	to: string;
	token: string;
	/** ISO 8601 */
	validUntil: string;
	/** What the notice says, in Dutch, as points of a list. */
	description: string;
	/** Other open notices about the item, in the same way; empty when there are none. */
	concurrent: string;
	/** What was asked or said last, for who must react to it. */
	lastWords: string;
}

/**
 * Makes a link for who the notice waits for. One that was approved goes to the second reader with it.
 * @throws PdcError when it waits for nobody, or it is not known who that is
 */
export async function askFor(
	register: Register,
	number: string,
	{ reader, fallback, linkDays }: AskSettings,
): Promise<{ notice: Notice; ask: Ask }> {
	const { pdc, links } = register;
	const found = await pdc.notices.get(number);
	const role = waitsFor(found);
	if (!role) {
		throw new PdcError(
			`Notice ${number} is '${found.state}' and waits for nobody.`,
			'Nothing has to be done for it.',
		);
	}
	const to = {
		leveranciersmanager: found.submittedBy,
		portfoliomanager: found.owner ?? fallback,
		indiener: found.submittedBy,
		redactie: reader,
	}[role];
	if (!to) {
		throw new PdcError(
			`It is not known who is the ${role} of notice ${number}.`,
			role === 'redactie' ? 'Fill in Reader.' : 'Give the item an owner, or fill in Fallback.',
		);
	}
	const notice = found.state === 'goedgekeurd' ? await toReader(pdc, number, to) : found;
	const validUntil = DateTime.fromJSDate(pdc.now(), { zone: 'utc' }).plus({ days: linkDays }).toISO()!;
	const token = await issueApproval(links, notice, { role, party: to, validUntil });
	const points = (lines: readonly string[]) =>
		lines.map((line) => `- ${line.replace(/\n+/g, ' / ')}`).join('\n');
	const ask: Ask = {
		role,
		to,
		token,
		validUntil,
		description: points(describeNotice(notice)),
		concurrent: points((await concurrentWith(pdc, notice)).map(describeConcurrent)),
		lastWords: notice.log.at(-1)?.text ?? '',
	};
	return { notice, ask };
}
