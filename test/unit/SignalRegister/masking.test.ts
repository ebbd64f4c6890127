import { join } from 'node:path';
import { Register } from '../../../nodes/shared/storage/register';
import { signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();
let register: Register;
let reference: string;

beforeAll(async () => {
	register = await Register.open({ databaseFile: join(folder, 'register.sqlite') });
	const signal = signalFor('<1@x>', {
		subject: 'Bel 06-12345678',
		text: 'Jan de Vries hier.\n\nBel 06-12345678 of mail jan@x.nl. Ik ben ziek.',
		customer: { name: 'Jan de Vries', email: 'jan@x.nl', organisation: null },
	});
	reference = (await register.register(signal, { by: 'test', minutes: 1 })).signal.reference!;
});
afterAll(async () => await register.close());

describe('the personal data of a signal', () => {
	it('is masked over subject and text together: the same value has the same number', async () => {
		expect(await register.masking.mask(reference)).toEqual({
			subject: 'Bel [TELEFOONNUMMER 1]',
			text: '[NAAM 1] de [NAAM 2] hier.\n\nBel [TELEFOONNUMMER 1] of mail [E-MAILADRES 1]. Ik ben [GEZONDHEID 1].',
		});
	});

	it('is put back by the register alone, which notes who did it', async () => {
		const answer = 'Beste [NAAM 1], wij bellen u op [TELEFOONNUMMER 1], niet op [TELEFOONNUMMER 2].';
		expect(await register.masking.unmask(reference, answer, 'Els')).toBe(
			'Beste Jan, wij bellen u op 06-12345678, niet op [TELEFOONNUMMER 2].',
		);
		const { actions } = await register.get(reference);
		expect(actions.at(-1)).toMatchObject({ kind: 'privacy', actor: 'Els' });
		expect(actions.at(-1)!.text).not.toContain('06');
	});

	it('is asked of a signal that is there', async () => {
		await expect(register.masking.mask('R-2026-000099')).rejects.toThrow('There is no signal R-2026-000099');
	});
});
