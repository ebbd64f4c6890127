import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { NewLink } from '../../../nodes/shared/storage/links';
import { Register } from '../../../nodes/shared/storage/register';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();
const databaseFile = join(folder, 'links.sqlite');
let clock = new Date('2026-11-02T10:00:00Z');

let register: Register;
beforeAll(async () => {
	register = await Register.open({ databaseFile }, () => clock);
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
		const other = await Register.open({ databaseFile: join(folder, 'other.sqlite') });
		expect(await look(token, other)).toBe('invalid');
		await other.close();
	});

	it('is not in the database that it was written to', async () => {
		const token = await issue();
		await register.close();
		const written = readFileSync(databaseFile).toString('latin1');
		const secret = Buffer.from(token, 'base64url').subarray(16, 32);
		expect(written).toContain(Buffer.from(token, 'base64url').subarray(0, 16).toString('base64url'));
		expect(written).not.toContain(secret.toString('latin1'));
		expect(written).not.toContain(token.slice(22, 42));
		register = await Register.open({ databaseFile }, () => clock);
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
			expect(await look(one.slice(0, at) + other.slice(at))).toBe('invalid');
		}
	});
});

it('of many uses at once lets one through', async () => {
	const token = await issue();
	const registers = await Promise.all(
		Array.from({ length: 8 }, async () => await Register.open({ databaseFile }, () => clock)),
	);
	let worked = 0;
	const outcomes = await Promise.all(
		registers.map(
			async (one) => await one.links.use(token, 'satisfaction', async () => await Promise.resolve(worked++)),
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
