import { clean } from './clean';
import { allParts, isCalendar, textOf } from './mime/parts';
import type { Part } from './mime/read-mime';

export interface CalendarPart {
	/** REQUEST, REPLY, COUNTER, CANCEL or PUBLISH (RFC 5546); empty when it does not say. */
	method: string;
	/** What it is about, as lines of text. */
	text: string;
}

/** Fields of an event that a person reads, with how they are named in Dutch. */
const FIELDS: Record<string, string> = {
	SUMMARY: 'Afspraak',
	LOCATION: 'Waar',
	DESCRIPTION: '',
	COMMENT: '',
};

/** The first calendar part of a mail, or null (RFC 5545). */
export async function readCalendar(root: Part): Promise<CalendarPart | null> {
	const part = [...allParts(root)].find((candidate) => isCalendar(candidate) && candidate.content);
	if (!part) return null;
	const lines = clean(await textOf(part))
		.replace(/\n[ \t]/g, '')
		.split('\n');
	const event = lines.slice(Math.max(0, lines.indexOf('BEGIN:VEVENT')));
	const method = /\bmethod="?(\w+)/i.exec(part.headers.get('content-type'))?.[1];
	return {
		method: (method ?? lines.find((line) => line.startsWith('METHOD:'))?.slice(7) ?? '').trim().toUpperCase(),
		text: Object.entries(FIELDS)
			.flatMap(([name, label]) => {
				const value = valueOf(event, name);
				return value === '' ? [] : [label === '' ? value : `${label}: ${value}`];
			})
			.join('\n'),
	};
}

function valueOf(lines: readonly string[], name: string): string {
	const line = lines.find(
		(candidate) => candidate.startsWith(`${name}:`) || candidate.startsWith(`${name};`),
	);
	if (!line) return '';
	const value = line.slice(line.indexOf(':') + 1);
	return value
		.replace(/\\n/gi, '\n')
		.replace(/\\([,;\\])/g, '$1')
		.trim();
}
