import { z } from 'zod/v4';
import type { RegisterHealth } from '../../shared/storage/health';
import { counted, isOne, number } from '../../shared/text/counted';
import type { Backlog } from './backlog';

const count = z.number().int().min(0);

/** Above these numbers something is wrong. */
export const thresholdsSchema = z.object({
	/** Mails in the folder. */
	maxBacklog: count,
	/** Minutes that the oldest mail may wait. */
	maxAgeMinutes: count,
	/** Minutes since an intake was finished, while there is mail; 0: this does not count. */
	maxMinutesSinceSuccess: count,
	/** Mails that could not be read, or whose intake keeps failing. */
	maxQuarantine: count,
	/** Outgoing mails that wait for a person. */
	maxOutgoingWaiting: count,
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

export interface Health {
	healthy: boolean;
	/** What is wrong, in Dutch; empty when healthy. */
	reasons: string[];
	/** Mails in the folder; null when the mailbox cannot be reached. */
	backlog: number | null;
	/** Minutes that the oldest mail waits; null when there is none. */
	oldestMinutes: number | null;
	/** ISO 8601 in UTC; null when nothing was finished yet, or the register cannot be read. */
	lastSuccess: string | null;
	quarantine: { unreadable: number; failing: number } | null;
	outgoing: { doubtful: number; limited: number } | null;
	/** ISO 8601 in UTC. */
	checkedAt: string;
}

const may = (most: number): string => (isOne(most) ? 'mag' : 'mogen');
/** `het mogen er 20 zijn` */
const atMost = (most: number): string => `het ${may(most)} er ${number(most)} zijn`;
/** `samen mogen het er 20 zijn` */
const togetherAtMost = (most: number): string => `samen ${may(most)} het er ${number(most)} zijn`;

const minutesBetween = (from: Date, until: Date): number =>
	Math.max(0, Math.floor((until.getTime() - from.getTime()) / 60_000));

/**
 * Judges how the intake is doing. What could not be looked at comes in as the error it gave, and is
 * a reason by itself: a check that fails must not look like silence.
 */
export function judgeHealth(
	backlog: Backlog | Error,
	register: RegisterHealth | Error,
	thresholds: Thresholds,
	now: Date,
): Health {
	const mailbox = backlog instanceof Error ? null : backlog;
	const known = register instanceof Error ? null : register;
	const oldestMinutes = mailbox?.oldest ? minutesBetween(mailbox.oldest, now) : null;
	const reasons = [
		...(backlog instanceof Error ? [`De postbus kan niet worden gelezen: ${backlog.message}`] : []),
		...(register instanceof Error ? [`Het register kan niet worden gelezen: ${register.message}`] : []),
		...(mailbox ? mailboxReasons(mailbox, oldestMinutes, thresholds) : []),
		...(known ? registerReasons(known, (mailbox?.mails ?? 0) > 0, thresholds, now) : []),
	];
	return {
		healthy: reasons.length === 0,
		reasons,
		backlog: mailbox?.mails ?? null,
		oldestMinutes,
		lastSuccess: known?.lastSuccess ?? null,
		quarantine: known && { unreadable: known.unreadable, failing: known.failing },
		outgoing: known?.outgoing ?? null,
		checkedAt: now.toISOString(),
	};
}

function mailboxReasons({ mails }: Backlog, oldestMinutes: number | null, limits: Thresholds): string[] {
	const reasons: string[] = [];
	if (mails > limits.maxBacklog) {
		const standing = `${isOne(mails) ? 'staat' : 'staan'} ${counted(mails, 'mail', 'mails')}`;
		reasons.push(`Er ${standing} in de postbus; ${atMost(limits.maxBacklog)}.`);
	}
	if (oldestMinutes !== null && oldestMinutes > limits.maxAgeMinutes) {
		reasons.push(
			`De oudste mail wacht al ${counted(oldestMinutes, 'minuut', 'minuten')}; ${atMost(limits.maxAgeMinutes)}.`,
		);
	}
	return reasons;
}

function registerReasons(
	{ lastSuccess, unreadable, failing, outgoing }: RegisterHealth,
	mailWaits: boolean,
	limits: Thresholds,
	now: Date,
): string[] {
	const reasons: string[] = [];
	// Without mail there is nothing to finish: a quiet night is no standstill.
	if (mailWaits && limits.maxMinutesSinceSuccess > 0) {
		const minutes = lastSuccess ? minutesBetween(new Date(lastSuccess), now) : null;
		if (minutes === null)
			reasons.push('Er staat mail in de postbus, maar er is nog nooit een mail afgehandeld.');
		else if (minutes > limits.maxMinutesSinceSuccess) {
			reasons.push(
				`Er staat mail in de postbus, maar de laatste is ${counted(minutes, 'minuut', 'minuten')} geleden afgehandeld.`,
			);
		}
	}
	if (unreadable + failing > limits.maxQuarantine) {
		reasons.push(
			`${counted(unreadable, 'mail kon', 'mails konden')} niet worden gelezen en bij ${counted(failing, 'mail', 'mails')} mislukt de intake steeds; ${togetherAtMost(limits.maxQuarantine)}.`,
		);
	}
	if (outgoing.doubtful + outgoing.limited > limits.maxOutgoingWaiting) {
		reasons.push(
			`Van ${counted(outgoing.doubtful, 'uitgaande mail is onzeker of die is', 'uitgaande mails is onzeker of ze zijn')} verstuurd en ${counted(outgoing.limited, 'is', 'zijn')} tegengehouden; ${togetherAtMost(limits.maxOutgoingWaiting)}.`,
		);
	}
	return reasons;
}
