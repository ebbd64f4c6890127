import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../shared/domain/codebook';
import { referenceSchema, STATUSES } from '../../shared/domain/signal';
import { dutchDate } from '../../shared/domain/working-time/working-calendar';
import { readMoment } from '../../shared/tables/read-moment';
import { foldText } from '../../shared/text/tokens';
import type { ImportField } from './columns';

/** Words of old lists for what the register knows by another name. */
const SYNONYMS = new Map(
	Object.entries({
		// status
		nieuw: 'ontvangen',
		open: 'in behandeling',
		lopend: 'in behandeling',
		bezig: 'in behandeling',
		behandeling: 'in behandeling',
		uitgezet: 'doorgezet',
		gereed: 'afgesloten',
		klaar: 'afgesloten',
		afgehandeld: 'afgesloten',
		gesloten: 'afgesloten',
		afgerond: 'afgesloten',
		ja: 'afgesloten',
		nee: 'in behandeling',
		// category
		vraag: 'informatieverzoek',
		informatie: 'informatieverzoek',
		informatievraag: 'informatieverzoek',
		klachten: 'klacht',
		melding: 'storing',
		verzoek: 'wens',
		suggestie: 'wens',
		maatwerk: 'maatwerkvraag',
		ontevreden: 'onvrede',
		ontevredenheid: 'onvrede',
		overige: 'overig',
		// supplier
		'fm haaglanden': 'FMH',
		fmhaaglanden: 'FMH',
		'ssc ict': 'SSC-ICT',
		sscict: 'SSC-ICT',
		rijksgebouwendienst: 'RGD',
		dienstencentrum: 'DC',
		// urgency and tone
		spoed: 'hoog',
		urgent: 'hoog',
		'niet urgent': 'laag',
		middel: 'normaal',
		gemiddeld: 'normaal',
		boos: 'negatief',
		blij: 'positief',
	}),
);

const bare = (words: string): string => foldText(words).trim();

/** One of a closed list, however it is written; null when the cell is empty. */
const choice = <T extends string>(values: readonly T[]) =>
	z.string().transform((written, context): T | null => {
		if (written === '') return null;
		const word = SYNONYMS.get(bare(written)) ?? written;
		const found = values.find((value) => bare(value) === bare(word));
		if (found) return found;
		context.addIssue({ code: 'custom', message: `"${written.slice(0, 60)}" is hier niet bekend` });
		return z.NEVER;
	});

const choices = <T extends string>(values: readonly T[]) =>
	z.string().transform((written, context): T[] => {
		const parts = written.split(/[,;/\n]/).map((part) => part.trim());
		const read = parts.filter((part) => part !== '').map((part) => choice(values).safeParse(part));
		const wrong = read.find(({ success }) => !success);
		if (wrong) {
			context.addIssue({ code: 'custom', message: wrong.error!.issues[0]!.message });
			return z.NEVER;
		}
		return read.map(({ data }) => data!);
	});

const moment = z.string().transform((written, context): string | null => {
	if (written === '') return null;
	const read = readMoment(written);
	if (read) return read;
	context.addIssue({ code: 'custom', message: `"${written.slice(0, 60)}" is geen datum` });
	return z.NEVER;
});

const dutchDay = (read: string): string => dutchDate(new Date(read));

const words = z.string().transform((written) => written || null);

/** A line of an old list, as the cells of the columns that are known; what is not there is empty. */
export const lineSchema = z
	.object({
		reference: z.string(),
		receivedAt: moment,
		customer: words,
		email: z
			.string()
			.transform((written) => written.toLowerCase() || null)
			.pipe(z.email('Dit is geen e-mailadres').nullable()),
		organisation: words,
		subject: z.string(),
		text: z.string(),
		category: choice(CATEGORIES),
		also: choices(CATEGORIES),
		supplier: choice(SUPPLIERS),
		urgency: choice(URGENCIES),
		sentiment: choice(SENTIMENTS),
		status: choice(STATUSES),
		closedAt: moment,
		handler: words,
		tickets: z.string(),
		actions: z.string(),
	} satisfies Record<ImportField, z.ZodType>)
	.superRefine(({ receivedAt, closedAt, subject, text }, context) => {
		const wrong = (path: ImportField, message: string) =>
			context.addIssue({ code: 'custom', path: [path], message });
		if (receivedAt === null) wrong('receivedAt', 'De datum ontbreekt');
		// A list often says of closing only the day, which reads as its first moment.
		if (receivedAt && closedAt && dutchDay(closedAt) < dutchDay(receivedAt)) {
			wrong('closedAt', 'Het is eerder afgesloten dan ontvangen');
		}
		if (!subject && !text) wrong('text', 'Er staat niet wat er is gemeld');
	});
export type ImportLine = z.output<typeof lineSchema>;

/** What to do when a field is not understood. */
const oneOf = (values: readonly string[]) =>
	`Kies uit: ${values.join(', ')}. Of zeg in de stap bij Value Mapping wat het woord betekent.`;
const DATE = 'Schrijf een datum als 24-11-2026, of maak er in Excel een datum van.';
export const ADVICE: Record<ImportField, string> = {
	reference: 'Maak de cel leeg.',
	receivedAt: DATE,
	customer: 'Schrijf één naam.',
	email: 'Schrijf één adres, zoals naam@organisatie.nl, of maak de cel leeg.',
	organisation: 'Schrijf één organisatie.',
	subject: 'Schrijf in een paar woorden waar het over gaat.',
	text: 'Vul het onderwerp of de omschrijving in.',
	category: oneOf(CATEGORIES),
	also: oneOf(CATEGORIES),
	supplier: oneOf(SUPPLIERS),
	urgency: oneOf(URGENCIES),
	sentiment: oneOf(SENTIMENTS),
	status: oneOf(STATUSES),
	closedAt: `${DATE} Of maak de cel leeg.`,
	handler: 'Schrijf één naam.',
	tickets: 'Schrijf de leverancier en het nummer, zoals SSC-ICT I 2611 001.',
	actions: 'Schrijf wat er is gedaan.',
};

/** The reference of a register like this one; null for a number of another list. */
export const ownReference = (written: string): string | null =>
	referenceSchema.safeParse(written).data ?? null;
