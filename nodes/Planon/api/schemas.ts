import { z } from 'zod/v4';

/** A record of a definition: which fields there are differs per organisation. */
export const recordSchema = z.record(z.string(), z.unknown());
export type PlanonRecord = z.infer<typeof recordSchema>;

const notice = z.looseObject({ code: z.string().optional(), description: z.string().optional() });
export type Notice = z.infer<typeof notice>;
const notices = z.array(notice).nullish();

/** A good answer: records, or questions that must be answered first. */
export const answerSchema = z.looseObject({
	records: z.array(recordSchema).nullish(),
	warnings: notices,
	confirmations: notices,
	errors: notices,
});
export type PlanonAnswer = z.infer<typeof answerSchema>;

/** The two shapes in which Planon answers errors. */
export const errorListSchema = z.looseObject({ errors: z.array(notice).min(1) });
export const errorMessageSchema = z.looseObject({ uuid: z.string().optional(), message: z.string() });

/** `PN_H00427: The end lies before the begin` */
export const describeNotice = ({ code, description }: Notice): string =>
	[code, description].filter(Boolean).join(': ') || 'without a reason';
