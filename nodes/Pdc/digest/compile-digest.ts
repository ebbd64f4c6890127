import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { Register } from '../../shared/storage/register';
import { addresseeSchema } from '../recipients';
import { todayOf } from '../today';
import { digestFacts, type DigestFacts } from './digest-facts';
import {
	catalogueChanges,
	escalations,
	openNotices,
	plannedChanges,
	trends,
	unansweredQuestions,
	work,
	type Section,
} from './sections';

export const recipientSchema = addresseeSchema.extend({
	role: z.enum(['klantmanager', 'leveranciersmanager', 'portfoliomanager']),
	/** Only what concerns these portfolios; all when left out. */
	portfolios: z.array(z.string()).optional(),
});
export type Recipient = z.output<typeof recipientSchema>;

/** Work that suppliers announce, beside what was taken in as announcements. */
export const plannedWorkSchema = z.object({
	supplier: z.string(),
	title: z.string(),
	/** In words, such as "zaterdag 5 december 8.00-12.00 uur". */
	when: z.string(),
});
export type PlannedWork = z.output<typeof plannedWorkSchema>;

export interface Digest {
	recipient: Recipient;
	/** Same for the same person and day: for the idempotency key of the mail. */
	key: string;
	subject: string;
	/** Plain text, as Signal Mailbox sends it. */
	text: string;
	/** Nothing happened that concerns this person. */
	empty: boolean;
}

/** Which parts concern whom. */
const PARTS_OF: Record<Recipient['role'], readonly Section[]> = {
	klantmanager: [trends, escalations, catalogueChanges, plannedChanges, work],
	leveranciersmanager: [trends, escalations, catalogueChanges, openNotices, work],
	portfoliomanager: [catalogueChanges, plannedChanges, openNotices, unansweredQuestions, trends],
};

/** What happened in the last `days` days, for each recipient the part that concerns him. */
export async function compileDigests(
	register: Register,
	{
		recipients,
		days,
		planned,
	}: { recipients: readonly Recipient[]; days: number; planned: readonly PlannedWork[] },
): Promise<Digest[]> {
	const facts = await digestFacts(register, days, planned);
	return recipients.map((recipient) => digestFor(recipient, facts));
}

function digestFor(recipient: Recipient, facts: DigestFacts): Digest {
	const day = todayOf(facts.now);
	const sections = PARTS_OF[recipient.role].flatMap((section) => {
		const { title, lines } = section(facts, recipient);
		return lines.length > 0 ? [`${title}\n${lines.map((line) => `- ${line}`).join('\n')}`] : [];
	});
	const since = DateTime.fromISO(facts.since, { zone: 'Europe/Amsterdam' })
		.setLocale('nl')
		.toFormat('d MMMM');
	const body = sections.length > 0 ? sections.join('\n\n') : 'Er is niets nieuws dat u aangaat.';
	return {
		recipient,
		key: `overzicht:${day}:${recipient.email.toLowerCase()}:${recipient.role}`,
		subject: `Tweewekelijks overzicht voor ${recipient.role}s`,
		text: `Dit is er sinds ${since} gebeurd.\n\n${body}`,
		empty: sections.length === 0,
	};
}
