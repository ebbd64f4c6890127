import { colleagueList } from '../../../nodes/SignalMailbox/parse/colleague-list';
import { mail, text } from '../../../scripts/mail-corpus/compose';
import { signalOfMail } from '../../support/read-mail';

/** An organisation whose customers have the same domain as the mailbox. */
const forward = (from: string) =>
	mail(
		{ from, subject: 'FW: Uw bestelling' },
		text(
			'Graag oppakken.\n\nVan: Hakan Demir <hakan.demir@ministerie.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: balie\nOnderwerp: Uw bestelling\n\nDe bestelling kwam niet.',
		),
	);

describe('who is a colleague', () => {
	const ownAddresses = ['dienstencentrum@ministerie.example'];

	it.each([
		[
			'by address',
			['balie@ministerie.example'],
			'balie@ministerie.example',
			'hakan.demir@ministerie.example',
		],
		['not by address', ['balie@ministerie.example'], 'sanne@ministerie.example', 'sanne@ministerie.example'],
		['by domain', ['balie.example'], 'iemand@balie.example', 'hakan.demir@ministerie.example'],
		['nobody', [], 'balie@ministerie.example', 'balie@ministerie.example'],
		['by the domain of the mailbox', undefined, 'sanne@ministerie.example', 'hakan.demir@ministerie.example'],
	])('is told %s', async (_how, colleagues, from, customer) => {
		const { signal } = await signalOfMail(forward(from), { ownAddresses, colleagues });
		expect(signal.customer.email).toBe(customer);
		expect(signal.source.forwardedBy?.email ?? customer).toBe(from);
		expect(`${signal.text}\n${signal.quotedText}`).toContain('Graag oppakken.');
		expect(`${signal.text}\n${signal.quotedText}`).toContain('De bestelling kwam niet.');
	});
});

describe('the list of colleagues', () => {
	it.each([
		['', undefined],
		[' , ', undefined],
		[null, undefined],
		['Balie@Ministerie.example', ['balie@ministerie.example']],
		[
			'balie@ministerie.example, servicepunt.example;@Loket.example',
			['balie@ministerie.example', 'servicepunt.example', 'loket.example'],
		],
		['bücher.example, jan@bücher.example', ['xn--bcher-kva.example', 'jan@xn--bcher-kva.example']],
	])('reads %p', (list, colleagues) => {
		expect(colleagueList.parse(list)).toEqual(colleagues);
	});

	it.each(['balie', 'balie@', 'ministerie.example, een twee', 'https://x.example'])(
		'says that %p is wrong',
		(list) => {
			expect(() => colleagueList.parse(list)).toThrow('is no e-mail address and no domain');
		},
	);
});
