import { z } from 'zod/v4';
import { houseStyleFields, houseStyleSchema, type HouseStyle } from '../../shared/style/house-style';

const atLeastOne = z.coerce.number().int().min(1);

/** The fields of the Signal Mailbox credential that say how our mail looks and how much of it may go out. */
const credentialSchema = z.object({
	...houseStyleFields,
	replyToWithReference: z.boolean().default(false),
	maxMailsPerHour: atLeastOne.default(1_000),
	maxMailsPerDay: atLeastOne.default(5_000),
	fromName: z.string().trim().default(''),
});

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
	({ fromName, replyToWithReference, maxMailsPerHour, maxMailsPerDay, ...look }): SendingSettings => ({
		style: houseStyleSchema.parse(look),
		signedBy: look.organisation || fromName,
		replyToWithReference,
		limits: { perHour: maxMailsPerHour, perDay: maxMailsPerDay },
	}),
);
