import fc from 'fast-check';
import { passesElevenTest } from '../../../../nodes/shared/privacy/detect/bsn';
import { findPersonalData } from '../../../../nodes/shared/privacy/find-personal-data';
import {
	maskPersonalData,
	maskReversibly,
	unmask,
} from '../../../../nodes/shared/privacy/mask-personal-data';

const digits = (length: number) =>
	fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
		.map((list) => list.join(''));

/** Nine digits of which the last follows from the others; where that would be 10 there is no such BSN. */
const bsn = digits(8)
	.map((eight) => ({
		eight,
		rest: [...eight].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11,
	}))
	.filter(({ eight, rest }) => rest < 10 && Number(eight) > 0)
	.map(({ eight, rest }) => `${eight}${rest}`);

/** ISO 13616: the account with the country behind it, letters as 10 to 35, and what is missing to 98 modulo 97. */
const iban = fc.tuple(fc.constantFrom('ABNA', 'INGB', 'RABO', 'TRIO'), digits(10)).map(([bank, account]) => {
	const numbers = `${bank}${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
	return `NL${String(98n - (BigInt(numbers) % 97n)).padStart(2, '0')}${bank}${account}`;
});

const otherDigit = (text: string, at: number): string =>
	text.slice(0, at) + String((Number(text[at]) + 1) % 10) + text.slice(at + 1);

describe('masking', () => {
	it('puts the kind in the place of the value', () => {
		const { text, findings } = maskPersonalData('BSN 111222333, bel Jan op 06-12345678.', { names: ['Jan'] });
		expect(text).toBe('BSN [BSN], bel [NAAM] op [TELEFOONNUMMER].');
		expect(findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([
			['bsn', 4, 13],
			['naam', 19, 22],
			['telefoonnummer', 26, 37],
		]);
	});

	it('gives a value the same number each time, and no number that is there already', () => {
		const { text, originals } = maskReversibly('[IBAN 1] ziek, a@b.nl, c@d.nl, a@b.nl');
		expect(text).toBe('[IBAN 1] [GEZONDHEID 1], [E-MAILADRES 1], [E-MAILADRES 2], [E-MAILADRES 1]');
		expect(originals.get('[E-MAILADRES 2]')).toBe('c@d.nl');
		expect(maskReversibly('a@b.nl [E-MAILADRES 1]').text).toBe('[E-MAILADRES 2] [E-MAILADRES 1]');
		expect(unmask('Schrijf naar [E-MAILADRES 2], niet naar [BSN 9].', originals)).toBe(
			'Schrijf naar c@d.nl, niet naar [BSN 9].',
		);
	});

	it('finds every BSN after its name, and none that fails the 11-proef', () => {
		fc.assert(
			fc.property(
				bsn,
				fc.nat(8),
				fc.constantFrom('BSN ', 'bsn: ', 'burgerservicenummer is '),
				(valid, at, name) => {
					expect(maskPersonalData(`Mijn ${name}${valid}, dank`).text).toBe(`Mijn ${name}[BSN], dank`);
					const wrong = otherDigit(valid, at);
					if (!passesElevenTest(wrong)) expect(maskPersonalData(`${name}${wrong}`).findings).toEqual([]);
				},
			),
		);
	});

	it('finds every IBAN, in blocks too, and none of which a digit was changed', () => {
		fc.assert(
			fc.property(iban, fc.integer({ min: 8, max: 17 }), (valid, at) => {
				const blocks = valid.replace(/(.{4})(?=.)/g, '$1 ');
				expect(maskPersonalData(`Op ${blocks} graag, of op ${valid}.`).text).toBe(
					'Op [IBAN] graag, of op [IBAN].',
				);
				expect(findPersonalData(otherDigit(valid, at)).filter(({ kind }) => kind === 'iban')).toEqual([]);
			}),
		);
	});

	const pieces = fc.oneof(
		bsn,
		iban,
		digits(10).map((rest) => `06${rest}`.slice(0, 10)),
		fc.constantFrom(
			...[
				'BSN',
				'bsn',
				' ',
				'\n',
				'. ',
				'-',
				'+',
				'(070)',
				'/',
				',',
				'@',
				'.',
				'[BSN 1]',
				'[IBAN]',
				'[',
				']',
				'_',
			],
			...[
				'geboren ',
				'geb.',
				'1-2-1980',
				'ziek',
				'a@b.nl',
				'2511 DP',
				' 147 ',
				'+31612345678',
				'Jan',
				'Vries',
				'0',
			],
		),
		fc.string({ maxLength: 6, unit: 'grapheme' }),
	);
	const text = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''));
	const names = ['J. de Vries', 'Jan'];

	it('leaves nothing that is found, however it stands together', () => {
		fc.assert(
			fc.property(text, (original) => {
				expect(findPersonalData(maskPersonalData(original, { names }).text, { names })).toEqual([]);
				expect(findPersonalData(maskReversibly(original, { names }).text, { names })).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
	});

	it('is undone without a trace', () => {
		fc.assert(
			fc.property(text, (original) => {
				const masked = maskReversibly(original, { names });
				expect(unmask(masked.text, masked.originals)).toBe(original);
			}),
			{ numRuns: 2000 },
		);
	});
});
