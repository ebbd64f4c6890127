import { z } from 'zod/v4';

/** What each feature says for one label: `units[feature] * scale`. */
export interface LabelWeights {
	scale: number;
	units: Int8Array;
}

const LARGEST_UNIT = 127;
/** Weights below this say nothing; divided into units they would become too small for a number. */
const NOTHING = 1e-9;

/** The weights of one label as a model file has them: one byte per feature, in Base64. */
export const packedWeightsSchema = z
	.object({ scale: z.number().positive(), bytes: z.base64() })
	.transform(({ scale, bytes }): LabelWeights => {
		const packed = Buffer.from(bytes, 'base64');
		return { scale, units: new Int8Array(packed.buffer, packed.byteOffset, packed.length) };
	});
export type PackedWeights = z.input<typeof packedWeightsSchema>;

/** Packs the weights of one label; each loses at most half a unit of the largest one's 127. */
export function packWeights(weights: readonly number[]): PackedWeights {
	const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
	const scale = (largest < NOTHING ? 1 : largest) / LARGEST_UNIT;
	const units = Int8Array.from(weights, (weight) => Math.round(weight / scale));
	return { scale, bytes: Buffer.from(units.buffer).toString('base64') };
}
