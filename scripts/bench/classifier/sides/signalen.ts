import { recipeFrom, trainAmsterdam } from '../amsterdam';
import { perField } from '../side';

/** The recipe of Signalen, of the city of Amsterdam. */
export const signalenSide = perField(
	'Signalen recipe: TF-IDF words, logistic regression',
	(texts, labels) => {
		const names = [...new Set(labels)];
		const recipe = trainAmsterdam(
			texts,
			labels.map((label) => names.indexOf(label)),
			names.length,
		);
		return Promise.resolve({ names, recipe: recipe.saved() });
	},
	({ names, recipe }) => {
		const known = recipeFrom(recipe);
		return Promise.resolve((text) => Promise.resolve(names[known.judge(text)]!));
	},
);
