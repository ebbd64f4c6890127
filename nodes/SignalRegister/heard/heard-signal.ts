import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS, type Category } from '../../shared/domain/codebook';
import {
	NO_FLAGS,
	signalSchema,
	type Classification,
	type Signal,
	type Status,
} from '../../shared/domain/signal';
import { signalId } from '../../shared/domain/source-key';
import { sourceWithoutMail } from '../../shared/domain/source-without-mail';
import { dutchDate } from '../../shared/domain/working-time/working-calendar';
import { shorten } from '../../shared/text/shorten';
import { formProblems, MAX_LINE, requiredLine } from '../form-problems';

/** What has to happen with what was heard, and the status that goes with it. */
export const NEXT_STEPS = {
	'Ik pak het zelf op': 'in behandeling',
	'De klachtencoördinator moet ernaar kijken': 'te beoordelen',
	'Niets, het is opgelost': 'opgelost',
} as const satisfies Record<string, Status>;
type NextStep = keyof typeof NEXT_STEPS;

/** In the list of kinds of the form, for who does not know. */
export const UNKNOWN_KIND = 'weet ik niet';

const MAX_TEXT = 5_000;
const optionalLine = z
	.string()
	.trim()
	.max(MAX_LINE, `Schrijf niet meer dan ${MAX_LINE} tekens`)
	.nullish()
	.transform((text) => text || null);
const longText = z.string().trim().max(MAX_TEXT, `Schrijf niet meer dan ${MAX_TEXT} tekens`);

/** The fields of the form for klantmanagers, by the names that they have there. */
export const heardSchema = z.object({
	klantmanager: requiredLine('Vul uw naam in'),
	klant: requiredLine('Vul de naam van de klant in'),
	email: optionalLine
		.transform((address) => address?.toLowerCase() ?? null)
		.pipe(z.email('Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl').nullable()),
	organisatie: optionalLine,
	leverancier: z.enum(SUPPLIERS, 'Kies een leverancier uit de lijst'),
	soort: z.enum([...CATEGORIES, UNKNOWN_KIND], 'Kies een soort uit de lijst'),
	watIsEr: longText.min(1, 'Schrijf op wat er aan de hand is'),
	gedaan: longText.nullish().transform((text) => text || ''),
	vervolg: z.enum(Object.keys(NEXT_STEPS) as [NextStep, ...NextStep[]], 'Kies wat er moet gebeuren'),
});
export type Heard = z.infer<typeof heardSchema>;

/** A signal that somebody heard, with what that person did about it. */
export interface HeardSignal {
	signal: Signal;
	/** For the history of the signal. */
	action: string;
	/** The status it gets when it is registered. */
	status: Status;
	actor: string;
}

const TITLES: Record<keyof Heard, string> = {
	klantmanager: 'Uw naam',
	klant: 'Naam van de klant',
	email: 'E-mailadres van de klant',
	organisatie: 'Organisatie',
	leverancier: 'Leverancier',
	soort: 'Soort',
	watIsEr: 'Wat is er aan de hand?',
	gedaan: 'Wat hebt u gedaan of afgesproken?',
	vervolg: 'Wat moet er nog gebeuren?',
};

/** What is wrong with the form, field by field, and what to do about it. */
export type HeardOutcome = { heard: HeardSignal; problems: [] } | { heard: null; problems: string[] };

/**
 * The signal in what a klantmanager filled in. The same words about the same customer on the same day are one
 * signal, so that sending a form twice registers it once.
 */
export function readHeard(form: unknown, now: Date): HeardOutcome {
	const read = heardSchema.safeParse(form ?? {});
	if (!read.success) {
		return { heard: null, problems: formProblems(read.error, TITLES) };
	}
	const { klantmanager, gedaan, vervolg } = read.data;
	const done = gedaan ? ` Gedaan of afgesproken: ${gedaan}` : '';
	return {
		heard: {
			signal: toSignal(read.data, now),
			action: `Gehoord en ingevuld door ${klantmanager}.${done}`,
			status: NEXT_STEPS[vervolg],
			actor: klantmanager,
		},
		problems: [],
	};
}

function toSignal(heard: Heard, now: Date): Signal {
	const { klant, email, organisatie, watIsEr } = heard;
	const day = dutchDate(now);
	const said = JSON.stringify([day, klant, email, heard.leverancier, heard.soort, watIsEr]);
	const key = `formulier:${createHash('sha256').update(said).digest('hex')}`;
	return signalSchema.parse({
		id: signalId(key),
		reference: null,
		source: sourceWithoutMail('form', key, now.toISOString()),
		customer: { name: klant, email, organisation: organisatie },
		subject: firstLine(watIsEr),
		text: watIsEr,
		quotedText: '',
		language: 'nl',
		attachments: [],
		flags: NO_FLAGS,
		classification: classificationOf(heard),
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
	} satisfies z.input<typeof signalSchema>);
}

/** What the klantmanager chose is sure; what he does not know is for a person to judge. */
function classificationOf({ soort, leverancier, klantmanager, vervolg }: Heard): Classification {
	const known = soort !== UNKNOWN_KIND;
	const category: Category = known ? soort : 'overig';
	const review = !known || NEXT_STEPS[vervolg] === 'te beoordelen';
	return {
		category,
		also: [],
		supplier: leverancier,
		urgency: 'normaal',
		sentiment: 'neutraal',
		confidence: { category: known ? 1 : 0, supplier: 1, urgency: 0, sentiment: 0 },
		review,
		reviewReasons: review
			? [known ? 'de klantmanager vraagt om ernaar te kijken' : 'de klantmanager weet de soort niet']
			: [],
		decidedBy: `person:${klantmanager}`,
		evidence: [],
		modelVersion: 'formulier',
	};
}

const MAX_SUBJECT = 80;

const firstLine = (text: string): string => shorten(text.split('\n', 1)[0]!.trim(), MAX_SUBJECT);
