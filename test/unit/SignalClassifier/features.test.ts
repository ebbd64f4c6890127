import { extractFeatures } from '../../../nodes/SignalClassifier/features/features';
import { isPlainWord } from '../../../nodes/SignalClassifier/features/feature';

const namesOf = (subject: string, text: string): Set<string> =>
	new Set(extractFeatures({ subject, text }).map(({ name }) => name));

const letter = (greeting: string, closing: string): string =>
	`${greeting}\n\nDe bundels zijn nog niet klaar. Kunt u zeggen wanneer wel?\n\nMet vriendelijke groet,\n${closing}`;

describe('what the model looks at in a mail', () => {
	it('is also for whom it is: the greeting tells the supplier, but not what the signal is', () => {
		const names = namesOf('Bundels', letter('Beste mensen van de repro,', 'Jip Hartog'));
		expect(names).toContain('aanhef:=repro');
		expect(names).toContain('begrip:Xerox: drukwerk');
		expect(names).not.toContain('repro');
		const complaining = namesOf('Bundels', letter('Beste klachtencoördinator,', 'Jip Hartog'));
		expect(complaining).not.toContain('begrip:escalatie');
	});

	it('is also who writes, by function and not by name', () => {
		const names = namesOf('Bundels', letter('Beste collega,', 'Jip Hartog\nafdeling Bezwaar, kamer 3.12'));
		expect(names).toContain('slot:kamer');
		expect([...names].filter((name) => /hartog|jip/.test(name))).toEqual([]);
	});

	it('is how the mail opens, and where a concept stands', () => {
		const names = namesOf(
			'Klacht over de repro',
			'De bundels zijn kapot. Het is de derde keer. Kan er een monteur komen?',
		);
		expect(names).toContain('begin:bundel');
		expect(names).not.toContain('begin:monteur');
		expect(names).toContain('begrip:klacht genoemd (onderwerp)');
		expect(names).toContain('begrip:defect (eerste zin)');
		expect(names).toContain('begrip:vraag om herstel (laatste zin)');
		expect(names).toContain('begrip:telkens weer');
		expect(names).not.toContain('begrip:telkens weer (eerste zin)');
	});

	it('can be read back in the mail', () => {
		const text = 'Ik heb het op 3 november gemeld,\nen op 10 november nog een keer gemeld.';
		const dates = extractFeatures({ subject: '', text }).find(
			({ name }) => name === 'begrip:met data verteld',
		);
		expect(dates?.term).toBe('op 3 november');
	});

	it('counts only words as they were written as words of the mail', () => {
		const words = extractFeatures({
			subject: 'Lamp',
			text: letter('Beste collega,', 'afdeling Bezwaar'),
		}).filter(isPlainWord);
		expect(words.map(({ name }) => name)).toEqual(expect.arrayContaining(['lamp', 'bundels', 'wanneer']));
		expect(words.some(({ name }) => name === 'collega' || name === 'afdeling')).toBe(false);
	});
});
