import type { Pdc } from '../../shared/storage/pdc';
import type { AnnouncementMail } from '../../shared/storage/pdc-announcements';
import { keyOf, type CustomerGroup } from './customer-group';
import { newsFor, type TellSettings } from './due';
import type { Policy } from './review-policy';
import { bundle, tell } from './tell';

/** A mail for one group of customers. */
export interface DueMail {
	/** Idempotency key for sending it. */
	key: string;
	to: string;
	subject: string;
	/** Plain text, without salutation. */
	text: string;
	/** Codes of the announcements it is about. */
	codes: string[];
}

/**
 * The mails that groups of customers have to get now: one for each, with all that is new for it. A mail of which it is
 * not known whether it went out comes again as it was, with the same key. Run it in one transaction.
 */
export async function getDue(
	pdc: Pdc,
	groups: readonly CustomerGroup[],
	{ policy, settings }: { policy: Policy; settings: TellSettings },
): Promise<DueMail[]> {
	const { announcements } = pdc;
	const all = await announcements.versions.list();
	const due: DueMail[] = [];
	for (const group of groups) {
		const recipient = keyOf(group);
		const toldBefore = await announcements.toldTo(recipient);
		const lastDaily = await announcements.lastDaily(recipient);
		const situation = { policy, settings, now: pdc.now() };
		const news = newsFor(group, all, { toldBefore, lastDaily }, situation);
		if (news.length > 0) {
			const { subject, text } = bundle(news.map(({ seen, before }) => tell(seen, before)));
			const told = new Map(news.map(({ code, version, seen }) => [code, { version, seen }]));
			const content = { subject, text, codes: [...told.keys()] };
			await announcements.addMail(
				recipient,
				content,
				told,
				news.some(({ daily }) => daily),
			);
		}
		due.push(...(await announcements.underWay(recipient)).map((mail) => asDue(mail, group)));
	}
	return due;
}

const asDue = ({ key, content }: AnnouncementMail, { email }: CustomerGroup): DueMail => ({
	key,
	to: email,
	...content,
});
