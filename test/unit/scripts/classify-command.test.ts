import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temp-folder';

const ROOT = join(__dirname, '..', '..', '..');
const folder = temporaryFolder();

function regie(args: string[], input = '') {
	const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'regie.mjs'), ...args], {
		encoding: 'utf8',
		input,
	});
	const lines = run.stdout.split('\n').filter(Boolean);
	return {
		code: run.status,
		complaints: run.stderr,
		lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
	};
}

describe('npm run regie -- classify', () => {
	it('judges every line, in order, and names what is no mail', () => {
		const laptop = { id: 7, subject: 'Laptop stuk', body: 'Mijn laptop start niet meer op.' };
		const sent = { id: 'b', subject: null, body: 'Dank!', from: { name: 'Jan', address: 'jan@x.example' } };
		const nameless = { subject: 'Lamp', body: 'De lamp is stuk.' };
		const given = [
			`\uFEFF${JSON.stringify(laptop)}`,
			'',
			'geen json',
			JSON.stringify(sent),
			JSON.stringify(nameless),
		];
		const input = given.join('\r\n');
		const { code, lines, complaints } = regie(['classify'], input);
		expect(lines).toEqual([
			expect.objectContaining({
				id: 7,
				category: 'storing',
				supplier: 'SSC-ICT',
				review: expect.any(Boolean) as boolean,
			}),
			{ line: 3, error: expect.stringContaining('JSON') as string },
			expect.objectContaining({ id: 'b' }),
			{ line: 5, error: 'id: give every mail an id, as text or a number' },
		]);
		expect(Object.keys(lines[0]!)).toEqual([
			'id',
			'category',
			'also',
			'supplier',
			'urgency',
			'sentiment',
			'confidence',
			'review',
			'evidence',
		]);
		expect([code, complaints]).toEqual([1, expect.stringContaining('Line 3')]);
	});
});

describe('npm run regie -- evaluate', () => {
	const labels = { also: [], supplier: 'SSC-ICT', urgency: 'normaal', sentiment: 'neutraal' };
	const laptop = {
		id: '1',
		subject: 'Laptop stuk',
		body: 'Mijn laptop start niet meer op.',
		category: 'storing',
		...labels,
	};

	it('says how good the judgement is, and draws how honest the confidences are', () => {
		const file = join(folder, 'labelled.jsonl');
		writeFileSync(
			file,
			[laptop, { ...laptop, id: '2', category: 'wens' }].map((one) => JSON.stringify(one)).join('\n'),
		);
		const { code, lines } = regie(['evaluate', file]);
		expect([code, lines]).toEqual([
			0,
			[
				expect.objectContaining({
					mails: 2,
					fields: expect.objectContaining({
						category: expect.objectContaining({
							accuracy: 0.5,
							confusion: { storing: { storing: 1 }, wens: { storing: 1 } },
						}) as object,
						supplier: expect.objectContaining({ accuracy: 1, macroF1: 1 }) as object,
					}) as object,
				}),
			],
		]);
		const plot = join(folder, 'labelled.reliability.svg');
		expect(existsSync(plot) && readFileSync(plot, 'utf8')).toContain('50% right');
	});

	it('reads a file of Windows, and takes a missing subject for an empty one', () => {
		const file = join(folder, 'windows.jsonl');
		writeFileSync(file, `\uFEFF${JSON.stringify({ ...laptop, subject: undefined })}\r\n\r\n`);
		expect(regie(['evaluate', file])).toMatchObject({ code: 0, lines: [{ mails: 1 }] });
	});

	it.each([
		['a wrong label', JSON.stringify({ ...laptop, category: 'klagt' }), 'line 1: category'],
		['no mail at all', '', 'There is no mail in'],
	])('says what is wrong with %s', (_, content, message) => {
		const file = join(folder, 'wrong.jsonl');
		writeFileSync(file, content);
		expect(regie(['evaluate', file])).toMatchObject({
			code: 2,
			lines: [],
			complaints: expect.stringContaining(message) as string,
		});
	});
});
