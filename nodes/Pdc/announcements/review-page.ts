import { z } from 'zod/v4';
import { REVIEW_OUTCOMES, wordsSchema, type Announcement } from '../../shared/domain/pdc/announcement';
import type { Field, FieldError } from '../../shared/pages/fields';
import { formPage } from '../../shared/pages/form-page';
import { messagePage, refusalPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';
import { periodForPeople } from './moment';
import type { ReviewLook } from './review-link';

const FIELDS: Field[] = [
	{
		kind: 'line',
		name: 'titel',
		label: 'Wat is er?',
		hint: 'In gewone woorden, bijvoorbeeld: Geen wifi.',
		maxCharacters: 300,
	},
	{
		kind: 'line',
		name: 'waar',
		label: 'Waar, of voor wie?',
		hint: 'Mag leeg blijven als het overal is.',
		maxCharacters: 300,
	},
	{
		kind: 'text',
		name: 'merkt',
		label: 'Wat merkt de klant, en wat kan hij doen?',
		hint: 'Mag leeg blijven.',
		maxCharacters: 4000,
	},
	{
		kind: 'choice',
		name: 'besluit',
		label: 'Wat besluit u?',
		options: [
			{ value: 'melden', label: 'Melden aan klanten' },
			{ value: 'niet melden', label: 'Niet melden' },
		],
	},
	{
		kind: 'line',
		name: 'email',
		label: 'Uw e-mailadres',
		hint: 'Zo weten wij zeker dat de link bij de goede persoon is aangekomen.',
		maxCharacters: 200,
	},
];

/** What it is about, for who decides: a line for each thing. */
export function describeAnnouncement({
	kind,
	supplier,
	number,
	state,
	start,
	end,
	words,
}: Announcement): string[] {
	const when = kind === 'storing' ? 'Van wanneer tot wanneer (verwacht)' : 'Wanneer';
	return [
		`${kind === 'storing' ? 'Storing' : 'Gepland werk'} bij ${supplier}, nummer ${number}. Stand: ${state}.`,
		`${when}: ${periodForPeople(start, end)}.`,
		`De leverancier schrijft: ${words.title}${words.place === '' ? '' : ` (${words.place})`}`,
	];
}

/** The form for who approves an announcement, with what was filled in before and what was wrong with it. */
export function reviewForm(
	announcement: Announcement,
	style: HouseStyle,
	filled: { values: Record<string, string>; errors: FieldError[] } | null = null,
): Page {
	const { words, review } = announcement;
	const known = review?.words ?? words;
	const before = review
		? [`Klanten lezen nu: ${known.title}. Pas de tekst alleen aan als dat nodig is.`]
		: [];
	return formPage(
		{
			title: 'Aankondiging voor klanten',
			paragraphs: [
				...describeAnnouncement(announcement),
				...before,
				'Zet in de tekst geen namen, telefoonnummers of e-mailadressen van personen.',
			],
			fields: FIELDS,
			submit: 'Besluit versturen',
			values: filled?.values ?? { titel: words.title, waar: words.place, merkt: known.text, besluit: '' },
			errors: filled?.errors ?? [],
		},
		style,
	);
}

/** What was filled in, with a message for the person for each field that is not right. */
export const reviewSchema = z
	.object({
		titel: z.string().trim().min(1, 'Schrijf wat er is').pipe(wordsSchema.shape.title),
		waar: wordsSchema.shape.place.default(''),
		merkt: wordsSchema.shape.text.default(''),
		besluit: z.enum(REVIEW_OUTCOMES, 'Kies wat u besluit'),
		email: z.string().trim().toLowerCase().pipe(z.email('Vul uw e-mailadres in')),
	})
	.transform(({ titel, waar, merkt, besluit, email }) => ({
		words: { title: titel, place: waar, text: merkt },
		outcome: besluit,
		email,
	}));

/** The page for a link that leads to no form. */
export function closedReview(look: Exclude<ReviewLook, { state: 'valid' }>, style: HouseStyle): Page {
	if (look.state !== 'decided') return refusalPage(look.state, style);
	const { review, number } = look.announcement;
	return messagePage(
		{
			status: 410,
			title: 'Hierover is al besloten',
			paragraphs: [
				review
					? `Over ${number} besloot ${review.by}: ${review.outcome}.`
					: `De leverancier heeft de tekst van ${number} gewijzigd. Daarover krijgt u een nieuwe e-mail.`,
				'Uw link is niet meer nodig.',
			],
		},
		style,
	);
}
