import { headlineOf, trendInWords } from '../../../nodes/SupplierReport/contents/words';
import { satisfactionSection } from '../../../nodes/SupplierReport/document/handling-sections';
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
