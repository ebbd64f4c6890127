import type { Registration } from '../../shared/storage/reports';
import { bundleDocument } from '../document/bundle-document';
import { reportMail } from '../output/mail-html';
import { reportText } from '../output/mail-text';
import { reportSheets, SHEETS_TYPE } from '../output/sheets';
import { reportPeriod } from '../period/period';
import { HOUSE_STYLE, houseStyleOf } from './fields';
import type { Operation, Resource } from './operation';
import { PERIOD_FIELDS, periodOf } from './period-fields';

/** For each customer group with a signal: `bundle` (`organisation`, `count`, `from`, `until`), `mail`, and the binary property `xlsx`. */
const make: Operation = {
	value: 'make',
	name: 'Make',
	action: 'Make a bundle for each customer group',
	description: 'List what each customer group reported in a period, for its account manager',
	fields: [...PERIOD_FIELDS, HOUSE_STYLE],
	async run({ register, read, reader }) {
		const period = reportPeriod(periodOf(read));
		const { style, texts } = houseStyleOf(read);
		const groups = new Map<string, Registration[]>();
		const all = await register.reports.registrations(period);
		await register.personalData.recordReading({
			kind: 'uitvoer',
			actor: reader,
			what: 'Bundel per klantgroep gemaakt',
			references: all.map(({ reference }) => reference),
		});
		for (const registration of all) {
			const group = groups.get(registration.organisation);
			if (group) group.push(registration);
			else groups.set(registration.organisation, [registration]);
		}
		return await Promise.all(
			[...groups].map(async ([organisation, registrations]) => {
				const document = bundleDocument(organisation, registrations, period, texts.closing);
				const fileName = `signalen-${organisation.replace(/[^\w-]+/g, '-')}-${period.from}.xlsx`;
				return {
					json: {
						bundle: { organisation, count: registrations.length, from: period.from, until: period.until },
						mail: {
							subject: `${document.title}: ${period.label}`,
							text: reportText(document),
							html: reportMail(document, style),
						},
					},
					files: [
						{
							property: 'xlsx',
							fileName,
							mimeType: SHEETS_TYPE,
							content: await reportSheets(document),
						},
					],
				};
			}),
		);
	},
};

export const bundle: Resource = { value: 'bundle', name: 'Bundle', operations: [make] };
