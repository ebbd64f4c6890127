import type { Report } from '../../nodes/SupplierReport/contents/report';
import { partOf } from '../../nodes/SupplierReport/contents/lead-times';
import type { HouseStyle } from '../../nodes/shared/style/house-style';

export const STYLE: HouseStyle = {
	organisation: 'Dienstencentrum',
	department: 'Klachtencoördinatie',
	signature: 'Telefoon 070 000 00 00',
	colour: '#154273',
};

const LEAD_TIMES = { measured: 40, median: 3, p90: 9, inTime: partOf(35, 40) };

/** A report with something in every part, to vary on. */
export function reportFor(changes: Partial<Report> = {}): Report {
	return {
		supplier: 'FMH',
		period: { from: '2026-09-01', until: '2026-11-01', label: 'september en oktober 2026' },
		madeOn: '2026-11-24',
		headline: ['In september en oktober 2026 kwamen 42 signalen over FMH binnen.'],
		explanation: 'De verbouwing is klaar.',
		total: { now: 42, previous: 30, lastYear: null },
		categories: [
			{ category: 'klacht', now: 30, previous: 20, lastYear: null },
			{ category: 'compliment', now: 12, previous: 10, lastYear: null },
		],
		months: [
			{ month: '2026-09', count: 20 },
			{ month: '2026-10', count: 22 },
		],
		trends: [],
		trendTexts: ['Er kwamen 30 klachten binnen.'],
		subjects: {
			texts: 42,
			sampled: false,
			top: [{ name: 'Vuile zaal', count: 9, quotes: ['De zaal was vuil en niet opgeruimd.'] }],
		},
		leadTimes: { ...LEAD_TIMES, perCategory: [{ category: 'klacht', ...LEAD_TIMES }] },
		open: { count: 2, overdue: 1, oldest: 14, reopened: 1 },
		reopened: partOf(1, 40),
		dissatisfaction: { count: 3, closed: 2, reopened: 1, withTicket: 3, withAction: 1 },
		compliments: { count: 12, quotes: ['Wat een snelle hulp was dit.'] },
		satisfaction: {
			asked: 40,
			answered: partOf(20, 40),
			satisfied: partOf(15, 20),
			interval: { from: 0.53, to: 0.89 },
		},
		groups: {
			shown: [{ organisation: 'Directie A', count: 30, complaints: 20 }],
			together: { groups: 3, count: 8 },
			unknown: 4,
		},
		agreements: [
			{
				id: '1',
				supplier: 'FMH',
				madeOn: '2026-09-01',
				text: 'Controle van de zalen',
				dueOn: null,
				outcome: 'kept',
				outcomeText: 'sinds oktober',
				decidedOn: '2026-10-01',
			},
		],
		previous: { label: 'juli en augustus 2026', headline: ['Er kwamen 30 signalen binnen.'] },
		quality: {
			model: partOf(38, 42),
			person: partOf(4, 42),
			rule: partOf(0, 42),
			nobody: partOf(0, 42),
			unsure: partOf(5, 42),
		},
		suppliers: [],
		other: { system: 'Planon', supplier: 'FMH', categories: ['klacht'], count: 50, open: 3, median: 4 },
		...changes,
	};
}
