import { answers } from './cases/answers';
import { autoReplies } from './cases/auto-replies';
import { bounces } from './cases/bounces';
import { charsets } from './cases/charsets';
import { files } from './cases/files';
import { forwards } from './cases/forwards';
import { headers } from './cases/headers';
import { nasty } from './cases/nasty';
import { noQuotes } from './cases/no-quotes';
import { notices } from './cases/notices';
import { pages } from './cases/pages';
import { people } from './cases/people';
import { quotes } from './cases/quotes';
import { signatures } from './cases/signatures';
import type { CorpusCase } from './corpus-case';

/** All mails of the corpus. Throws when two have one name, because the one would replace the other. */
export function corpusCases(): CorpusCase[] {
	const reading = [...answers, ...noQuotes, ...quotes, ...signatures, ...forwards];
	const machines = [...autoReplies, ...people, ...bounces, ...notices];
	const parsing = [...charsets, ...headers, ...files, ...pages, ...nasty];
	const cases = [...reading, ...machines, ...parsing];
	const names = new Set(cases.map(({ name }) => name));
	if (names.size !== cases.length) throw new Error('Two mails of the corpus have the same name');
	return cases;
}
