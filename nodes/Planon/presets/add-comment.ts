import { DateTime } from 'luxon';
import { ApiError } from '../../shared/http/api-error';
import { SYSTEM } from '../api/errors';
import type { Notice } from '../api/schemas';
import { caseOf, findRecord, syscodeIs, type Case, type CaseId, type PresetContext } from './case';

export interface Comment {
	text: string;
	/** Who says it; empty leaves the name out. */
	author: string;
	/** Where it comes in the text that is there already. */
	place: 'top' | 'bottom';
	now: Date;
}

export interface CommentedCase extends Case {
	/** False when the same text was there already. */
	added: boolean;
	answeredWarnings: Notice[];
}

/**
 * Adds a comment with its moment and author to the comment field, unless that text is in it already,
 * so a repeated run adds nothing. Planon's comment is one field: what someone types in it between our
 * reading and writing is lost, as it is in Planon's own screens.
 */
export async function addComment(
	context: PresetContext,
	id: CaseId,
	{ text, author, place, now }: Comment,
): Promise<CommentedCase> {
	const { client, mapping, timeZone, preset } = context;
	const said = text.trim();
	if (said === '') throw new Error('Fill in the text of the comment.');
	if (mapping.commentField === '') {
		throw new ApiError(
			SYSTEM,
			400,
			'rejected',
			`There is no field for comments of a ${preset}`,
			'Fill in the Comment Field in the credential, under Map Complaints, Requests and Orders.',
		);
	}
	const record = await findRecord(context, id);
	const present = String(record[mapping.commentField] ?? '').trim();
	if (hasEntry(present, said)) {
		return { ...caseOf(context, record), added: false, answeredWarnings: [] };
	}
	const moment = DateTime.fromJSDate(now, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
	const entry = `${[moment, author.trim()].filter(Boolean).join(' ')}:\n${said}`;
	const parts = place === 'top' ? [entry, present] : [present, entry];
	const values = { [mapping.commentField]: parts.filter(Boolean).join('\n\n') };
	const filter = [syscodeIs(String(record.Syscode))];
	const { records, answered } = await client.update(mapping.definition, filter, values);
	const after = records[0] ?? { ...record, ...values };
	return { ...caseOf(context, after), added: true, answeredWarnings: answered };
}

/** Whether there is a comment with exactly this text, whoever wrote it and when. */
function hasEntry(present: string, said: string): boolean {
	const [comments, wanted] = [present, said].map((text) => text.replace(/\r\n/g, '\n'));
	return `${comments}\n\n`.includes(`:\n${wanted}\n\n`);
}
