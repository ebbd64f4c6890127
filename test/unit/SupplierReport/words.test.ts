import { partOf } from '../../../nodes/SupplierReport/contents/lead-times';
import { headlineOf, trendInWords } from '../../../nodes/SupplierReport/contents/words';
import { satisfactionSection } from '../../../nodes/SupplierReport/document/handling-sections';
import { qualitySection } from '../../../nodes/SupplierReport/document/follow-up-sections';
import type { Trend } from '../../../nodes/SupplierReport/trends/find-trends';
import { reportFor } from '../../support/report';

const trend = (changes: Partial<Trend>): string =>
	trendInWords({
		kind: 'change',
		name: 'storing',
		direction: 'down',
		p: 0.001,
		now: 1,
		expected: 9,
		since: null,
		lastYearKnown: true,
		...changes,
	});

it('counts one as people do in a trend', () => {
	expect(trend({})).toMatch(
		/^Er kwam 1 storing binnen\. In de maanden ervoor waren ongeveer 9 gewoon voor zo'n periode: het is nu minder\./,
	);
	expect(trend({ kind: 'sinceLastYear', name: 'onvrede' })).toMatch(
		/^Er kwam 1 signaal van onvrede binnen\. Dat is minder dan vorig jaar in dezelfde tijd: toen ongeveer 9\./,
	);
	expect(trend({ kind: 'share', name: 'heropend' })).toMatch(
		/^Er was 1 heropend signaal\. .*, zouden dat er ongeveer 9 zijn\./,
	);
	expect(trend({ kind: 'season', name: 'FMH' })).toMatch(/^Er kwam 1 signaal over FMH binnen, minder dan/);
	expect(trend({ kind: 'leadTime', expected: 1.4 })).toContain('eerder was dat 1 werkdag.');
});

it('counts more as before', () => {
	expect(trend({ now: 12, expected: 1, direction: 'up' })).toMatch(
		/^Er kwamen 12 storingen binnen\. In de maanden ervoor was ongeveer 1 gewoon voor zo'n periode: het zijn er nu meer\./,
	);
	expect(trend({ kind: 'share', name: 'heropend', now: 12, expected: 4 })).toMatch(
		/^Er waren 12 heropende signalen\. .*, zouden dat er ongeveer 4 zijn\./,
	);
});

it('counts one signal and one customer as people do', () => {
	const about = { supplier: null, label: 'oktober 2026', open: 1, overdue: null, dissatisfied: 1 };
	expect(headlineOf(about, { now: 1, previous: null, lastYear: null }, [])).toEqual([
		'In oktober 2026 kwam 1 signaal binnen.',
		'Dat is te weinig om over een stijging of daling te spreken.',
		'1 signaal was onvrede: de klant kwam er met de leverancier niet uit.',
		'Aan het eind stond er nog 1 open.',
	]);
	const report = reportFor();
	const asked = satisfactionSection({ ...report, satisfaction: { ...report.satisfaction!, asked: 1 } });
	expect(JSON.stringify(asked)).toContain('Gevraagd aan 1 klant; antwoord van');
});

const headline = (label: string, now: number, trendTexts: string[] = []) =>
	headlineOf(
		{ supplier: null, label, open: 0, overdue: null, dissatisfied: 0 },
		{ now, previous: null, lastYear: null },
		trendTexts,
	);

it.each([
	['oktober 2026', 'In oktober 2026 kwamen'],
	['september en oktober 2026', 'In september en oktober 2026 kwamen'],
	['september tot en met december 2026', 'Van september tot en met december 2026 kwamen'],
	['25 september tot en met 24 november 2026', 'Van 25 september tot en met 24 november 2026 kwamen'],
	['24 november 2026', 'Op 24 november 2026 kwamen'],
])('tells of %s when it was', (label, begin) => {
	expect(headline(label, 20)[0]).toBe(`${begin} 20 signalen binnen.`);
});

it('does not call few signals too few for the trend that it names', () => {
	expect(headline('oktober 2026', 3, ['Er kwamen 3 storingen binnen.'])).toEqual([
		'In oktober 2026 kwamen 3 signalen binnen.',
		'Er kwamen 3 storingen binnen.',
	]);
});

it('says how satisfied customers are only of answers, and of others only with an if', () => {
	const listed = (changes: Partial<NonNullable<ReturnType<typeof reportFor>['satisfaction']>>) => {
		const report = reportFor();
		const section = satisfactionSection({ ...report, satisfaction: { ...report.satisfaction!, ...changes } });
		return section!.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
	};
	expect(listed({})).toEqual([
		'Gevraagd aan 40 klanten; antwoord van 50% (20 van 40).',
		'Tevreden: 75% (15 van 20).',
		'Als wie niet antwoordde er net zo over denkt, is met 95% zekerheid tussen 53% en 89% van alle klanten tevreden.',
	]);
	expect(listed({ asked: 12, answered: partOf(0, 12), satisfied: partOf(0, 0), interval: null })).toEqual([
		'Gevraagd aan 12 klanten; antwoord van 0% (0 van 12).',
		'Dat zijn te weinig antwoorden om iets over alle klanten te zeggen.',
	]);
});

it('says of what is not judged yet that it waits, not that the model was in doubt', () => {
	const items = qualitySection(reportFor()).blocks.flatMap((block) =>
		block.kind === 'list' ? block.items : [],
	);
	expect(items).toContain('Wacht nog op een beoordelaar: 12% (5 van 42).');
});
