import { tokens } from '../../shared/text/tokens';

/** Short words that nearly every text of a few lines has, and that the other language lacks. */
const WORDS: Record<string, ReadonlySet<string>> = {
	nl: new Set(
		'de het een en ik wij is van niet dat die dit op te voor met zijn er maar om ook naar bij uit dan nog wordt graag geen wel ons onze mijn heeft hebben kunt kan u jullie al sinds'.split(
			' ',
		),
	),
	en: new Set(
		'the and i we is of not that this to for with are there but also from by then has have can you your our my no please it was will since a an'.split(
			' ',
		),
	),
};

/** A longer text does not tell more. */
const ENOUGH_CHARACTERS = 10_000;

/** The language of a text: `nl` or `en`, or null where it is too short or too mixed to tell. */
export function languageOf(text: string): string | null {
	const words = tokens(text.slice(0, ENOUGH_CHARACTERS));
	const count = (language: string) => words.filter((word) => WORDS[language]!.has(word)).length;
	const [nl, en] = [count('nl'), count('en')];
	if (Math.max(nl, en) < 2 || nl === en) return null;
	return nl > en ? 'nl' : 'en';
}
