import { z } from 'zod/v4';
import { signalSchema, type Signal } from '../shared/domain/signal';
import { privacyFindingsOf } from '../shared/privacy/privacy-findings';
import { classify } from './classify';

const thresholdSchema = z.number('must be a number from 0 to 1').min(0).max(1);
const optionsSchema = z.object({
	reviewBelowCategory: thresholdSchema,
	reviewBelowSupplier: thresholdSchema,
	reviewBelowNoSignal: thresholdSchema,
	reviewBelowLead: thresholdSchema,
	reviewBelowKnown: thresholdSchema,
});

/** What came in is not a signal. */
export class NotASignalError extends Error {
	override readonly name = 'NotASignalError';
	readonly hint =
		'Give this node the signal that the Signal Mailbox or a signal form gives: usually {{ $json.signal }}.';
}

/** A signal as a node parameter gives it: an object, or its JSON as text. */
function readSignal(input: unknown): Signal {
	let value = input;
	if (typeof input === 'string') {
		try {
			value = JSON.parse(input);
		} catch (error) {
			throw new NotASignalError('The field Signal does not hold JSON.', { cause: error });
		}
	}
	if (value === null || typeof value !== 'object') throw new NotASignalError('The field Signal is empty.');
	return signalSchema.parse(value);
}

/**
 * Gives the signal back with its classification, and with the personal data that was found in it. A classification
 * that was there is replaced, unless a person made it. Throws `NotASignalError`, `ZodError` (a field is wrong) or `ModelFileError`.
 */
export function classifySignal(input: unknown, options: z.infer<typeof optionsSchema>): Signal {
	const given = readSignal(input);
	const signal = { ...given, privacy: privacyFindingsOf(given) };
	const thresholds = optionsSchema.parse(options);
	if (signal.classification?.decidedBy.startsWith('person:')) return signal;
	return { ...signal, classification: classify(signal, thresholds) };
}
