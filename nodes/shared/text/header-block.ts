import { bareLine } from './line';

type Field = 'from' | 'sent' | 'date' | 'to' | 'cc' | 'subject' | 'other';

/** The labels that mail programs put above a message they quote: Dutch, English, German and French. */
const LABELS: ReadonlyMap<string, Field> = new Map(
	Object.entries({
		from: ['van', 'from', 'von', 'de', 'afzender'],
		sent: ['verzonden', 'verstuurd', 'verzonden op', 'sent', 'gesendet', 'envoyé'],
		date: ['datum', 'date'],
		to: ['aan', 'to', 'an', 'à'],
		cc: ['cc', 'bcc', 'kopie', 'kopie aan'],
		subject: ['onderwerp', 'subject', 'betreff', 'objet'],
		other: [
			...['urgentie', 'belang', 'prioriteit', 'importance', 'priority', 'gevoeligheid', 'sensitivity'],
			...[
				'bijlagen',
				'bijlage',
				'attachments',
				'beantwoorden aan',
				'antwoord aan',
				'reply-to',
				'wichtigkeit',
			],
		],
	}).flatMap(([field, labels]) => labels.map((label) => [label, field as Field] as const)),
);

/** The block of `Van: / Verzonden: / Aan: / Onderwerp:` above a quoted message. */
export interface HeaderBlock {
	/** Index of the first line below it. */
	end: number;
	/** What stands behind the labels; empty when the field is not there. */
	from: string;
	subject: string;
}

interface Label {
	field: Field;
	value: string;
}

/** The label a line begins with, also when it is bold (`*Van:* Jan`). */
function labelOf(bare: string): Label | undefined {
	const colon = bare.indexOf(':');
	if (colon < 1 || colon > 30) return undefined;
	const field = LABELS.get(bare.slice(0, colon).replace(/[*_]/g, '').trim().toLowerCase());
	return field && { field, value: bare.slice(colon + 1).replace(/^[*_| ]+/, '') };
}

const TIME = /\d{1,2}[:.]\d{2}/;
const DAY = /\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}/;
const hasAddress = (value: string): boolean => /[^\s@]@[^\s@]/.test(value);
const isDated = (value = ''): boolean => TIME.test(value) && DAY.test(value);

/** Nobody is copied to so many people that the list fills more lines. */
const MAX_LINES = 25;

/**
 * The header block that starts at a line, or null. What somebody lists as `Van: … Aan: …` is none: a real
 * one has a subject with a moment or an address, unless the line above announced it.
 *
 * @param announced whether a line like `-----Oorspronkelijk bericht-----` stands right above it
 */
export function headerBlockAt(
	lines: readonly string[],
	start: number,
	announced = false,
): HeaderBlock | null {
	const first = labelOf(bareLine(lines[start]!));
	if (!first || first.field === 'other') return null;
	const block = onOneLine(lines[start]!, start) ?? collect(lines, start);
	const { values } = block;
	// Some web mail begins with the date: then all of it must be there.
	const whole = hasAddress(values.get('from') ?? '') && values.has('subject') && values.has('to');
	if (first.field !== 'from' && !announced && !whole) return null;
	return isBlock(values, announced) ? toBlock(block) : null;
}

interface Collected {
	values: ReadonlyMap<Field, string>;
	end: number;
}

const toBlock = ({ values, end }: Collected): HeaderBlock => ({
	end,
	from: values.get('from') ?? '',
	subject: values.get('subject') ?? '',
});

function collect(lines: readonly string[], start: number): Collected {
	const values = new Map<Field, string>();
	let last: Field = 'other';
	let end = start;
	const limit = Math.min(lines.length, start + MAX_LINES);
	for (let index = start; index < limit; index++) {
		const bare = bareLine(lines[index]!);
		const label = labelOf(bare);
		if (label) {
			if (label.field !== 'other' && values.has(label.field)) break;
			values.set(label.field, label.value);
			last = label.field;
		} else if (bare === '') {
			// HTML paragraphs leave a blank line between the labels.
			if (end > start && !(index + 1 < limit && labelOf(bareLine(lines[index + 1]!)))) break;
			continue;
		} else if (isContinuation(lines[index]!, bare, last, values.get(last) ?? '')) {
			values.set(last, `${values.get(last) ?? ''} ${bare}`.trim());
		} else break;
		end = index + 1;
	}
	return { values, end };
}

/** A long list of receivers goes on, or the value stands below its label. */
function isContinuation(line: string, bare: string, last: Field, value: string): boolean {
	if (last === 'other') return false;
	if (value === '') return last !== 'subject';
	if (last === 'subject') return /^[ \t]/.test(line);
	return /^[ \t]/.test(line) || bare.includes('@') || bare.includes(';') || value.endsWith(';');
}

/** Some converters leave no line ends: `Van: Jan Verzonden: maandag … Aan: … Onderwerp: …`. */
function onOneLine(line: string, start: number): Collected | null {
	const bare = bareLine(line).replace(/\*/g, '');
	const labels = /(^| )(van|from|verzonden|sent|datum|date|aan|to|cc|onderwerp|subject): ?/gi;
	const found = [...bare.matchAll(labels)];
	if (found.length < 4) return null;
	const values = new Map<Field, string>();
	for (const [at, match] of found.entries()) {
		const next = found[at + 1]?.index ?? bare.length;
		const field = LABELS.get(match[2]!.toLowerCase())!;
		if (!values.has(field)) values.set(field, bare.slice(match.index + match[0].length, next).trim());
	}
	return values.has('subject') ? { values, end: start + 1 } : null;
}

function isBlock(values: ReadonlyMap<Field, string>, announced: boolean): boolean {
	const from = values.get('from');
	if (from === undefined) return false;
	const others = [...values.keys()].filter((field) => field !== 'from' && field !== 'other').length;
	if (announced) return others >= 2;
	if (hasAddress(from)) return others >= 2 && (values.has('subject') || values.has('sent'));
	const moment = values.get('sent') ?? values.get('date');
	if (values.has('sent') && values.has('subject')) return DAY.test(moment!) || TIME.test(moment!);
	return others >= 2 && (values.has('subject') || values.has('sent')) && isDated(moment);
}

/** Three lines of `Word: value` below a divider are a header block too, in whatever language. */
export function isForeignBlock(lines: readonly string[], start: number): boolean {
	const block = lines.slice(start, start + 4).map(bareLine);
	return block.filter((line) => /^\*{0,2}\p{L}[\p{L} ]{1,20}\*{0,2} ?:/u.test(line)).length >= 3;
}
