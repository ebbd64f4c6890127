import { z } from 'zod/v4';
import { CATEGORIES } from '../shared/domain/codebook';
import { signalSchema, type Signal } from '../shared/domain/signal';
import { privacyFindingsOf } from '../shared/privacy/privacy-findings';
import { judge, type Judgement } from './classify';
import { explain, type Explanation, type WordsPerField } from './explanation/explain';
import { wordWeights } from './explanation/word-weights';
import type { FieldName } from './model-file';
import type { Opinion } from './second-opinion/ask';
import { weigh } from './second-opinion/weigh';
import { supplierAliasesSchema } from './supplier-aliases';

const thresholdSchema = z.number('must be a number from 0 to 1').min(0).max(1);
const optionsSchema = z.object({
	reviewBelowCategory: thresholdSchema,
	reviewBelowSupplier: thresholdSchema,
	reviewBelowNoSignal: thresholdSchema,
	reviewBelowLead: thresholdSchema,
	reviewBelowKnown: thresholdSchema,
	supplierAliases: supplierAliasesSchema.default([]),
	/** Own names of categories; empty ones are left out. */
	categoryNames: z.partialRecord(z.enum(CATEGORIES), z.string().trim()).default({}),
});
export type ClassifySignalOptions = z.input<typeof optionsSchema>;

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

/** A signal with its classification, and why it was classified so. */
export interface ClassifiedSignal {
	signal: Signal;
	explanation: Explanation;
}

/** The words for and against the labels of a classification; null when no words were looked at. */
function wordsOf({ classification, read }: Judgement): WordsPerField | null {
	if (!read) return null;
	const { model, features, votes } = read;
	const words = (field: FieldName) => wordWeights(model, field, classification[field], features);
	const aliases = votes
		.filter(({ label }) => label === classification.supplier)
		.map(({ term, weight }) => ({ word: term, weight }));
	return {
		category: words('category'),
		supplier: [...aliases, ...words('supplier')],
		urgency: words('urgency'),
		sentiment: words('sentiment'),
	};
}

/**
 * Gives the signal back with its classification, and with the personal data that was found in it. A classification
 * that was there is replaced, unless a person made it.
 *
 * @param ask asks a chat model for its opinion; only called for what the own model read and is unsure of
 * @throws NotASignalError, ZodError (a field is wrong) or ModelFileError
 */
export async function classifySignal(
	input: unknown,
	options: ClassifySignalOptions,
	ask?: (signal: Signal) => Promise<Opinion | null>,
): Promise<ClassifiedSignal> {
	const given = readSignal(input);
	const signal = { ...given, privacy: privacyFindingsOf(given) };
	const settings = optionsSchema.parse(options);
	const judged = await decide(signal, settings, ask);
	return {
		signal: { ...signal, classification: judged.classification },
		explanation: explain(signal, judged.classification, wordsOf(judged), settings.categoryNames),
	};
}

async function decide(
	signal: Signal,
	settings: z.output<typeof optionsSchema>,
	ask?: (signal: Signal) => Promise<Opinion | null>,
): Promise<Judgement> {
	const own = judge(signal, settings);
	const { classification } = signal;
	if (classification?.decidedBy.startsWith('person:')) return { ...own, classification };
	if (!own.read || !own.classification.review || !ask) return own;
	const opinion = await ask(signal);
	return opinion ? { ...own, classification: weigh(own, opinion, settings) } : own;
}
