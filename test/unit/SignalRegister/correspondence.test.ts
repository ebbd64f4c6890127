import { NO_FLAGS, type Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import { onEveryDatabase } from '../../support/register-databases';
import { signalFor } from '../../support/signals';

const CUSTOMER = 'j.devries@minvenj.example';

onEveryDatabase(({ fresh }) => {
	let register: Register;
	let reference: string;
	beforeEach(async () => {
		register = await Register.open(await fresh());
		reference = (await come(signalFor('<1@x>'))).reference!;
	});
	afterEach(async () => await register.close());

	const come = async (mail: Signal) => (await register.register(mail, { by: 'run 1', minutes: 10 })).signal;

	/** A mail in the conversation that the first one began. */
	function later(messageId: string, minute: number, { email = CUSTOMER, ...changes }: Later = {}): Signal {
		const { source, customer, ...mail } = signalFor(messageId, changes);
		const receivedAt = new Date(Date.UTC(2026, 10, 3, 9, minute)).toISOString();
		return {
			...mail,
			customer: { ...customer, email },
			source: { ...source, thread: ['<1@x>'], receivedAt },
		};
	}
	type Later = Partial<Signal> & { email?: string };

	describe('the newest mail of a customer', () => {
		it('is none when only the first one is there', async () => {
			expect(await register.correspondence.newestFrom(CUSTOMER, reference)).toBeNull();
		});

		it('is the one that was received last, in whatever order they were registered', async () => {
			for (const mail of [later('<3@x>', 30), later('<2@x>', 10)]) await come(mail);
			expect(await register.correspondence.newestFrom('J.deVries+werk@minvenj.example', reference)).toEqual({
				messageId: '<3@x>',
				thread: ['<1@x>'],
			});
		});

		it('is not what another or a machine wrote, nor what is about another signal', async () => {
			await come(later('<2@x>', 10));
			await come(later('<3@x>', 20, { email: 'p.jansen@minvenj.example' }));
			await come(later('<4@x>', 30, { flags: { ...NO_FLAGS, autoReply: true } }));
			const other = await come(signalFor('<elders@x>'));
			expect(await register.correspondence.newestFrom(CUSTOMER, reference)).toMatchObject({
				messageId: '<2@x>',
			});
			expect(await register.correspondence.newestFrom(CUSTOMER, other.reference!)).toBeNull();
		});
	});
});
