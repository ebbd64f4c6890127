import { mailSourceKey, signalId } from '../../nodes/shared/domain/source-key';
import { NO_FLAGS, type Classification, type Signal, type Ticket } from '../../nodes/shared/domain/signal';

/** A sure classification, to vary on. */
export function classificationFor(changes: Partial<Classification> = {}): Classification {
	return {
		category: 'storing',
		also: [],
		supplier: 'SSC-ICT',
		urgency: 'normaal',
		sentiment: 'neutraal',
		confidence: { category: 0.9, supplier: 0.9, urgency: 0.9, sentiment: 0.9 },
		review: false,
		reviewReasons: [],
		decidedBy: 'model',
		evidence: [],
		modelVersion: 'test',
		...changes,
	};
}

/** A valid signal from a mail with this Message-ID, to vary on. */
export function signalFor(messageId: string, changes: Partial<Signal> = {}): Signal {
	const key = mailSourceKey(messageId, '');
	return {
		id: signalId(key),
		reference: null,
		source: {
			kind: 'mail',
			key,
			mailbox: 'INBOX',
			messageId,
			uid: 1,
			uidValidity: '1',
			thread: [],
			mentions: [],
			forwardedBy: null,
			bounce: null,
			receivedAt: '2026-11-02T09:00:00.000Z',
		},
		customer: { name: 'Jan de Vries', email: 'j.devries@minvenj.example', organisation: null },
		subject: 'Laptop start niet op',
		text: 'Mijn laptop start niet meer op sinds vanochtend.',
		signature: '',
		quotedText: '',
		language: 'nl',
		attachments: [],
		flags: NO_FLAGS,
		classification: classificationFor(),
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
		...changes,
	};
}

/** A ticket in TOPdesk, to vary on. */
export const ticketFor = (changes: Partial<Ticket> = {}): Ticket => ({
	system: 'topdesk',
	supplier: 'SSC-ICT',
	number: 'I 2611 001',
	id: 'abc',
	createdAt: '2026-11-02T10:00:00.000Z',
	...changes,
});
