import { automatic } from './cases/automatic';
import { forwards } from './cases/forwards';
import { nasty } from './cases/nasty';
import { quotes } from './cases/quotes';
import { structure } from './cases/structure';
import type { CorpusCase } from './corpus-case';

/** All mails of the corpus. Throws when two have one name, because the one would replace the other. */
export function corpusCases(): CorpusCase[] {
	const cases = [...quotes, ...forwards, ...automatic, ...structure, ...nasty];
	const names = new Set(cases.map(({ name }) => name));
	if (names.size !== cases.length) throw new Error('Two mails of the corpus have the same name');
	return cases;
}
