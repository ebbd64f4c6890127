import { z } from 'zod/v4';
import type { Progress } from '../../shared/domain/suppliers/supplier-change';
import type { Signal } from '../../shared/domain/signal';
import type { FieldError } from '../../shared/pages/fields';
import { filledIn, formErrors, formPage } from '../../shared/pages/form-page';
import type { Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';

const MAX_CHARACTERS = 2_000;

const OPTIONS = [
	{ value: 'bezig', label: 'Wij zijn ermee bezig', progress: 'started' },
	{ value: 'opgelost', label: 'Het is opgelost', progress: 'solved' },
	{ value: 'niet', label: 'Wij kunnen dit niet oplossen', progress: 'canceled' },
] as const satisfies Array<{ value: string; label: string; progress: Progress }>;

const postedSchema = z
	.object({
		stand: z.enum(
			OPTIONS.map(({ value }) => value),
			'Kies hoe het ermee staat',
		),
		toelichting: z
			.string('Schrijf de toelichting opnieuw')
			.trim()
			.max(MAX_CHARACTERS, `Schrijf niet meer dan ${MAX_CHARACTERS} tekens`)
			.default(''),
	})
	.refine(({ stand, toelichting }) => stand === 'bezig' || toelichting !== '', {
		path: ['toelichting'],
		error: 'Schrijf wat u hebt gedaan, of waarom het niet lukt',
	});

/** What a supplier filled in. */
export interface GivenReport {
	progress: Progress;
	/** For the register. */
	text: string;
}

/** What was posted, or what is wrong with it, with what was filled in. */
export function readReport(
	posted: unknown,
): { given: GivenReport } | { errors: FieldError[]; values: Record<string, string> } {
	const read = postedSchema.safeParse(posted ?? {});
	if (read.success) {
		const { stand, toelichting } = read.data;
		const { label, progress } = OPTIONS.find(({ value }) => value === stand)!;
		return { given: { progress, text: toelichting ? `${label}: ${toelichting}` : `${label}.` } };
	}
	return { errors: formErrors(read.error), values: filledIn(posted) };
}

/** The page on which a supplier reports how a signal stands. It shows nothing of the customer. */
export function reportPage(
	{ reference, subject }: Pick<Signal, 'reference' | 'subject'>,
	style: HouseStyle,
	again: { errors?: FieldError[]; values?: Record<string, string> } = {},
): Page {
	return formPage(
		{
			title: 'Hoe staat het ermee?',
			paragraphs: [
				`Het gaat om melding ${reference}: "${subject || 'zonder onderwerp'}".`,
				'U kunt deze pagina vaker gebruiken: geef door dat u ermee bezig bent, en later dat het is opgelost.',
			],
			fields: [
				{
					kind: 'choice',
					name: 'stand',
					label: 'Hoe staat het met deze melding?',
					options: OPTIONS.map(({ value, label }) => ({ value, label })),
				},
				{
					kind: 'text',
					name: 'toelichting',
					label: 'Wat hebt u gedaan, of wat gaat u doen?',
					hint: 'Nodig als het is opgelost, of als u het niet kunt oplossen. Schrijf geen gegevens over personen op.',
					maxCharacters: MAX_CHARACTERS,
				},
			],
			submit: 'Doorgeven',
			...again,
		},
		style,
	);
}
