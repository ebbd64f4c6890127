import { z } from 'zod/v4';

const atLeastOne = z.coerce.number().int().min(1);

/** The fields of the Signal Mailbox credential that say how our mail looks and how much of it may go out. */
const credentialSchema = z.object({
	organisation: z.string().trim().default(''),
	department: z.string().trim().default(''),
	signature: z.string().trim().default(''),
	houseColour: z
		.string()
		.trim()
		.regex(/^#[0-9a-f]{6}$/i, 'The House Colour is no colour such as #154273')
		.default('#154273'),
	replyToWithReference: z.boolean().default(false),
	maxMailsPerHour: atLeastOne.default(1_000),
	maxMailsPerDay: atLeastOne.default(5_000),
	fromName: z.string().trim().default(''),
});

/** How our mail looks. */
export interface HouseStyle {
	organisation: string;
	department: string;
	/** Address, telephone number, opening hours: lines below every mail. */
	signature: string;
	/** `#rrggbb`, for the line above every mail. */
	colour: string;
}

export interface SendingSettings {
	style: HouseStyle;
	/** The name of the organisation in our texts. */
	signedBy: string;
	/** Answers come in at `mailbox+R-2026-000123@...`: only where the mail server delivers plus-addresses. */
	replyToWithReference: boolean;
	/** Of all mail together. */
	limits: { perHour: number; perDay: number };
}

/** Settings from what was filled in. Throws a `ZodError` that names the field. */
export const sendingSettingsSchema = credentialSchema.transform(
	({ organisation, department, signature, houseColour, fromName, ...filled }): SendingSettings => ({
		style: { organisation, department, signature, colour: houseColour },
		signedBy: organisation || fromName,
		replyToWithReference: filled.replyToWithReference,
		limits: { perHour: filled.maxMailsPerHour, perDay: filled.maxMailsPerDay },
	}),
);
