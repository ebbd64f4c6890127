import { z } from 'zod/v4';
import type { FollowUp } from '../../domain/follow-up';
import type { Signal } from '../../domain/signal';
import type { OutgoingRecord } from '../outbox';

const days = z.number().int().min(1).max(36_500);

/** How long what is kept, in days. */
export const retentionSchema = z.object({
	/** What people wrote, from the day the signal was closed. */
	writtenDays: days,
	/** Who they are, from the day the signal was closed. */
	identityDays: days,
	/** Links in mails, from the day they expire: after that the page says that the link does not work. */
	linkDays: days,
	/** Who looked at whose data, from the day they did. */
	accessLogDays: days,
	/** Signals that are treated in one run, so that it does not hold up others. */
	limit: z.number().int().min(1).max(100_000),
});
export type Retention = z.infer<typeof retentionSchema>;

/** What one run forgot. */
export interface RetentionOutcome {
	/** Signals whose texts were forgotten. */
	written: number;
	/** Signals of which it was forgotten whose they are. */
	identity: number;
	links: number;
	accessLog: number;
	/** Whether there is more to forget than the limit allowed. */
	more: boolean;
}

/** Who asks for somebody's data, and why: it is written in the access log. */
export interface AccessRequest {
	/** Address of the person whose data it is, however it is written. */
	email: string;
	/** The colleague who asks. */
	actor: string;
	/** For example a request by the person, with its date. */
	reason: string;
}

/** All that the register holds of one person. */
export interface PersonalDataExport {
	email: string;
	/** ISO 8601. */
	createdAt: string;
	/** Whole, with tickets and actions. */
	signals: Signal[];
	/** Mails of this person about signals, also of others, with the reference of that signal. */
	followUps: Array<FollowUp & { reference: string }>;
	/** Mails to this person. */
	mails: OutgoingRecord[];
	satisfaction: Array<{
		reference: string;
		invitedAt: string;
		answer: string | null;
		remark: string | null;
		answeredAt: string | null;
	}>;
	/** Since when this person wants no status updates at all; null when not. */
	stoppedUpdatesAt: string | null;
	/** Signals of others in which this address stands; a person has to look whether it has to go there. */
	mentionedIn: string[];
}

/** What was forgotten of one person. */
export interface ErasureOutcome {
	/** References of the signals that were anonymised. */
	signals: string[];
	/** References of signals that were left, because they are still open. */
	open: string[];
	followUps: number;
	mails: number;
	satisfaction: number;
	/** Signals of others in which this address stands; a person has to look at them. */
	mentionedIn: string[];
}

/**
 * - `inzage`, `verwijdering`: the data of one person was exported or erased;
 * - `gelezen`: a workflow read signals;
 * - `uitvoer`: signals left the register as a file.
 */
export const ACCESS_KINDS = ['inzage', 'verwijdering', 'gelezen', 'uitvoer'] as const;

/** Signals that one run of a node handed out. */
export interface Reading {
	kind: 'gelezen' | 'uitvoer';
	/** Which workflow and execution. */
	actor: string;
	/** What it was, in a few Dutch words. */
	what: string;
	/** Of the signals that were read, in any order. */
	references: Iterable<string>;
}

/** Somebody looked at, or removed, the data of one or more persons. */
export interface AccessRecord {
	/** ISO 8601 in UTC. */
	at: string;
	kind: (typeof ACCESS_KINDS)[number];
	actor: string;
	reason: string;
	/** Signals it was about. */
	signals: number;
	/** Which ones, as `R-2026-000001 t/m R-2026-000120, R-2026-000130`; null when it was about a person. */
	references: string | null;
}

/** The rights of the people in the register, and how long it keeps them. */
export interface PersonalData {
	/** All that is held of one person. Written in the access log. */
	export(request: AccessRequest): Promise<PersonalDataExport>;
	/**
	 * Forgets one person; what is counted stays. Signals that are open are left, unless `alsoOpen`. Mail to this
	 * person that has not gone out is dropped. Written in the access log. Doing it again changes nothing more.
	 */
	erase(request: AccessRequest, alsoOpen: boolean): Promise<ErasureOutcome>;
	/** Forgets what was kept long enough. What is counted stays. */
	applyRetention(terms: Retention): Promise<RetentionOutcome>;
	/** Writes in the access log, in one line, that signals were read; nothing when there were none. */
	recordReading(reading: Reading): Promise<void>;
	/** Who looked at whose data, newest first: of one person, or of all when `email` is null. */
	accessLog(email: string | null, limit: number): Promise<AccessRecord[]>;
}
