import { parseDocument } from 'htmlparser2';
import { readHeard } from '../../../nodes/SignalRegister/heard/heard-signal';
import { questionPage, readAnswer } from '../../../nodes/SignalRegister/satisfaction/question';
import { readReport, reportPage } from '../../../nodes/SignalRegister/supplier-report/form';
import { readLinkToken } from '../../../nodes/shared/storage/link-token';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';
import { asForm, promised, type FuzzTarget } from '../fuzz-target';

const KEY = Buffer.alloc(32, 7);
const STYLE = houseStyleSchema.parse({});
const NOW = new Date('2026-03-03T09:13:00Z');

/** Names of the elements in a page, in order. */
const elementsOf = (html: string): string[] => {
	const names: string[] = [];
	const visit = (nodes: ReturnType<typeof parseDocument>['children']): void => {
		for (const node of nodes) {
			if ('name' in node && 'attribs' in node)
				names.push(`${node.name} ${Object.keys(node.attribs).join(' ')}`);
			if ('children' in node) visit(node.children as typeof nodes);
		}
	};
	visit(parseDocument(html).children);
	return names;
};

/** What people, or scripts, post to our pages and forms, shown to them again when it is not right. */
export const formPages: FuzzTarget = {
	seeds: () => [
		Buffer.from('antwoord=tevreden\ntoelichting=Goed geholpen'),
		Buffer.from('stand=opgelost\ntoelichting=De lift doet het weer'),
		Buffer.from('Wie=an@klant.example\nWat is er gehoord?=De lift is stuk\nLeverancier=FMH'),
	],
	tokens: [
		'stand=bezig',
		'antwoord=niet-tevreden',
		'\ntoelichting=',
		'"><script>alert(1)</script>',
		"' onload='",
		'&lt;',
		'</textarea>',
		'\u202e',
		'__proto__=',
		'constructor=',
	],
	run(input) {
		const posted = asForm(input);
		const subject = posted.toelichting ?? '';
		const signal = { reference: 'DC-2026-000001', subject };
		const plain = { reference: 'DC-2026-000001', subject: 'x' };
		for (const [read, show] of [
			[readReport(posted), reportPage],
			[
				readAnswer(posted, 'ask'),
				(...[of, style, again]: Parameters<typeof reportPage>) => questionPage(of, 'ask', style, again),
			],
		] as const) {
			const again = 'errors' in read ? read : {};
			const filledWithX = 'errors' in read ? { ...read, values: { toelichting: 'x' } } : {};
			const shown = elementsOf(show(signal, STYLE, again).html);
			const expected = elementsOf(show(plain, STYLE, filledWithX).html);
			promised(
				shown.filter((one) => !one.startsWith('input')).join() ===
					expected.filter((one) => !one.startsWith('input')).join(),
				'what is filled in never becomes an element or an attribute of the page',
			);
		}
		readHeard(posted, NOW);
		promised(
			readLinkToken(KEY, 'satisfaction', input.toString('latin1')) === null,
			'a token cannot be made up',
		);
	},
};
