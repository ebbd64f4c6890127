import type { Signal } from '../domain/signal';
import { maskPersonalData } from './mask-personal-data';

/**
 * The signal as somebody outside may have it, such as a supplier: without whose it is and without the mails below
 * it, and with the personal data in the texts masked. Personal data that is not recognised stays, so a
 * person still has to look.
 */
export function maskSignal(signal: Signal): Signal {
	const masked = (text: string) => maskPersonalData(text).text;
	return {
		...signal,
		source: { ...signal.source, messageId: null, thread: [], forwardedBy: null, bounce: null },
		customer: { name: null, email: null, organisation: signal.customer.organisation },
		subject: masked(signal.subject),
		text: masked(signal.text),
		signature: '',
		quotedText: '',
		attachments: signal.attachments.map((file) => ({ ...file, name: masked(file.name) })),
		classification: signal.classification && { ...signal.classification, evidence: [], reviewReasons: [] },
		privacy: [],
		actions: signal.actions.map((action) => ({ ...action, text: masked(action.text) })),
	};
}
