import type { NoticeKind } from '../../../shared/domain/pdc/notice';
import type { Pdc } from '../../../shared/storage/pdc';
import { readDay } from '../../../shared/tables/read-day';
import { bareWords } from '../../../shared/text/bare-words';
import type { ReportProblems } from '../report-problems';
import type { Report } from '../submit';
import { findItem } from './find-item';
import { readLabels, readSentence, WANTED_FIELDS, type Label } from './labels';

/** What a mail says about a change. */
export interface MailReport {
	/** As the form would have it; what the mail does not say is empty. */
	report: Report;
	/** What was said but not understood, and so is not in the report. */
	problems: ReportProblems;
	/** How many labels were recognised. */
	labels: number;
}

const KINDS: ReadonlyArray<[NoticeKind, readonly string[]]> = [
	['vervallen', ['vervallen', 'vervalt', 'stopt', 'wordt opgeheven', 'wordt niet meer geleverd']],
	['toegevoegd', ['toegevoegd', 'nieuw', 'nieuwe dienst', 'nieuw product']],
	['gewijzigd', ['gewijzigd', 'wijziging', 'wijzigt', 'verandert']],
];

/** The kind that these words name and nothing else: "het kortingstarief vervalt" withdraws no service. */
const kindOf = (said: string): NoticeKind | undefined => {
	const words = bareWords(said).replace(/^((de|deze) dienst|(het|dit) product) /, '');
	return KINDS.find(([, names]) => names.includes(words))?.[0];
};

/** "Per maandag 4 januari 2027" without what stands before the day itself. */
const day = (said: string): string | null =>
	readDay(
		said
			.toLowerCase()
			.replace(/^(per|vanaf|met ingang van|m\.i\.v\.) /, '')
			.replace(/^(maan|dins|woens|donder|vrij|zater|zon)dag /, '')
			.replace(/\.$/, ''),
	);

/** Reads what a supplier manager mails, by the labels in it. It checks nothing but what it has to know to read it. */
export async function readMail(
	pdc: Pdc,
	{ text, submittedBy }: { text: string; submittedBy: string },
): Promise<MailReport> {
	const said = readLabels(text);
	const of = (label: Label) => said.get(label) ?? '';
	const problems: MailReport['problems'] = {};
	const wanted: Record<string, string> = {};
	for (const field of WANTED_FIELDS) if (of(field)) wanted[field] = of(field);

	const [saidKind, what] = [of('kind'), of('what')];
	const kind = saidKind ? kindOf(saidKind) : (kindOf(what) ?? 'gewijzigd');
	if (!kind) problems.kind = `"${saidKind}" is niet bekend. Kies uit: gewijzigd, toegevoegd, vervallen.`;
	const rest = what.split('\n').filter((line) => {
		const change = readSentence(line.replace(/^[-*•]\s*/, ''));
		if (change) wanted[change.field] ??= change.to;
		return !change && line !== '' && !kindOf(line);
	});

	let code = of('code');
	if (kind === 'toegevoegd') {
		if (of('item')) wanted.name ??= of('item');
	} else {
		// Who writes only "Naam:" says which service it is, and no new name for it.
		const means = code || of('item') || of('name');
		if (!code && !of('item')) delete wanted.name;
		const found = means ? await findItem(pdc, means) : null;
		if (found?.why) problems.code = found.why;
		code = found?.item?.code ?? '';
	}
	const from = of('effectiveFrom');
	if (from && !day(from))
		problems.effectiveFrom = `"${from}" is geen dag. Schrijf het jaar erbij, zoals 24-12-2026.`;
	const why = [of('why'), of('why') && rest.length > 0 ? `Wat verandert: ${rest.join(' ')}` : ''];
	const report: Report = {
		kind: kind ?? 'gewijzigd',
		code,
		wanted,
		audience: of('audience'),
		effectiveFrom: (from && day(from)) || '',
		why: why.filter(Boolean).join('\n\n'),
		notices: of('notices'),
		submittedBy,
	};
	return { report, problems, labels: said.size };
}
