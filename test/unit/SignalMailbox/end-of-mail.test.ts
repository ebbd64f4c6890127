import { endOfMail } from '../../../nodes/SignalMailbox/imap/end-of-mail';

/** A server that answers with this when it is asked for the next byte, and lists these UIDs. */
const server = (next: unknown, uids: number[]): Parameters<typeof endOfMail>[0] => ({
	fetchOne: async () => next as never,
	noop: async () => undefined,
	search: async () => uids,
});
const unasked = { ...server(false, []), fetchOne: async () => await Promise.reject(new Error('asked')) };

describe('where a mail ends that came in pieces', () => {
	it('is where the server says, without a question', async () => {
		expect(await endOfMail(unasked, { uid: 1, bytes: 10, size: 10 })).toBe('end');
	});

	it('is where nothing comes any more, on a server that estimated the size too large', async () => {
		const estimating = server({ uid: 1, source: Buffer.alloc(0) }, [1]);
		expect(await endOfMail(estimating, { uid: 1, bytes: 10, size: 12 })).toBe('end');
	});

	it.each([[{ uid: 1 }], [false]])(
		'is unknown of a mail that was taken away meanwhile: %p',
		async (answer) => {
			expect(await endOfMail(server(answer, []), { uid: 1, bytes: 10, size: 12 })).toBe('gone');
		},
	);

	it('is an error when the mail is still there and the server does not give the rest', async () => {
		await expect(endOfMail(server({ uid: 1 }, [1]), { uid: 1, bytes: 10, size: 12 })).rejects.toThrow(
			'The mail server gave 10 of the 12 bytes of this mail',
		);
	});
});
