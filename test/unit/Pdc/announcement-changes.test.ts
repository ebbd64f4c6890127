import { join } from 'node:path';
import fc from 'fast-check';
import { fromMajorIncident } from '../../../nodes/Pdc/announcements/from-topdesk';
import { getDue } from '../../../nodes/Pdc/announcements/get-due';
import { takeIn } from '../../../nodes/Pdc/announcements/take-in';
import { Register } from '../../../nodes/shared/storage/register';
import { temporaryFolder } from '../../support/temp-folder';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-24T09:00:00Z');
const SETTINGS = { policy: 'none', settings: { dailyFrom: '08:00', atOnceWithinHours: 24 } } as const;
const GROUPS = [{ email: 'een@dc.example' }, { email: 'twee@dc.example' }];
const ICT = { supplier: 'SSC-ICT', place: '' } as const;

/** What a customer reads of it, apart from how the code writes it. */
const viewOf = ({ title, place, end, state }: Fields): string =>
	state === 'bezig' ? [title.trim(), place, end.slice(0, 16)].join('|') : state;

interface Fields {
	title: string;
	place: string;
	end: string;
	state: 'bezig' | 'opgelost' | 'ingetrokken';
	/** What no customer notices. */
	noise: string;
}
const FIELDS = fc.record<Fields>({
	title: fc.constantFrom('Geen wifi', ' Geen wifi ', 'Geen  telefonie'.replace('  ', ' ')),
	place: fc.constantFrom('Turfmarkt', 'Koningskade'),
	end: fc.constantFrom('2026-11-24T11:00:00Z', '2026-11-24T11:00:30Z', '2026-11-24T14:00:00Z'),
	state: fc.constantFrom('bezig', 'bezig', 'opgelost', 'ingetrokken'),
	noise: fc.constantFrom('a', 'b', 'c'),
});
/** A few disturbances, and each time what the supplier's system says of one of them. */
const STEPS = fc.array(fc.tuple(fc.constantFrom('i1', 'i2'), FIELDS), { minLength: 1, maxLength: 8 });

const recordOf = (id: string, { title, place, end, state, noise }: Fields) => ({
	id,
	number: noise,
	status: 'firstLine',
	briefDescription: title,
	majorCall: state !== 'ingetrokken',
	completed: state === 'opgelost',
	branch: { name: place },
	callDate: '2026-11-24T08:00:00Z',
	targetDate: end,
	operator: { name: noise },
});

const folder = temporaryFolder();
let files = 0;

it('tells each group every change that a customer notices once, and nothing else, however often it runs', async () => {
	await fc.assert(
		fc.asyncProperty(STEPS, fc.integer({ min: 1, max: 3 }), async (steps, runs) => {
			const databaseFile = join(folder, `register-${++files}.sqlite`);
			const register = await Register.open({ databaseFile }, () => NOW);
			try {
				const known = new Map<string, string>();
				for (const [id, fields] of steps) {
					const mails: string[] = [];
					for (let run = 0; run < runs; run++) {
						await register.together(async ({ pdc }) => {
							await takeIn(pdc, fromMajorIncident(recordOf(id, fields), ICT), 'test');
							for (const mail of await getDue(pdc, GROUPS, SETTINGS)) {
								mails.push(mail.to);
								await pdc.announcements.recordOutcome(mail.key, 'sent');
							}
						});
					}
					const isNews = known.has(id) ? known.get(id) !== viewOf(fields) : fields.state === 'bezig';
					if (isNews) known.set(id, viewOf(fields));
					expect(mails).toEqual(isNews ? GROUPS.map(({ email }) => email) : []);
				}
			} finally {
				await register.close();
			}
		}),
		{ numRuns: 40 },
	);
});
