import fc from 'fast-check';
import { mailSourceKey, signalId } from '../../../nodes/shared/domain/source-key';
import { signalSchema } from '../../../nodes/shared/domain/signal';

describe('a mail and its signal id', () => {
	it('is the same for two copies of one mail, and not for two mails with one Message-ID', () => {
		expect(mailSourceKey('<a@b>', 'first')).toBe(mailSourceKey(' a@b ', 'first'));
		expect(mailSourceKey('<a@b>', 'first')).not.toBe(mailSourceKey('<a@b>', 'second'));
		expect(mailSourceKey('<a@b>', 'first')).not.toBe(mailSourceKey('<c@b>', 'first'));
	});

	it('follows from the content alone when there is no Message-ID', () => {
		expect(mailSourceKey(null, 'one')).toBe(mailSourceKey('', 'one'));
		expect(mailSourceKey(null, 'one')).not.toBe(mailSourceKey(null, 'two'));
		expect(mailSourceKey('<>', 'one')).toBe(mailSourceKey(null, 'one'));
	});

	it('is always a valid UUID, and another one for another key', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, two) => {
				expect(signalSchema.shape.id.safeParse(signalId(one)).success).toBe(true);
				expect(signalId(one) === signalId(two)).toBe(one === two);
			}),
		);
	});
});
