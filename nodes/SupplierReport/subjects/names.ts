import type { Writer } from '../../shared/storage/reports';
import { phrasesOf } from './phrases';

/** Shorter is an initial. */
const LEAST_LETTERS = 3;

/** Stems of the words of somebody's name, by which it is recognised in a text; of an address when there is no name. */
export function nameStems({ name, email }: Writer): string[] {
	const written = name || (email?.split('@', 1)[0] ?? '');
	return phrasesOf(written)
		.filter(({ key, written: word }) => !key.includes(' ') && word.length >= LEAST_LETTERS)
		.map(({ key }) => key);
}
