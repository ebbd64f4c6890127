import { maskPersonalData } from '../../shared/privacy/mask-personal-data';
import { counted } from '../../shared/text/counted';
import type { Registration } from '../../shared/storage/reports';
import { dateInWords, sentence } from '../contents/words';
import { during, type ReportPeriod } from '../period/period';
import type { ReportDocument } from './document';
import { NUMBER, TEXT } from './volume-sections';

/** What one customer group reported in a period, for its klantmanager. Without who wrote them, and with personal data of a known form masked in the subjects. */
export function bundleDocument(
	organisation: string,
	registrations: readonly Registration[],
	period: ReportPeriod,
	closing: string,
): ReportDocument {
	const perCategory = new Map<string, number>();
	for (const { category } of registrations) perCategory.set(category, (perCategory.get(category) ?? 0) + 1);
	const many = counted(registrations.length, 'signaal', 'signalen');
	return {
		title: `Signalen van ${organisation}`,
		subtitle: period.label,
		sections: [
			{
				heading: 'In het kort',
				blocks: [
					{
						kind: 'text',
						text: `${sentence(during(period.label))} zijn ${many} van ${organisation} geregistreerd.`,
					},
					{
						kind: 'table',
						caption: 'Aantal per soort',
						columns: [TEXT('Soort'), NUMBER('Aantal')],
						rows: [...perCategory].sort(([, a], [, b]) => b - a),
					},
				],
			},
			{
				heading: 'Alle registraties',
				blocks: [
					{
						kind: 'table',
						caption: 'Registraties van deze periode',
						columns: ['Nummer', 'Ontvangen', 'Soort', 'Leverancier', 'Status', 'Onderwerp'].map(TEXT),
						rows: registrations.map((one) => [
							one.reference,
							dateInWords(one.receivedOn),
							one.category,
							one.supplier,
							one.status,
							maskPersonalData(one.subject).text,
						]),
					},
				],
			},
		],
		colophon: closing || 'Gemaakt uit het signalenregister.',
	};
}
