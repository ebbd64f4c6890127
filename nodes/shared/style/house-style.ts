import { z } from 'zod/v4';

/** How our mails and pages look. */
export interface HouseStyle {
	organisation: string;
	department: string;
	/** Address, telephone number, opening hours: lines below every mail and page. */
	signature: string;
	/** `#rrggbb`, for the line above every mail and page. */
	colour: string;
}

/** The fields in which an administrator says how our mails and pages look. */
export const houseStyleFields = {
	organisation: z.string().trim().default(''),
	department: z.string().trim().default(''),
	signature: z.string().trim().default(''),
	houseColour: z
		.string()
		.trim()
		.regex(/^#[0-9a-f]{6}$/i, 'The House Colour is no colour such as #154273')
		.default('#154273'),
};

/** House style from the fields that were filled in. Throws a `ZodError` that names the field. */
export const houseStyleSchema = z
	.object(houseStyleFields)
	.transform(({ houseColour, ...names }): HouseStyle => ({ ...names, colour: houseColour }));
