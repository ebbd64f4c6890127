import fc from 'fast-check';
import { packedWeightsSchema, packWeights } from '../../../nodes/SignalClassifier/packed-weights';

describe('weights in a model file', () => {
	it('come back with at most half a unit of the largest lost', () => {
		const weight = fc.double({ min: -5, max: 5, noNaN: true });
		fc.assert(
			fc.property(fc.array(weight, { minLength: 1 }), (weights) => {
				const { scale, units } = packedWeightsSchema.parse(packWeights(weights));
				expect(units).toHaveLength(weights.length);
				weights.forEach((one, at) =>
					expect(Math.abs(units[at]! * scale - one)).toBeLessThanOrEqual(scale * 0.501),
				);
			}),
		);
	});

	it('are refused when they are no Base64', () => {
		expect(packedWeightsSchema.safeParse({ scale: 1, bytes: '%%' }).success).toBe(false);
	});
});
