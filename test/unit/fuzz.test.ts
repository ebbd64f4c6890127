import { FuzzCorpus } from '../../scripts/fuzz/corpus';
import { mutate } from '../../scripts/fuzz/mutate';
import { FUZZ_TARGETS } from '../fuzz/targets';
import { Dice } from '../support/dice';

/** `npm run fuzz` goes on where this ends. */
const MUTATIONS = 100;
const MOST_BYTES = 16_384;

describe.each(Object.entries(FUZZ_TARGETS))('the parser of outside input "%s"', (name, target) => {
	it('keeps its promises for every input that was kept', async () => {
		for (const { content } of new FuzzCorpus(name).inputs()) await target.run(content);
	});

	it('keeps its promises for inputs that are damaged at random', async () => {
		const dice = new Dice(2015);
		const seeds = target.seeds();
		expect(seeds.length).toBeGreaterThan(0);
		for (const seed of seeds) await target.run(seed);
		for (let left = MUTATIONS; left > 0; left--) {
			await target.run(mutate(seeds, target.tokens, MOST_BYTES, dice));
		}
	});
});
