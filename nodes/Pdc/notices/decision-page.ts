import { z } from 'zod/v4';
import { DateTime } from 'luxon';
import type { FieldValue } from '../../shared/domain/pdc/change';
import { FIELD_NAMES } from '../../shared/domain/pdc/item';
import type { Notice } from '../../shared/domain/pdc/notice';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { Field, FieldError } from '../../shared/pages/fields';
import { formPage } from '../../shared/pages/form-page';
import { messagePage, refusalPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';
import type { Approval, Role } from './approval-link';
import { describeConcurrent, type Concurrent } from './concurrent';
import { DECISIONS } from './decide';
import { describeNotice } from './describe';

const MOST_CHARACTERS = 4000;

const address: Field = {
	kind: 'line',
	name: 'email',
	label: 'Uw e-mailadres',
	hint: 'Zo weten wij zeker dat de link bij de goede persoon is aangekomen.',
	maxCharacters: 200,
};
const inWords = (label: string, hint?: string): Field => ({
	kind: 'text',
	name: 'toelichting',
	label,
	hint,
	maxCharacters: MOST_CHARACTERS,
});

const OPTION_LABELS = {
	goedkeuren: 'Goedkeuren',
	terugvragen: 'Terugvragen aan de indiener',
	afwijzen: 'Afwijzen',
} as const;
const choice: Field = {
	kind: 'choice',
	name: 'besluit',
	label: 'Wat besluit u?',
	options: DECISIONS.map((value) => ({ value, label: OPTION_LABELS[value] })),
};

const asText = (value: FieldValue): string => (Array.isArray(value) ? value.join('\n') : (value ?? ''));

/** The words of a notice as fields to improve them in. */
const wordingFields = ({ changes }: Notice): Field[] => [
	...changes.map(({ field }): Field => ({
		kind: 'text',
		name: `veld_${field}`,
		label: FIELD_NAMES[field],
		maxCharacters: MOST_CHARACTERS,
	})),
	{ kind: 'text', name: 'merkt', label: 'Wat de klant merkt', maxCharacters: MOST_CHARACTERS },
];

const ASKED: Record<Role, { title: string; submit: string; fields: (notice: Notice) => Field[] }> = {
	leveranciersmanager: {
		title: 'Verschil met de leverancier',
		submit: 'Versturen',
		fields: (notice) => [
			{
				kind: 'choice',
				name: 'besluit',
				label: 'Klopt deze wijziging?',
				options: [
					{ value: 'indienen', label: 'Ja, ik dien hem in' },
					{ value: 'afwijzen', label: 'Nee, de catalogus blijft zoals hij is' },
				],
			},
			{ kind: 'line', name: 'voorwie', label: 'Voor wie verandert het?', maxCharacters: 500 },
			inWords('Waarom?'),
			...wordingFields(notice),
			address,
		],
	},
	portfoliomanager: {
		title: 'Wijziging beoordelen',
		submit: 'Besluit versturen',
		fields: () => [choice, inWords('Toelichting', 'Nodig als u terugvraagt of afwijst.'), address],
	},
	indiener: {
		title: 'Vraag over uw melding',
		submit: 'Antwoord versturen',
		fields: (notice) => [inWords('Uw antwoord'), ...wordingFields(notice), address],
	},
	redactie: {
		title: 'Tekst nakijken',
		submit: 'Tekst akkoord',
		fields: (notice) => [...wordingFields(notice), address],
	},
};

/** The form for who a notice waits for, with what was filled in before and what was wrong with it. */
export function decisionForm(
	{ notice, role }: { notice: Notice; role: Role },
	others: readonly Concurrent[],
	style: HouseStyle,
	filled: { values: Record<string, string>; errors: FieldError[] } | null = null,
): Page {
	const { title, submit, fields } = ASKED[role];
	const question = notice.log.findLast(({ kind }) => kind === 'teruggevraagd');
	const answered = notice.log.findLast(({ kind }) => kind === 'antwoord');
	const collided = notice.log.findLast(({ kind }) => kind === 'opnieuw beoordelen');
	const words = Object.fromEntries(notice.changes.map(({ field, to }) => [`veld_${field}`, asText(to)]));
	return formPage(
		{
			title: `${title}: ${notice.itemName}`,
			paragraphs: [
				...(question ? [`Vraag van ${question.actor}: ${question.text}`] : []),
				...(answered ? [`Antwoord van ${answered.actor}: ${answered.text}`] : []),
				...(collided && role === 'portfoliomanager' ? [collided.text] : []),
				...describeNotice(notice),
				...others.map((other) => `Ook gemeld over dit item: ${describeConcurrent(other)}`),
			],
			fields: fields(notice),
			submit,
			values: filled?.values ?? { ...words, merkt: notice.notices },
			errors: filled?.errors ?? [],
		},
		style,
	);
}

const postedSchema = z
	.object({
		email: z.string().trim().toLowerCase().pipe(z.email('Vul uw e-mailadres in')),
		besluit: z.enum([...DECISIONS, 'indienen'], 'Kies wat u besluit').optional(),
		voorwie: z.string().trim().default(''),
		toelichting: z.string().trim().default(''),
		merkt: z.string().trim().default(''),
	})
	.loose();
export type Posted = z.output<typeof postedSchema>;

/** What may be chosen on the form of each. */
const CHOICES: Record<Role, ReadonlyArray<Posted['besluit']>> = {
	leveranciersmanager: ['indienen', 'afwijzen'],
	portfoliomanager: DECISIONS,
	indiener: [undefined],
	redactie: [undefined],
};

/** What was filled in. @throws ZodError with a message for the person, for each field that is not right */
export function readPosted(role: Role, body: unknown): Posted {
	const needed = postedSchema.superRefine(({ besluit, toelichting, voorwie, merkt }, context) => {
		const say = (field: string, message: string) =>
			context.addIssue({ code: 'custom', path: [field], message });
		if (!CHOICES[role].includes(besluit)) say('besluit', 'Kies wat u besluit');
		if (role === 'leveranciersmanager' && toelichting === '') say('toelichting', 'Schrijf waarom');
		if (role === 'leveranciersmanager' && besluit === 'indienen') {
			if (voorwie === '') say('voorwie', 'Schrijf voor wie het verandert');
			if (merkt === '') say('merkt', 'Schrijf wat de klant ervan merkt');
		}
		if (role === 'portfoliomanager' && besluit && besluit !== 'goedkeuren' && toelichting === '')
			say('toelichting', 'Schrijf in de toelichting waarom, of wat u wilt weten');
		if (role === 'indiener' && toelichting === '') say('toelichting', 'Schrijf uw antwoord');
	});
	return needed.parse(body);
}

/** The page for a link that leads to no form. */
export function closedPage(approval: Exclude<Approval, { state: 'valid' }>, style: HouseStyle): Page {
	if (approval.state === 'decided') {
		const last = approval.notice.log.at(-1)!;
		const at = DateTime.fromISO(last.at, { zone: ZONE }).setLocale('nl').toFormat("d MMMM 'om' H.mm 'uur'");
		return messagePage(
			{
				status: 410,
				title: 'Over deze melding is al besloten',
				paragraphs: [
					`Melding ${approval.notice.number} is nu: ${approval.notice.state}. Dat deed ${last.actor} op ${at}.`,
					'Uw link is niet meer nodig.',
				],
			},
			style,
		);
	}
	return approval.state === 'other-person' ? wrongPersonPage(style) : refusalPage(approval.state, style);
}

/** Somebody opened a link that was sent to somebody else. It stays good for whom it is for. */
export const wrongPersonPage = (style: HouseStyle): Page =>
	messagePage(
		{
			status: 403,
			title: 'Deze link is niet voor u',
			paragraphs: [
				'Deze link hoort bij het e-mailadres waarnaar hij is gestuurd. Alleen die persoon kan hiermee iets doorgeven.',
				'Er is niets veranderd, en de link blijft geldig voor wie hem kreeg. Hebt u het adres verkeerd ingevuld? Ga dan terug en vul het opnieuw in.',
			],
		},
		style,
	);
