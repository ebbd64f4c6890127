import { createHash } from 'node:crypto';
import { addressKey } from '../../shared/domain/address';
import type { Announcement } from '../../shared/domain/pdc/announcement';
import type { Register } from '../../shared/storage/register';
import { issueReview } from './review-link';
import { describeAnnouncement } from './review-page';
import { waitsForReview, type Policy } from './review-policy';

/** A question for who approves. */
export interface ReviewQuestion {
	/** Idempotency key for sending it. */
	key: string;
	to: string;
	subject: string;
	/** What it is about, in Dutch; the link is for the workflow to add. */
	text: string;
	/** The secret of the link. */
	token: string;
	/** ISO 8601 */
	validUntil: string;
}

export interface AskSettings {
	policy: Policy;
	approvers: readonly string[];
	linkDays: number;
	/** After so many hours without a decision, it is asked again; never when 0. */
	remindHours: number;
}

/** How often it is asked again. */
const MOST_REMINDERS = 3;

/**
 * What has to be asked now: for each announcement of which the words wait for a person, one for each who may approve. A
 * question of which it is not known whether it went out comes again with the same key. Run it in one transaction.
 */
export async function askReviews(register: Register, settings: AskSettings): Promise<ReviewQuestion[]> {
	const { pdc } = register;
	const all = (await pdc.announcements.versions.list()).map(({ content }) => content);
	const questions: ReviewQuestion[] = [];
	for (const announcement of all) {
		if (!waitsForReview(announcement, settings.policy, pdc.now())) continue;
		for (const to of settings.approvers) {
			const question = await ask(register, announcement, to, settings);
			if (question) questions.push(question);
		}
	}
	return questions;
}

async function ask(
	{ pdc, links }: Register,
	announcement: Announcement,
	to: string,
	{ linkDays, remindHours }: AskSettings,
): Promise<ReviewQuestion | null> {
	const party = addressKey(to);
	const about = createHash('sha256').update(JSON.stringify(announcement.words)).digest('hex').slice(0, 16);
	const first = `aankondiging-vraag:${announcement.code}:${about}:${party}`;
	const subject = `Aankondiging beoordelen: ${announcement.words.title}`;
	const content = {
		subject,
		text: describeAnnouncement(announcement).join('\n'),
		codes: [announcement.code],
	};
	let question = await pdc.announcements.addQuestion(first, party, content);
	const waited = pdc.now().getTime() - Date.parse(question.madeAt);
	const times =
		remindHours > 0 ? Math.min(Math.floor(waited / (remindHours * 3_600_000)), MOST_REMINDERS) : 0;
	if (question.outcome !== null && times > 0) {
		const again = { ...content, subject: `Herinnering: ${subject}` };
		question = await pdc.announcements.addQuestion(`${first}:${times}`, party, again);
	}
	if (question.outcome !== null) return null;
	const validUntil = new Date(pdc.now().getTime() + linkDays * 86_400_000).toISOString();
	const token = await issueReview(links, announcement, { party, validUntil });
	const { subject: asked, text } = question.content;
	return { key: question.key, to, subject: asked, text, token, validUntil };
}
