import {
	isOver,
	type Announcement,
	type AnnouncementKind,
	type Words,
} from '../../shared/domain/pdc/announcement';

/** Of what a person approves the words before customers read them. */
export const POLICIES = {
	all: ['storing', 'gepland werk'],
	disturbances: ['storing'],
	plannedWork: ['gepland werk'],
	none: [],
} as const satisfies Record<string, readonly AnnouncementKind[]>;
export type Policy = keyof typeof POLICIES;

const needsReview = (policy: Policy, kind: AnnouncementKind): boolean =>
	(POLICIES[policy] as readonly AnnouncementKind[]).includes(kind);

/** Whether two texts are the same to who reads them. */
export const sameWords = (one: Words, other: Words): boolean =>
	one.title === other.title && one.place === other.place && one.text === other.text;

/** When it is over, or should have been: news of it is of no use to who has not heard of it. */
export function isPast({ state, start, end }: Announcement, now: Date): boolean {
	if (isOver({ state })) return true;
	const last = end ?? start;
	return state === 'gepland' && last !== null && Date.parse(last) < now.getTime();
}

/** Whether a person has to look at its words. What he decided not to tell stays so. */
export function waitsForReview(announcement: Announcement, policy: Policy, now: Date): boolean {
	const { kind, words, review } = announcement;
	if (!needsReview(policy, kind) || isPast(announcement, now)) return false;
	return review === null || (review.outcome === 'melden' && !sameWords(review.of, words));
}

/**
 * What customers may read of it now; null when nothing. What was approved once goes on in the approved words when
 * the source has others, so that times and states never wait for a person.
 */
export function wordsFor({ kind, words, review }: Announcement, policy: Policy): Words | null {
	if (review?.outcome === 'niet melden') return null;
	if (review && (needsReview(policy, kind) || sameWords(review.of, words))) return review.words;
	return needsReview(policy, kind) ? null : words;
}
