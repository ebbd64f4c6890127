import fc from 'fast-check';
import { openDatabase } from '../../../nodes/shared/storage/database';
import type { NewLink } from '../../../nodes/shared/storage/links';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';

let clock = new Date('2026-11-02T10:00:00Z');

let register: Register;
let settings: RegisterSettings;
onEveryDatabase(({ fresh }) => {
	beforeAll(async () => {
		settings = await fresh();
		register = await Register.open(settings, () => clock);
	});
	beforeEach(() => (clock = new Date('2026-11-02T10:00:00Z')));
	afterAll(async () => await register.close());

	const issue = async (changes: Partial<NewLink> = {}) =>
		(
			await register.links.issue({
				purpose: 'satisfaction',
				subject: 'R-2026-000001',
				validUntil: '2026-11-16T10:00:00+01:00',
				singleUse: true,
				...changes,
			})
		).token;

	const look = async (token: string, on = register) => (await on.links.look(token, 'satisfaction')).state;
	const use = async (token: string, on = register) =>
		(await on.links.use(token, 'satisfaction', async () => 'done')).state;

	describe('a link', () => {
		it('is what it was issued for, and stays unused however often it is looked at', async () => {
			const token = await issue({ party: 'jan@x.example', data: { supplier: 'FMH' } });
			await look(token);
			expect(await register.links.look(token, 'satisfaction')).toEqual({
				state: 'valid',
				link: {
					purpose: 'satisfaction',
					subject: 'R-2026-000001',
					party: 'jan@x.example',
					data: { supplier: 'FMH' },
					singleUse: true,
					createdAt: '2026-11-02T10:00:00.000Z',
					validUntil: '2026-11-16T09:00:00.000Z',
					usedAt: null,
				},
			});
		});

		it('is used once', async () => {
			const token = await issue();
			expect(await use(token)).toBe('valid');
			clock = new Date('2026-11-03T08:00:00Z');
			expect(await use(token)).toBe('used');
			expect(await register.links.look(token, 'satisfaction')).toMatchObject({
				state: 'used',
				link: { usedAt: '2026-11-02T10:00:00.000Z' },
			});
		});

		it('can be used again when it is for that', async () => {
			const token = await issue({ singleUse: false });
			expect([await use(token), await use(token), await look(token)]).toEqual(['valid', 'valid', 'valid']);
		});

		it('expires at its moment, used or not', async () => {
			const token = await issue();
			clock = new Date('2026-11-16T08:59:59.999Z');
			expect(await look(token)).toBe('valid');
			clock = new Date('2026-11-16T09:00:00Z');
			expect([await look(token), await use(token)]).toEqual(['expired', 'expired']);
		});

		it('is unused when what it was used for fails', async () => {
			const token = await issue();
			const failing = register.links.use(token, 'satisfaction', async () => {
				throw new Error('mis');
			});
			await expect(failing).rejects.toThrow('mis');
			expect(await use(token)).toBe('valid');
		});

		it('opens nothing of another purpose', async () => {
			const token = await issue();
			expect((await register.links.look(token, 'supplier-status')).state).toBe('invalid');
			expect((await register.links.use(token, 'question', async () => 'done')).state).toBe('invalid');
			expect(await look(token)).toBe('valid');
		});

		it('does not open another register', async () => {
			const token = await issue();
			const other = await Register.open(await fresh());
			expect(await look(token, other)).toBe('invalid');
			await other.close();
		});

		it('cannot be made from what the register keeps', async () => {
			const token = await issue();
			const db = await openDatabase(settings);
			const rows = await db.selectFrom('links').selectAll().execute();
			await db.destroy();
			const [id, secret] = [token.slice(0, 22), token.slice(22, 42)];
			expect(JSON.stringify(rows)).toContain(id.slice(0, 21));
			expect(JSON.stringify(rows)).not.toContain(secret);
		});
	});

	describe('what is no link of ours', () => {
		it('opens nothing: changed in any one place', async () => {
			const token = await issue();
			await fc.assert(
				fc.asyncProperty(
					fc.nat(token.length - 1),
					fc.constantFrom(...'ABCXYZabcxyz0189-_.=/ é\0'),
					async (at, character) => {
						fc.pre(token[at] !== character);
						const changed = token.slice(0, at) + character + token.slice(at + 1);
						expect(await look(changed)).toBe('invalid');
					},
				),
			);
			expect(await look(token)).toBe('valid');
		});

		it('opens nothing: cut off or with something behind it', async () => {
			const token = await issue();
			await fc.assert(
				fc.asyncProperty(fc.nat(token.length - 1), fc.string({ minLength: 1 }), async (end, more) => {
					expect(await use(token.slice(0, end))).toBe('invalid');
					expect(await use(token + more)).toBe('invalid');
				}),
			);
			expect(await look(token)).toBe('valid');
		});

		it('opens nothing: guessed', async () => {
			const guesses = [
				fc.string(),
				fc.stringMatching(/^[\w-]{64}$/),
				fc.uint8Array({ minLength: 48, maxLength: 48 }).map((b) => Buffer.from(b).toString('base64url')),
			];
			await fc.assert(
				fc.asyncProperty(fc.oneof(...guesses), async (guess) => {
					expect(await use(guess)).toBe('invalid');
				}),
			);
		});

		it('opens nothing: made of two links', async () => {
			const [one, other] = [await issue(), await issue()];
			for (let at = 1; at < one.length; at++) {
				const mixed = one.slice(0, at) + other.slice(at);
				if (mixed !== one && mixed !== other) expect(await look(mixed)).toBe('invalid');
			}
		});
	});

	it('of many uses at once lets one through', async () => {
		const token = await issue();
		const registers = await Promise.all(
			Array.from({ length: 8 }, async () => await Register.open(settings, () => clock)),
		);
		let worked = 0;
		const outcomes = await Promise.all(
			registers.map(
				async (one) =>
					await one.links.use(token, 'satisfaction', async () => await Promise.resolve(worked++)),
			),
		);
		expect(worked).toBe(1);
		expect(outcomes.map(({ state }) => state).sort()).toEqual([...Array<string>(7).fill('used'), 'valid']);
		await Promise.all(registers.map(async (one) => await one.close()));
	});

	it('is undone with the transaction that it was used in', async () => {
		const token = await issue();
		const together = register.together(async (inside) => {
			expect(await use(token, inside)).toBe('valid');
			expect(await use(token, inside)).toBe('used');
			throw new Error('mis');
		});
		await expect(together).rejects.toThrow('mis');
		expect(await look(token)).toBe('valid');
	});
});
