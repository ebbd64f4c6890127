import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../shared/domain/codebook';

/** Weights are kept as whole thousandths: small on disk, and the same on every machine. */
export const WEIGHT_SCALE = 1000;

/** One linear scorer per label; `weights[label][feature]` follows the order of labels and vocabulary. */
function fieldSchema<T extends readonly [string, ...string[]]>(labels: T) {
	return z.object({
		labels: z.array(z.enum(labels)).length(labels.length),
		bias: z.array(z.number()).length(labels.length),
		weights: z.array(z.array(z.int())).length(labels.length),
		/** Multiplies the scores before the softmax, so that a confidence of 0.8 is right 8 times in 10. */
		sharpness: z.number().positive(),
	});
}

export const modelSchema = z
	.object({
		/** Version number and the start of the hash of the training corpus, for example `1-3fa9c1d2`. */
		modelVersion: z.string().regex(/^\d+-[0-9a-f]{8}$/),
		/** SHA-256 of the training corpus, as `corpusHash` makes it, and the number of mails in it. */
		trainedOn: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), mails: z.int().positive() }),
		vocabulary: z.array(z.string().min(1)),
		fields: z.object({
			category: fieldSchema(CATEGORIES),
			supplier: fieldSchema(SUPPLIERS),
			urgency: fieldSchema(URGENCIES),
			sentiment: fieldSchema(SENTIMENTS),
		}),
		/** Per category, from its own score to the chance that it is in the text: 1 / (1 + exp(-(slope * score + offset))). */
		presence: z.array(z.object({ slope: z.number(), offset: z.number() })).length(CATEGORIES.length),
	})
	.refine(
		({ vocabulary, fields }) =>
			Object.values(fields).every(({ weights }) => weights.every((row) => row.length === vocabulary.length)),
		'every row of weights must have one weight per word of the vocabulary',
	);
export type ModelFile = z.infer<typeof modelSchema>;
export type FieldName = keyof ModelFile['fields'];

/** The model that comes with the node is absent or damaged. */
export class ModelFileError extends Error {
	override readonly name = 'ModelFileError';
	readonly hint =
		'Reinstall the package, or rebuild the model with "npm run train" in its source folder. Until then no mail is classified, and none is lost.';
}

/** A model ready for use: the file, and where each feature stands in its vocabulary. */
export interface Model extends ModelFile {
	index: ReadonlyMap<string, number>;
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
	if (!result.success) {
		const { path, message } = result.error.issues[0]!;
		throw new ModelFileError(`The model file ${file} is damaged: ${path.join('.') || 'file'}: ${message}.`);
	}
	return { ...result.data, index: new Map(result.data.vocabulary.map((name, at) => [name, at])) };
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
