import { isOver, type Seen } from '../../shared/domain/pdc/announcement';
import { momentForPeople, periodForPeople } from './moment';

/** What a customer is told of one announcement, in plain Dutch (B1). */
export interface Told {
	/** For the subject: "Opgelost: geen wifi". */
	subject: string;
	/** Paragraph of the mail. */
	text: string;
}

/** What to say to who knows `before`; null when he has heard nothing of it. */
export function tell(seen: Seen, before: Seen | null): Told {
	const { words } = seen;
	const lines = isOver(seen) ? [] : [...whenLines(seen, before)];
	const where = words.place !== '' ? [`Waar: ${words.place}`] : [];
	const notices = words.text !== '' && !isOver(seen) ? [`Wat merkt u? ${words.text}`] : [];
	const subject = `${headingOf(seen, before)}: ${words.title}`;
	return { subject, text: [subject, ...where, ...lines, ...notices, ...closing(seen)].join('\n') };
}

function headingOf({ kind, state }: Seen, before: Seen | null): string {
	if (state === 'opgelost') return kind === 'storing' ? 'Opgelost' : 'Klaar';
	if (state === 'vervallen') return kind === 'storing' ? 'Storing ingetrokken' : 'Gaat niet door';
	if (!before) return kind === 'storing' ? 'Storing' : 'Gepland werk';
	if (before.state === state) return kind === 'storing' ? 'Nieuws over de storing' : 'Gepland werk gewijzigd';
	if (state === 'gepland') return 'Opnieuw gepland';
	if (isOver(before)) return kind === 'storing' ? 'Toch nog niet opgelost' : 'Toch nog niet klaar';
	return kind === 'storing' ? 'Storing' : 'Begonnen';
}

function* whenLines({ kind, state, start, end }: Seen, before: Seen | null): Generator<string> {
	if (state === 'gepland') {
		yield `Wanneer: ${periodForPeople(start, end)}`;
		const moved = before?.state === 'gepland' && (before.start !== start || before.end !== end);
		if (moved) yield `Dit was: ${periodForPeople(before.start, before.end)}`;
		return;
	}
	if (start !== null) yield `${kind === 'storing' ? 'Sinds' : 'Begonnen'}: ${momentForPeople(start)}`;
	yield end === null
		? 'Wanneer dit klaar is, weten wij nog niet.'
		: `${kind === 'storing' ? 'Verwacht opgelost' : 'Verwacht klaar'}: ${momentForPeople(end)}`;
	const other = before?.end && before.end !== end && !isOver(before) ? before.end : null;
	if (other) yield `Dit was: ${momentForPeople(other)}`;
}

function closing({ kind, state }: Seen): string[] {
	if (state === 'opgelost') {
		return [
			kind === 'storing'
				? 'Deze storing is opgelost. Hebt u er nog last van? Beantwoord dan deze e-mail.'
				: 'Dit werk is klaar. Merkt u er nog iets van? Beantwoord dan deze e-mail.',
		];
	}
	if (state !== 'vervallen') return [];
	return [
		kind === 'storing'
			? 'Dit blijkt geen grote storing te zijn. Hebt u er last van? Beantwoord dan deze e-mail.'
			: 'Dit werk gaat niet door. U hoeft niets te doen.',
	];
}

/** All of one mail: the subject says it when there is one thing, and how many there are otherwise. */
export function bundle(all: readonly Told[]): Told {
	const text = all.map((one) => one.text).join('\n\n');
	if (all.length === 1) return { subject: all[0]!.subject, text };
	return { subject: `Storingen en gepland werk: ${all.length} berichten`, text };
}
