import { LastResortOutbox } from '../../../nodes/SignalMailbox/send/last-resort-outbox';
import type { Outbox, OutgoingMail, SendLimits } from '../../../nodes/shared/storage/outbox';
import { RegisterError } from '../../../nodes/shared/storage/register-error';

const LIMITS: SendLimits = { perAddress: 1, perHour: 1, perDay: 1 };
const mail = (key: string) => ({ key }) as OutgoingMail;
const full = new RegisterError('The register cannot be written', 'Make room');

/** A register that can be read, and in which this happens to what is written. */
const registerThat = (error: Error): Outbox =>
	({
		messageIdOf: async () => '<bekend@x>',
		reserve: () => Promise.reject(error),
		handingOver: () => Promise.reject(error),
		sent: () => Promise.reject(error),
		failed: () => Promise.reject(error),
	}) as unknown as Outbox;

describe('the outbox of an alarm', () => {
	it('lets a mail go once when the register cannot be written', async () => {
		for (const decision of ['send', 'sent']) {
			const outbox = new LastResortOutbox(registerThat(full));
			expect(await outbox.reserve(mail('vol'), LIMITS)).toEqual({ decision });
			if (decision === 'sent') continue;
			await outbox.handingOver('vol');
			await outbox.sent('vol');
		}
	});

	it('lets a mail go again that the mail server did not take', async () => {
		for (const time of [1, 2]) {
			const outbox = new LastResortOutbox(full);
			expect([time, await outbox.messageIdOf('niet'), await outbox.reserve(mail('niet'), LIMITS)]).toEqual([
				time,
				null,
				{ decision: 'send' },
			]);
			await outbox.handingOver('niet');
			await outbox.failed('niet', 'refused');
		}
	});

	it('hides no other error', async () => {
		const outbox = new LastResortOutbox(registerThat(new TypeError('a mistake')));
		await expect(outbox.reserve(mail('fout'), LIMITS)).rejects.toThrow('a mistake');
	});
});
