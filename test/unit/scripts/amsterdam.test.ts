import { recipeFrom, trainAmsterdam } from '../../../scripts/bench/classifier/amsterdam';

describe('the recipe that the classifier is measured against', () => {
	const texts = ['de lamp is kapot', 'lampen flikkeren', 'de koffie is koud', 'koude koffie geleverd'];
	const recipe = trainAmsterdam(texts, [0, 0, 1, 1], 2);

	it('learns from words, by their stem', () => {
		expect(texts.map((text) => recipe.judge(text))).toEqual([0, 0, 1, 1]);
		expect(recipe.judge('kapotte lampen')).toBe(0);
		expect(recipe.judge('kou in de koffie')).toBe(1);
	});

	it('judges the same after it was put away', () => {
		const back = recipeFrom(JSON.parse(JSON.stringify(recipe.saved())) as ReturnType<typeof recipe.saved>);
		const others = [...texts, 'koude lamp', 'iets anders'];
		expect(others.map((text) => back.judge(text))).toEqual(others.map((text) => recipe.judge(text)));
	});
});
