import { addressKey } from '../../shared/domain/address';
import type { Announcement, Words, REVIEW_OUTCOMES } from '../../shared/domain/pdc/announcement';
import { filledIn, formErrors } from '../../shared/pages/form-page';
import { thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Pdc } from '../../shared/storage/pdc';
import type { Register } from '../../shared/storage/register';
import type { HouseStyle } from '../../shared/style/house-style';
import { wrongPersonPage } from '../notices/decision-page';
import { judgeReview, lookAtReview, type ReviewLook } from './review-link';
import { closedReview, reviewForm, reviewSchema } from './review-page';

type Outcome = (typeof REVIEW_OUTCOMES)[number];

/** What came of a form that was posted; `niets` when nothing changed. */
export interface Reviewed {
	page: Page;
	outcome: Outcome | 'niets';
	/** As it is now; null when the link leads to none. */
	announcement: Announcement | null;
}

interface Desk {
	register: Register;
	style: HouseStyle;
}

const THANKS: Record<Outcome, string> = {
	melden: 'Klanten krijgen hiervan bericht, en ook als er iets verandert of als het klaar is.',
	'niet melden': 'Klanten krijgen hiervan geen bericht.',
};

/** The page for a link that is opened. Changes nothing: mail scanners open every link. */
export async function openReview({ register, style }: Desk, token: string): Promise<Page> {
	const look = await lookAtReview(register.links, register.pdc, token);
	return look.state === 'valid' ? reviewForm(look.announcement, style) : closedReview(look, style);
}

/**
 * Does what was decided on the form of a link, once. A link that was used, has expired or is somebody else's does
 * nothing and says so; what is filled in wrongly comes back with what is wrong, and leaves the link unused.
 */
export async function useReview({ register, style }: Desk, token: string, body: unknown): Promise<Reviewed> {
	// The link is used and its work is done in one transaction.
	return await register.together(async ({ links, pdc }): Promise<Reviewed> => {
		const look = await lookAtReview(links, pdc, token);
		if (look.state !== 'valid') return nothing(closedReview(look, style), look);
		const { data: posted, error } = reviewSchema.safeParse(body);
		if (error) {
			const filled = { values: filledIn(body), errors: formErrors(error) };
			return nothing(reviewForm(look.announcement, style, filled), look);
		}
		if (addressKey(posted.email) !== look.party) return nothing(wrongPersonPage(style), look);
		const used = await links.use(token, 'announcement-review', async (link) => {
			const now = await judgeReview(pdc, link);
			if (now.state !== 'valid') return { closed: now };
			return { decided: await decide(pdc, now.announcement, { ...posted, by: now.party }) };
		});
		if (used.state !== 'valid') return nothing(closedReview(used, style), look);
		const { closed, decided } = used.result;
		if (closed) return nothing(closedReview(closed, style), look);
		return {
			page: thanksPage([THANKS[posted.outcome]], style),
			outcome: posted.outcome,
			announcement: decided,
		};
	});
}

/**
 * Keeps what somebody decided on the words of an announcement as they are now. Who does not want to tell new words of
 * what customers know already, leaves them the words that they know: they still hear how it goes on.
 */
export async function decide(
	pdc: Pdc,
	announcement: Announcement,
	{ outcome, words, by }: { outcome: Outcome; words: Words; by: string },
): Promise<Announcement> {
	const known = announcement.review?.outcome === 'melden' ? announcement.review : null;
	const decision = outcome === 'niet melden' && known ? known : { outcome, words };
	const review = { outcome: decision.outcome, words: decision.words, of: announcement.words, by };
	const reason = outcome === 'melden' ? 'Mag gemeld worden' : 'Wordt niet gemeld';
	const made = await pdc.announcements.versions.put({ ...announcement, review }, { by, reason });
	return made.content;
}

const nothing = (page: Page, look: ReviewLook): Reviewed => ({
	page,
	outcome: 'niets',
	announcement: 'announcement' in look ? look.announcement : null,
});
