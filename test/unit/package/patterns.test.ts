import { createContext, runInContext } from 'node:vm';
import { DEFAULT_LIMITS } from '../../../nodes/SignalMailbox/parse/limits';
import { hostileTexts } from '../../support/hostile-text';
import { patternsOfPackage } from '../../support/patterns';

/** The longest text that is read from a mail. */
const CHARACTERS = DEFAULT_LIMITS.textBytes;
/** No measure of speed: n8n stands still meanwhile, and what runs away takes minutes over such a text. */
const STUCK_MS = 20_000;

/** The start of the first hostile text that a pattern gets stuck on. */
function stuckOn(pattern: RegExp, withinMs = STUCK_MS): string | undefined {
	const context = createContext({ pattern });
	for (const text of hostileTexts(pattern, CHARACTERS)) {
		context.text = text;
		try {
			runInContext('text.search(pattern)', context, { timeout: withinMs });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
			return text.slice(0, 60);
		}
	}
	return undefined;
}

describe('the regular expressions of the package', () => {
	const patterns = patternsOfPackage();

	it('are found, those that are put together too', () => {
		const files = new Set(patterns.map(({ file }) => file));
		expect(files).toContain('nodes/SignalMailbox/parse/flags/bounce.ts');
		const phone = patterns.filter(({ file }) => file === 'nodes/shared/privacy/detect/phone.ts');
		expect(phone.some(({ pattern }) => pattern.source.startsWith(String.raw`\+\d`))).toBe(true);
		expect(patterns.length).toBeGreaterThan(300);
	});

	it.each([/dacht\w* mee/, /<(p|br)\b[^>]*>/, /([^\s<>]{1,200}@[^\s<>]{1,200}\.[a-z]{2,20})/])(
		'would be seen to get stuck: %s',
		(pattern) => {
			expect(stuckOn(pattern, STUCK_MS / 10)).toBeDefined();
		},
	);

	it('do not get stuck on a long text that is made to do so', () => {
		const stuck = patterns.flatMap(({ file, pattern }) => {
			const text = stuckOn(pattern);
			return text === undefined ? [] : [`${file}: ${pattern.source} on ${JSON.stringify(text)}…`];
		});
		expect(stuck).toEqual([]);
	}, 600_000);
});
