import { createHash } from 'node:crypto';
import { SUPPLIERS, type Supplier } from '../../shared/domain/codebook';
import {
	NO_FLAGS,
	signalSchema,
	type Classification,
	type Signal,
	type Status,
	type Ticket,
} from '../../shared/domain/signal';
import { signalId } from '../../shared/domain/source-key';
import { sourceWithoutMail } from '../../shared/domain/source-without-mail';
import type { ImportedSignal } from '../../shared/storage/imports/imports';
import { readMoment } from '../../shared/tables/read-moment';
import { shorten } from '../../shared/text/shorten';
import { ownReference, type ImportLine } from './read-line';

const MAX_SUBJECT = 80;

/** Whose system a ticket of this supplier is in; the others have none. */
const SYSTEMS: Partial<Record<Supplier, Ticket['system']>> = { 'SSC-ICT': 'topdesk', FMH: 'planon' };

export interface ImportContext {
	/** For a line that does not say it. */
	statusWhenEmpty: Status;
	/** Where the line stands, and what it has in columns that fill nothing; for the history. */
	note: string;
	/** ISO 8601. */
	now: string;
}

/** A line as the register takes it over. The same words of the same customer at the same moment are one signal. */
export function toImported(line: ImportLine, { statusWhenEmpty, note, now }: ImportContext): ImportedSignal {
	const status = line.status ?? (line.closedAt ? 'afgesloten' : statusWhenEmpty);
	const receivedAt = line.receivedAt!;
	const { tickets, left } = readTickets(line);
	const number = line.reference && !ownReference(line.reference) ? `Oud nummer: ${line.reference}.` : '';
	const ticket = left && `Ticket: ${left}.`;
	return {
		signal: toSignal(line, status, receivedAt),
		status,
		closedAt: line.closedAt,
		handler: line.handler,
		tickets,
		actions: [
			...readActions(line.actions, line.closedAt ?? receivedAt),
			{ at: now, text: [note, number, ticket].filter((part) => part !== '').join(' ') },
		],
		reference: ownReference(line.reference),
	};
}

/** Not what changes while a signal is handled: a list that was worked on since says the same signals. */
function sourceKey({ reference, receivedAt, email, customer, subject, text }: ImportLine): string {
	const number = ownReference(reference) ? '' : reference;
	const identity = JSON.stringify([number, receivedAt, email, customer, subject, text]);
	return `import:${createHash('sha256').update(identity).digest('hex')}`;
}

function toSignal(line: ImportLine, status: Status, receivedAt: string): Signal {
	const key = sourceKey(line);
	const { customer: name, email, organisation, subject, text } = line;
	return signalSchema.parse({
		id: signalId(key),
		reference: null,
		source: sourceWithoutMail('import', key, receivedAt),
		customer: { name, email, organisation },
		// A bundle of ours is taken over as it is.
		subject: subject || (ownReference(line.reference) ? '' : shorten(text.split('\n', 1)[0]!, MAX_SUBJECT)),
		text,
		quotedText: '',
		language: 'nl',
		attachments: [],
		flags: NO_FLAGS,
		classification: classificationOf(line, status),
		privacy: [],
		status,
		tickets: [],
		actions: [],
	});
}

/** What the list says is sure; what it does not say of an open signal is for a person to judge. */
function classificationOf(line: ImportLine, status: Status): Classification | null {
	const { category, also, supplier, urgency, sentiment } = line;
	if (!category && !supplier && !urgency && !sentiment && also.length === 0) return null;
	const sure = (value: unknown) => (value === null ? 0 : 1);
	const review = (!category || !supplier) && status !== 'afgesloten' && status !== 'opgelost';
	return {
		category: category ?? 'overig',
		also: also.filter((one) => one !== category),
		supplier: supplier ?? 'onbekend',
		urgency: urgency ?? 'normaal',
		sentiment: sentiment ?? 'neutraal',
		confidence: {
			category: sure(category),
			supplier: sure(supplier),
			urgency: sure(urgency),
			sentiment: sure(sentiment),
		},
		review,
		reviewReasons: review ? ['de oude lijst zegt niet welke soort of welke leverancier'] : [],
		decidedBy: 'rule:import',
		evidence: [],
		modelVersion: 'oude lijst',
	};
}

/** `SSC-ICT I 2611 001, FMH 12`, or one number of the supplier of the line. What is no ticket, is `left`. */
function readTickets({ tickets: written, supplier, receivedAt }: ImportLine): {
	tickets: Ticket[];
	left: string;
} {
	const found: Ticket[] = [];
	const left: string[] = [];
	const add = (whose: Supplier, number: string) =>
		found.push({
			system: SYSTEMS[whose] ?? 'email',
			supplier: whose,
			number,
			id: null,
			createdAt: receivedAt!,
		});
	for (const part of written.split(/[,;\n]/).map((one) => one.trim())) {
		const whose = SUPPLIERS.find((one) => part.toLowerCase().startsWith(`${one.toLowerCase()} `));
		if (part === '') continue;
		else if (whose) add(whose, part.slice(whose.length + 1).trim());
		else if (supplier && supplier !== 'onbekend' && found.length === 0) add(supplier, part);
		else left.push(part);
	}
	return { tickets: found, left: left.join(', ') };
}

/** How our own bundle begins an action. */
const DATED = /^(\d{4}-\d\d-\d\d \d\d:\d\d) /;

/** The actions of our own bundle, each with its moment; all other words are one action. */
function readActions(written: string, otherwise: string): Array<{ at: string; text: string }> {
	if (written === '') return [];
	const actions: Array<{ at: string; text: string }> = [];
	for (const line of written.split('\n')) {
		const [begin, at] = DATED.exec(line) ?? ['', ''];
		const moment = at ? readMoment(at) : null;
		const last = actions.at(-1);
		if (moment) actions.push({ at: moment, text: line.slice(begin.length) });
		else if (last) last.text += `\n${line}`;
		else actions.push({ at: otherwise, text: line });
	}
	return actions;
}
