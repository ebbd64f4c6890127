import { foldText } from './tokens';

/** Words without capitals, accents and signs, to compare what people write in their own way. */
export const bareWords = (text: string): string =>
	foldText(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
