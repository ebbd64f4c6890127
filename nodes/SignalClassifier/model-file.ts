import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../shared/domain/codebook';
import { packedWeightsSchema } from './packed-weights';

/** One linear scorer per label; the weights of each follow the order of the vocabulary. */
function fieldSchema<T extends readonly [string, ...string[]]>(labels: T) {
	return z.object({
		labels: z.array(z.enum(labels)).length(labels.length),
		bias: z.array(z.number()).length(labels.length),
		weights: z.array(packedWeightsSchema).length(labels.length),
		/** Multiplies the scores before the softmax, so that a confidence of 0.8 is right 8 times in 10. */
		sharpness: z.number().positive(),
		/** The share of mails that no model gets right, divided over the labels; 0 in models of number 3 and older. */
		doubt: z.number().min(0).max(0.5).default(0),
	});
}

/** What makes chances out of the scores of a field. */
export interface Confidence {
	sharpness: number;
	doubt: number;
}

/** The position of each line. Line by line, for lists of so many names in between take most of the time of loading. */
function positionsOf(lines: string): ReadonlyMap<string, number> {
	const positions = new Map<string, number>();
	let start = 0;
	for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
		positions.set(lines.slice(start, end), positions.size);
		start = end + 1;
	}
	return positions.set(lines.slice(start), positions.size);
}

export const modelSchema = z
	.object({
		/** Version number and the start of the hash of the training corpus, for example `1-3fa9c1d2`. */
		modelVersion: z.string().regex(/^\d+-[0-9a-f]{8}$/),
		/** SHA-256 of the training corpus, as `corpusHash` makes it, and the number of mails in it. */
		trainedOn: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), mails: z.int().positive() }),
		/** The names of the features, one per line; as a list a hundred thousand of them load slowly. */
		vocabulary: z.string().min(1),
		fields: z.object({
			category: fieldSchema(CATEGORIES),
			supplier: fieldSchema(SUPPLIERS),
			urgency: fieldSchema(URGENCIES),
			sentiment: fieldSchema(SENTIMENTS),
		}),
		/** Per category, from its own score to the chance that it is in the text: 1 / (1 + exp(-(slope * score + offset))). */
		presence: z.array(z.object({ slope: z.number(), offset: z.number() })).length(CATEGORIES.length),
	})
	.transform(({ vocabulary, ...model }) => ({
		...model,
		/** Where each feature stands in the weights. */
		index: positionsOf(vocabulary),
	}))
	.refine(
		({ index, fields }) =>
			Object.values(fields).every(({ weights }) => weights.every(({ units }) => units.length === index.size)),
		'every label must have one weight per word of the vocabulary',
	);
/** A model as it is kept on disk. */
export type ModelFile = z.input<typeof modelSchema>;
/** A model ready for use. */
export type Model = z.output<typeof modelSchema>;
export type FieldName = keyof Model['fields'];

/** The model that comes with the node is absent or damaged. */
export class ModelFileError extends Error {
	override readonly name = 'ModelFileError';
	readonly hint =
		'Reinstall the package, or rebuild the model with "npm run train" in its source folder. Until then no mail is classified, and none is lost.';
}

/** Checks the text of a model file. Throws `ModelFileError`. */
export function parseModel(text: string, file: string): Model {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (error) {
		throw new ModelFileError(`The model file ${file} is not JSON.`, { cause: error });
	}
	const result = modelSchema.safeParse(content);
	if (result.success) return result.data;
	const { path, message } = result.error.issues[0]!;
	throw new ModelFileError(`The model file ${file} is damaged: ${path.join('.') || 'file'}: ${message}.`);
}

/** Where the model that comes with the node lies. */
export const MODEL_FILE = join(__dirname, 'model', 'model.json');

/** Reads and checks a model file. Throws `ModelFileError`. */
export function loadModel(file = MODEL_FILE): Model {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new ModelFileError(`The model file ${file} cannot be read.`, { cause: error });
	}
	return parseModel(text, file);
}
