import { z } from 'zod/v4';
import { addressKey } from '../../shared/domain/address';
import { wordsSchema, type Announcement } from '../../shared/domain/pdc/announcement';
import type { Link, LinkRefusal, Links } from '../../shared/storage/links';
import type { Pdc } from '../../shared/storage/pdc';
import { sameWords } from './review-policy';

const dataSchema = z.object({
	/** The words of the source that somebody is asked about. */
	of: wordsSchema,
});

/** What a link to approve an announcement is worth. */
export type ReviewLook =
	| { state: 'valid'; announcement: Announcement; party: string }
	/** Somebody decided already, or the source has other words by now, of which there is another link. */
	| { state: 'decided'; announcement: Announcement }
	| LinkRefusal;

/** Makes the link by which `party` decides on the words of an announcement. */
export async function issueReview(
	links: Links,
	{ code, words }: Announcement,
	{ party, validUntil }: { party: string; validUntil: string },
): Promise<string> {
	const { token } = await links.issue({
		purpose: 'announcement-review',
		subject: code,
		party: addressKey(party),
		validUntil,
		singleUse: true,
		data: { of: words },
	});
	return token;
}

/** What an opened link is worth. Changes nothing. */
export async function lookAtReview(links: Links, pdc: Pdc, token: string): Promise<ReviewLook> {
	const looked = await links.look(token, 'announcement-review');
	return looked.state === 'valid' ? await judgeReview(pdc, looked.link) : looked;
}

/** What a valid link is worth as the announcement is now. */
export async function judgeReview(pdc: Pdc, { subject, party, data }: Link): Promise<ReviewLook> {
	const { content: announcement } = await pdc.announcements.versions.get(subject);
	const { of } = dataSchema.parse(data);
	const { review, words } = announcement;
	const open = sameWords(words, of) && (review === null || !sameWords(review.of, of));
	return open && party ? { state: 'valid', announcement, party } : { state: 'decided', announcement };
}
