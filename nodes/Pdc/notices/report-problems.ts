import { z } from 'zod/v4';
import { changesTo } from '../../shared/domain/pdc/change';
import {
	FIELD_NAMES,
	isCurrent,
	itemCodeSchema,
	pdcItemSchema,
	type ItemField,
	type PdcItem,
} from '../../shared/domain/pdc/item';
import { NOTICE_KINDS } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';
import { ADVICE } from '../files/read-entries';
import { todayOf } from '../today';
import type { Report } from './submit';

/** What a report says besides the words of the item, by the name that it has for people. */
export const REPORT_NAMES = {
	kind: 'Soort melding',
	code: 'Dienst',
	changes: 'Wat verandert',
	audience: 'Voor wie',
	effectiveFrom: 'Vanaf',
	why: 'Waarom',
	notices: 'Wat merkt de klant',
	submittedBy: 'Uw e-mailadres',
} as const;
type ReportField = keyof typeof REPORT_NAMES;

/** What must be mended in a report, in plain Dutch: one thing for each field. */
export type ReportProblems = Partial<Record<ReportField | ItemField, string>>;

const filled = (message: string) =>
	z.string(message).trim().min(1, message).max(20_000, 'Schrijf niet meer dan 20.000 tekens');

const saidSchema = z.object({
	kind: z.enum(NOTICE_KINDS, `Kies uit: ${NOTICE_KINDS.join(', ')}`),
	audience: filled('Schrijf voor wie het verandert, zoals "alle medewerkers"'),
	effectiveFrom: z.iso.date('Schrijf een dag met het jaar erbij, zoals 24-12-2026'),
	why: filled('Schrijf waarom het verandert'),
	notices: filled('Schrijf in gewone woorden wat de klant ervan merkt; klanten krijgen die tekst te lezen'),
	submittedBy: z.email('Schrijf één e-mailadres, zoals an@dienstencentrum.example'),
});

/** What must be mended before `submit` takes a report in. Nothing when it would. */
export async function problemsOf(pdc: Pdc, report: Report): Promise<ReportProblems> {
	const { error } = saidSchema.safeParse(report);
	const said = (error?.issues ?? []).map(({ path, message }) => [path[0], message] as const);
	return { ...(await itemProblems(pdc, report)), ...(Object.fromEntries(said) as ReportProblems) };
}

async function itemProblems(pdc: Pdc, { kind, code, wanted }: Report): Promise<ReportProblems> {
	const values = Object.entries(wanted).flatMap(([name, value]) =>
		name in FIELD_NAMES
			? [{ field: name as ItemField, read: pdcItemSchema.shape[name as ItemField].safeParse(value) }]
			: [],
	);
	const wrong: ReportProblems = Object.fromEntries(
		values
			.filter(({ read }) => !read.success)
			.map(({ field }) => [field, ADVICE[field] ?? 'Maak de tekst korter.']),
	);
	const unknown = await codeProblem(pdc, kind, code);
	if (unknown) return { code: unknown, ...wrong };
	if (kind === 'toegevoegd') {
		const needed = (['name', 'supplier'] as const).filter(
			(name) => !values.some(({ field }) => field === name),
		);
		return { ...Object.fromEntries(needed.map((field) => [field, ADVICE[field]])), ...wrong };
	}
	if (kind === 'vervallen' || Object.keys(wrong).length > 0) return wrong;
	const asked = Object.fromEntries(values.map(({ field, read }) => [field, read.data])) as Partial<PdcItem>;
	if (changesTo((await pdc.items.get(code)).content, asked).length > 0) return {};
	return {
		changes:
			values.length > 0
				? `De catalogus zegt dit al over ${code}.`
				: 'Schrijf van elk onderdeel dat verandert de nieuwe tekst, zoals Prijs: € 8,75 per persoon.',
	};
}

/** Why it is not known which item it is about, or that it cannot be this one. */
async function codeProblem(pdc: Pdc, kind: Report['kind'], code: string): Promise<string | null> {
	if (!itemCodeSchema.safeParse(code).success) {
		return kind === 'toegevoegd'
			? 'Geef een code die nog niet in de catalogus staat, in een regel zoals Code: FMH-912.'
			: 'Schrijf de code of de naam zoals die in de catalogus staat, zoals FMH-012.';
	}
	const item = await pdc.items.find(code);
	if (kind === 'toegevoegd') {
		return item && `${code} is al van ${item.content.name}. Meld het als gewijzigd, of kies een andere code.`;
	}
	if (!item) return `${code} staat niet in de catalogus. Controleer de code, of meld het als toegevoegd.`;
	const gone = kind === 'vervallen' && !isCurrent(item.content, todayOf(pdc.now()));
	return gone ? `${code} (${item.content.name}) is nu al niet meer te krijgen.` : null;
}

/** The problems as lines for who must mend them. */
export const describeProblems = (problems: ReportProblems): string[] =>
	Object.entries(problems).map(
		([field, message]) =>
			`${{ ...FIELD_NAMES, ...REPORT_NAMES }[field as ReportField | ItemField]}: ${message.replace(/\.?$/, '.')}`,
	);
