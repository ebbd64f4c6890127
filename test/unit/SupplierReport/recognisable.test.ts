import { textsReader } from '../../../nodes/SupplierReport/contents/read-texts';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import { inSqlite } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' };
const now = () => new Date('2026-10-05T08:00:00Z');
const database = inSqlite();
let register: Register;
let written: number;

beforeEach(async () => {
	register = await Register.open(await database.fresh(), now);
	written = 0;
});
afterEach(() => register.close());

const register60 = async (textOf: (number: number) => Partial<Signal>) => {
	for (let number = 0; number < 60; number++) await write(textOf(number));
};

async function write(changes: Partial<Signal>): Promise<void> {
	const number = written++;
	const signal = signalFor(`<${number}@x>`, {
		classification: classificationFor({ supplier: 'FMH', category: 'klacht' }),
		customer: { name: null, email: `klant${number}@minvenj.example`, organisation: null },
		subject: 'Vraag',
		text: 'Graag een antwoord.',
		...changes,
	});
	const source = { ...signal.source, receivedAt: '2026-10-05T08:00:00.000Z' };
	await register.register({ ...signal, source }, { by: 'test', minutes: 1 });
}

/** The subjects of FMH, and the number of texts in which they were looked for. */
async function subjects() {
	const { texts, top } = (
		await textsReader(register.reports, OCTOBER)('FMH', { signals: 60, compliments: 0 })
	).subjects;
	return { texts, names: top.map(({ name, count }) => `${name} (${count} keer)`) };
}

const FATIMA = { name: 'Fatima Bouzidi', email: 'f.bouzidi@minvenj.example', organisation: null };

it('makes no subject of the name of a customer', async () => {
	const text = 'De zaal was vuil.\n\nMet vriendelijke groet,\nFatima Bouzidi';
	await register60((number) => (number < 10 ? { text, customer: FATIMA } : {}));
	expect((await subjects()).names).toEqual([]);
});

it('looks for no subject below the closing, also where that is all there is', async () => {
	const signed = [
		'De zaal was vuil.\n\nMet vriendelijke groet,\nServicepunt Noord',
		'Mvg,\nServicepunt Noord',
	];
	await register60((number) => ({ text: signed[number % 6] ?? 'Graag een antwoord.' }));
	const { names } = await subjects();
	expect(names).toEqual(['Zaal was vuil (10 keer)']);
});

it('makes no subject of what fewer than five customers write about', async () => {
	const customers = (different: number) => (number: number) => ({
		text: number < 10 ? 'De roldeur klemt.' : 'Graag een antwoord.',
		customer: { ...FATIMA, email: `klant${number % different}@minvenj.example` },
	});
	await register60(customers(4));
	expect((await subjects()).names).toEqual([]);
	await register60(customers(5));
	expect((await subjects()).names).toEqual(['Roldeur klemt (20 keer)']);
});

it('takes all customers of whom nothing is known for one', async () => {
	const nobody = { name: null, email: null, organisation: null };
	await register60((number) => ({
		text: number < 10 ? 'De roldeur klemt.' : 'Graag een antwoord.',
		customer: nobody,
	}));
	expect((await subjects()).names).toEqual([]);
});

it('makes no subject of a customer whom others write about', async () => {
	await register60((number) =>
		number < 10
			? { text: 'Wij hoorden niets van Fatima Bouzidi over de kapotte roldeur.' }
			: {
					customer:
						number === 10 ? FATIMA : { name: null, email: `k${number}@x.example`, organisation: null },
				},
	);
	expect((await subjects()).names).toEqual(['Kapotte roldeur (10 keer)']);
});

it('makes no subject of texts that were erased', async () => {
	await register60((number) => (number < 20 ? { text: 'De roldeur klemt.' } : {}));
	for (let number = 0; number < 22; number++) await write({ text: 'De roldeur klemt.', customer: FATIMA });
	await register.personalData.erase({ email: FATIMA.email, actor: 'test', reason: 'test' }, true);
	expect(await subjects()).toEqual({ texts: 60, names: ['Roldeur klemt (20 keer)'] });
});
