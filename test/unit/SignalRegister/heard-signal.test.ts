import fc from 'fast-check';
import { readHeard } from '../../../nodes/SignalRegister/heard/heard-signal';
import { signalSchema } from '../../../nodes/shared/domain/signal';

const NOW = new Date('2026-11-24T09:00:00Z');
const FORM = {
	klantmanager: 'Karin Smit',
	klant: ' Jan de Vries ',
	email: 'J.deVries@Ministerie.example',
	organisatie: '',
	leverancier: 'FMH',
	soort: 'klacht',
	watIsEr: 'De vergaderzaal was niet schoon.\nAl voor de derde keer.',
	gedaan: 'Gebeld met de teamleider.',
	vervolg: 'Ik pak het zelf op',
	submittedAt: '2026-11-24T10:00:00.000+01:00',
	formMode: 'production',
};

const heardIn = (changes: object = {}, now = NOW) => readHeard({ ...FORM, ...changes }, now).heard!;
const problemsIn = (changes: object) => readHeard({ ...FORM, ...changes }, NOW).problems;

it('makes a signal of what a klantmanager heard', () => {
	const { signal, action, status, actor } = heardIn();
	expect(signalSchema.parse(signal)).toMatchObject({
		customer: { name: 'Jan de Vries', email: 'j.devries@ministerie.example', organisation: null },
		subject: 'De vergaderzaal was niet schoon.',
		text: FORM.watIsEr,
		source: { kind: 'form', receivedAt: '2026-11-24T09:00:00.000Z' },
		classification: {
			category: 'klacht',
			supplier: 'FMH',
			review: false,
			decidedBy: 'person:Karin Smit',
		},
	});
	expect({ action, status, actor }).toEqual({
		action: 'Gehoord en ingevuld door Karin Smit. Gedaan of afgesproken: Gebeld met de teamleider.',
		status: 'in behandeling',
		actor: 'Karin Smit',
	});
});

it('leaves to a person what the klantmanager does not know, or asks to look at', () => {
	expect(heardIn({ soort: 'weet ik niet' }).signal.classification).toMatchObject({
		category: 'overig',
		supplier: 'FMH',
		review: true,
	});
	const asked = heardIn({ vervolg: 'De klachtencoördinator moet ernaar kijken' });
	expect([asked.status, asked.signal.classification!.review]).toEqual(['te beoordelen', true]);
	expect(heardIn({ vervolg: 'Niets, het is opgelost' }).status).toBe('opgelost');
});

it('is the same signal when it is sent twice in a day, whoever adds what was done', () => {
	const again = heardIn({ gedaan: 'Nog eens gebeld' }, new Date('2026-11-24T20:00:00Z'));
	expect(again.signal.id).toBe(heardIn().signal.id);
	const others = [
		heardIn({}, new Date('2026-11-24T23:30:00Z')),
		heardIn({ klant: 'Piet' }),
		heardIn({ watIsEr: 'Iets anders' }),
	];
	for (const { signal } of others) expect(signal.id).not.toBe(heardIn().signal.id);
});

it.each([
	[{ klant: ' ' }, 'Naam van de klant: Vul de naam van de klant in.'],
	[
		{ email: 'jan@' },
		'E-mailadres van de klant: Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.',
	],
	[{ leverancier: 'FHM' }, 'Leverancier: Kies een leverancier uit de lijst.'],
	[{ soort: undefined }, 'Soort: Kies een soort uit de lijst.'],
	[{ watIsEr: '' }, 'Wat is er aan de hand?: Schrijf op wat er aan de hand is.'],
	[{ watIsEr: 'x'.repeat(5_001) }, 'Wat is er aan de hand?: Schrijf niet meer dan 5000 tekens.'],
	[{ vervolg: 'Niets' }, 'Wat moet er nog gebeuren?: Kies wat er moet gebeuren.'],
])('says what to do about %j', (changes, problem) => {
	expect(problemsIn(changes)).toEqual([problem]);
});

it('names every field that is wrong, of anything at all', () => {
	expect(readHeard(undefined, NOW).problems).toHaveLength(6);
	fc.assert(
		fc.property(fc.anything(), (form) => {
			const { heard, problems } = readHeard(form, NOW);
			expect(heard === null).toBe(problems.length > 0);
		}),
	);
});

it('keeps the subject short, whatever is written', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1, maxLength: 400, unit: 'binary' }), (watIsEr) => {
			const { heard } = readHeard({ ...FORM, watIsEr }, NOW);
			fc.pre(heard !== null);
			expect(heard!.signal.subject.length).toBeLessThanOrEqual(82);
			expect(heard!.signal.subject.isWellFormed()).toBe(true);
		}),
	);
});
