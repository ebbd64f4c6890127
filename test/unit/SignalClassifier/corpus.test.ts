import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
	CORPUS_FOLDER,
	labelledMailSchema,
	readMails,
} from '../../../nodes/SignalClassifier/training/corpus';
import { characterGrams, jaccard, nearDuplicates } from '../../../scripts/classifier/near-duplicates';

const label = {
	category: 'storing',
	also: [],
	supplier: 'FMH',
	urgency: 'normaal',
	sentiment: 'neutraal',
};

describe('the corpus', () => {
	const files = readdirSync(CORPUS_FOLDER).filter((name) => name.endsWith('.jsonl'));
	const mails = files.flatMap((name) => readMails(join(CORPUS_FOLDER, name)));

	it('keeps to the codebook and gives every mail an id of its own', () => {
		expect(mails.length).toBeGreaterThan(500);
		expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
	});

	it('never names the main category among the others', () => {
		expect(mails.filter(({ category, also }) => also.includes(category))).toEqual([]);
	});

	it('has no near-copies across threads between the training mails', () => {
		const training = mails.filter(({ id }) => id.startsWith('T'));
		expect(nearDuplicates(training).filter(({ sameThread }) => !sameThread)).toEqual([]);
	});
});

describe('a labelled mail', () => {
	it('may be only a subject or only a body, but not nothing', () => {
		expect(labelledMailSchema.safeParse({ id: 'A', subject: 'lamp stuk', body: '', ...label }).success).toBe(
			true,
		);
		expect(labelledMailSchema.safeParse({ id: 'A', subject: '', body: 'lamp stuk', ...label }).success).toBe(
			true,
		);
		expect(labelledMailSchema.safeParse({ id: 'A', subject: ' ', body: '\n', ...label }).success).toBe(false);
	});
});

describe('near-duplicates', () => {
	const mail = (id: string, body: string, thread?: string) => ({ id, subject: '', body, thread });

	it('overlooks capitals, spaces and line ends', () => {
		expect(jaccard(characterGrams('Lamp  KAPOT\nkamer 3'), characterGrams('lamp kapot kamer 3 '))).toBe(1);
	});

	it('finds a mail that was copied with a few other words, and says when both are one thread', () => {
		const first = 'De lamp boven mijn bureau in kamer 14.22 is vanmorgen uitgegaan. Kan er iemand komen?';
		const second = first.replace('14.22', '9.10').replace('vanmorgen', 'gisteren');
		const other = 'Hoe vraag ik een tweede beeldscherm aan en wie moet daarvoor tekenen?';
		expect(nearDuplicates([mail('A', first), mail('B', second), mail('C', other)])).toEqual([
			{ first: 'A', second: 'B', alike: expect.any(Number) as number, sameThread: false },
		]);
		expect(nearDuplicates([mail('A', first, 't'), mail('B', second, 't')])[0]).toMatchObject({
			sameThread: true,
		});
	});

	it('also compares mails that are shorter than one gram', () => {
		expect(nearDuplicates([mail('A', 'stuk'), mail('B', 'stuk'), mail('C', 'nee')])).toHaveLength(1);
	});
});
