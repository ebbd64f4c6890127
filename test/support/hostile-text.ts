import { RegExpParser, type AST } from '@eslint-community/regexpp';

const parser = new RegExpParser();
/** Whatever a pattern asks for, one of these is mostly it. */
const SIGNS = ['a', '0', ' ', '@', '.', ':', '<', '-', '\n', 'é', '\u0000', '1', 'Z', ','];

/** A short text that a part of a pattern matches, as far as that is easily said. */
function example(part: AST.Node, flags: string): string {
	switch (part.type) {
		case 'Pattern':
		case 'Group':
		case 'CapturingGroup':
			return part.alternatives.map((one) => example(one, flags)).find((one) => one !== '') ?? '';
		case 'Alternative':
			return part.elements.map((one) => example(one, flags)).join('');
		case 'Quantifier':
			return example(part.element, flags).repeat(Math.max(1, part.min));
		case 'Character':
			return String.fromCodePoint(part.value);
		case 'CharacterSet':
		case 'CharacterClass':
			return signIn(part, flags);
		default:
			return '';
	}
}

function signIn(part: AST.CharacterSet | AST.CharacterClass, flags: string): string {
	const one = new RegExp(`^${part.raw}$`, flags.replace(/[gy]/g, ''));
	const named = part.type === 'CharacterClass' ? part.elements.map(({ raw }) => raw.slice(0, 1)) : [];
	return [...SIGNS, ...named].find((sign) => one.test(sign)) ?? '';
}

function* quantifiersIn(part: AST.Node): Generator<AST.Quantifier> {
	if (part.type === 'Quantifier') {
		yield part;
		yield* quantifiersIn(part.element);
	}
	if ('alternatives' in part) for (const one of part.alternatives) yield* quantifiersIn(one);
	if (part.type === 'Alternative') for (const one of part.elements) yield* quantifiersIn(one);
}

/** What stands before a part, up to the start of the pattern. */
function before(part: AST.Node, flags: string): string {
	const { parent } = part;
	if (!parent) return '';
	const here =
		parent.type === 'Alternative'
			? parent.elements
					.slice(0, parent.elements.indexOf(part as AST.Element))
					.map((one) => example(one, flags))
					.join('')
			: '';
	return before(parent, flags) + here;
}

/**
 * Texts of so many characters that make a backtracking matcher work: what may be repeated is repeated, alone and with what
 * comes before it, so that it begins to match everywhere; and the end fits nothing.
 */
export function* hostileTexts({ source, flags }: RegExp, characters: number): Generator<string> {
	const parsed = parser.parsePattern(source, 0, source.length, {
		unicode: flags.includes('u'),
		unicodeSets: flags.includes('v'),
	});
	const pumps = new Set([example(parsed, flags)]);
	for (const quantifier of quantifiersIn(parsed)) {
		const repeated = example(quantifier, flags);
		const start = before(quantifier, flags);
		pumps
			.add(repeated)
			.add(start)
			.add(start + repeated);
	}
	for (const pump of pumps) {
		if (pump === '') continue;
		yield `${pump.repeat(Math.ceil(characters / pump.length)).slice(0, characters)}\u0000\n`;
	}
}
