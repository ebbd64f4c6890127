import fc from 'fast-check';
import { STATUSES, type Status } from '../../../nodes/shared/domain/signal';
import { mayMove, nextStatuses, statusAfterAnswer } from '../../../nodes/shared/domain/status';
import { Register } from '../../../nodes/shared/storage/register';
import { RegisterError } from '../../../nodes/shared/storage/register-error';
import { onEveryDatabase } from '../../support/register-databases';
import { signalFor } from '../../support/signals';

const anyStatus = fc.constantFrom(...STATUSES);
const OPEN: readonly Status[] = STATUSES.filter((status) => status !== 'opgelost' && status !== 'afgesloten');

describe('the statuses', () => {
	it('let what is closed only be opened again, and what is solved be closed or opened again', () => {
		expect(nextStatuses('afgesloten')).toEqual(['heropend']);
		expect([...nextStatuses('opgelost')].sort()).toEqual(['afgesloten', 'heropend']);
	});

	it('lead from every status to the end, and back from it', () => {
		for (const from of STATUSES) {
			const reached = new Set<Status>([from]);
			for (const status of reached) for (const next of nextStatuses(status)) reached.add(next);
			expect([from, reached.has('afgesloten'), reached.has('in behandeling')]).toEqual([from, true, true]);
		}
	});

	it('take no signal back to where it came in', () => {
		for (const from of STATUSES) expect(nextStatuses(from)).not.toContain('ontvangen');
	});

	it('are open after an answer, and the same where they were open already', () => {
		fc.assert(
			fc.property(anyStatus, (status) => {
				const after = statusAfterAnswer(status);
				return mayMove(status, after) && OPEN.includes(after) && (after === status || !OPEN.includes(status));
			}),
		);
	});
});

type Step =
	| { do: 'setStatus' | 'completeIntake'; status: Status }
	| { do: 'reopen' | 'answer' | 'automatic' | 'assign' | 'fail' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ do: fc.constantFrom('setStatus' as const, 'completeIntake' as const), status: anyStatus }),
	fc.record({
		do: fc.constantFrom(
			'reopen' as const,
			'answer' as const,
			'automatic' as const,
			'assign' as const,
			'fail' as const,
		),
	}),
);

onEveryDatabase(({ fresh }) => {
	let register: Register;
	let mails = 0;
	beforeAll(async () => (register = await Register.open(await fresh())));
	afterAll(async () => await register.close());

	async function take(step: Step, reference: string, first: string): Promise<void> {
		const answer = signalFor(`<${++mails}@x>`, { text: 'Hoe staat het ermee?' });
		answer.source.thread = [first];
		answer.flags = { ...answer.flags, autoReply: step.do === 'automatic' };
		switch (step.do) {
			case 'setStatus':
			case 'completeIntake':
				return void (await register[step.do](reference, step.status, 'walk'));
			case 'reopen':
				return void (await register.handling.reopen(reference, 'walk', 'reden'));
			case 'assign':
				return void (await register.handling.assign(reference, `collega ${mails}`, 'walk'));
			case 'fail':
				return void (await register.recordFailure(reference, `fout ${mails}`, 'walk'));
			default:
				return void (await register.register(answer, { by: 'walk', minutes: 1 }));
		}
	}

	it('walks only along the statuses, whatever is tried, and its history tells the whole walk', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyStep, { maxLength: 15 }), async (steps) => {
				const first = `<${++mails}@x>`;
				const { signal } = await register.register(signalFor(first), { by: 'walk', minutes: 1 });
				const reference = signal.reference!;
				let status = signal.status;
				let history = await register.handling.history(reference);
				for (const step of steps) {
					const failed = await take(step, reference, first).then(
						() => false,
						(error: unknown) => {
							if (!(error instanceof RegisterError)) throw error;
							return true;
						},
					);
					const now = await register.get(reference);
					expect(mayMove(status, now.status)).toBe(true);
					if (status === 'afgesloten') expect(['afgesloten', 'heropend']).toContain(now.status);
					const after = await register.handling.history(reference);
					// What was there stays as it was, and what fails leaves nothing.
					expect(after.slice(0, history.length)).toEqual(history);
					if (failed) expect([after.length, now.status]).toEqual([history.length, status]);
					[status, history] = [now.status, after];
				}
				const moves = history.filter(({ field }) => field === 'status');
				const told = [signal.status, ...moves.map(({ to }) => to)];
				expect(moves.map(({ from }) => from)).toEqual(told.slice(0, -1));
				expect(told.at(-1)).toBe(status);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);
});
