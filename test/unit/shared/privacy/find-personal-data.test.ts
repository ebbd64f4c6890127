import { findPersonalData } from '../../../../nodes/shared/privacy/find-personal-data';
import { passesElevenTest } from '../../../../nodes/shared/privacy/detect/bsn';

const found = (text: string, names: string[] = []) =>
	findPersonalData(text, { names }).map(({ kind, text: value }) => [kind, value]);

describe('personal data in a mail', () => {
	it.each([
		['Mijn BSN is 111222333.', 'bsn', '111222333'],
		['burgerservicenummer: 1112.22.333', 'bsn', '1112.22.333'],
		['BSN (9 cijfers): 123-456-782', 'bsn', '123-456-782'],
		['Bsn van mijn collega staat hieronder.\n\n111222333', 'bsn', '111222333'],
		['Stort het op NL91 ABNA 0417 1643 00 graag', 'iban', 'NL91 ABNA 0417 1643 00'],
		['iban nl91abna0417164300.', 'iban', 'nl91abna0417164300'],
		['Zijn rekening is BE68 5390 0754 7034', 'iban', 'BE68 5390 0754 7034'],
		['Bel 06-12345678', 'telefoonnummer', '06-12345678'],
		['06 12 34 56 78 is mijn nummer', 'telefoonnummer', '06 12 34 56 78'],
		['t (070) 370 79 11', 'telefoonnummer', '(070) 370 79 11'],
		['070/3707911', 'telefoonnummer', '070/3707911'],
		['+31 (0)70 370 7911', 'telefoonnummer', '+31 (0)70 370 7911'],
		['+49 30 901820', 'telefoonnummer', '+49 30 901820'],
		['mail naar <j.de-vries@minvenj.example>.', 'e-mailadres', 'j.de-vries@minvenj.example'],
		['geboren op 12 maart 1980', 'geboortedatum', '12 maart 1980'],
		['Geb.datum: 01-02-80', 'geboortedatum', '01-02-80'],
		['geboortedatum\n1980-02-01', 'geboortedatum', '1980-02-01'],
		['Ik woon op 2511 DP 147', 'adres', '2511 DP 147'],
		['Kerkstraat 12a, 1017GC Amsterdam', 'adres', '12a, 1017GC'],
		['Zij is ziekgemeld', 'gezondheid', 'ziekgemeld'],
		['vanwege mijn burn-out', 'gezondheid', 'burn-out'],
	])('%s', (text, kind, value) => {
		expect(found(text)).toEqual([[kind, value]]);
	});

	it.each([
		['a number that passes the 11-proef, without a word of a BSN', 'Pakket 111222333 is er niet.'],
		['a number that fails it', 'BSN 111222334'],
		['a number with another name', 'BSN onbekend, ordernummer 111222333'],
		['an IBAN with a digit changed', 'NL91 ABNA 1417 1643 01'],
		['an IBAN of the wrong length', 'NL91 ABNA 1417 1643 0'],
		['an ordinary date', 'Op 01-02-2026 10:00 uur in zaal 3.14'],
		['the reference of a signal', 'Zie R-2026-000123 en M2411 0123'],
		['a telephone number of an organisation', 'Bel gratis 0800 8051'],
		['a number that no telephone has', '09-99'],
		['the name of somebody at @', 'Bedankt @jan, zie foto@2x'],
		['an amount and a room', '€ 1.250,00 in B3.104'],
		['words that begin alike', 'Mijn e-mailaddress addendum hivernage'],
	])('leaves %s', (_, text) => {
		expect(found(text)).toEqual([]);
	});

	it('says where it is', () => {
		const text = 'Ik ben ziek. Bel 06-12345678.';
		for (const { start, end, text: value } of findPersonalData(text)) {
			expect(text.slice(start, end)).toBe(value);
		}
		expect(findPersonalData(text)).toHaveLength(2);
	});

	it('knows the names it is given, not those it is not', () => {
		expect(found('Groet, Jan de Vries en Els', ['Jan de Vries'])).toEqual([
			['naam', 'Jan'],
			['naam', 'Vries'],
		]);
	});

	it('knows the 11-proef with and without its leading zero', () => {
		expect(['111222333', '123456782', '012345672', '12345672'].map(passesElevenTest)).toEqual([
			true,
			true,
			true,
			true,
		]);
		expect(['000000000', '111222334', '1234', 'abcdefghi'].map(passesElevenTest)).toEqual([
			false,
			false,
			false,
			false,
		]);
	});
});

/** Each is repeated to 300,000 characters; what is not linear in it does not end within the time a test gets. */
const HOSTILE = [
	'a', '1', '0', ' ', '.', '@', '-', 'a@', 'a@a.', '06 ', '0612345678 ', '+3', '(070)', '0031', 'NL91', 'NL91 ABNA ',
	'2511 DP ', '12 ', 'bsn 12345678 ', 'ordernummer ', 'geboren ', 'geb. ', 'ziek', 'ziek ', '[BSN ', '[BSN 1]', 'Jan',
]; // prettier-ignore

describe('a long hostile text', () => {
	it.each(HOSTILE)('is searched all the same: %j', (piece) => {
		const text = piece.repeat(Math.ceil(300_000 / piece.length));
		const spans = findPersonalData(text, { names: ['Jan'] });
		for (const [at, { start, end }] of spans.entries()) {
			if (start >= end || start < (spans[at - 1]?.end ?? 0))
				throw new Error(`Span ${at} is not after the last`);
		}
	});
});
