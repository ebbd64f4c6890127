import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../shared/domain/codebook';

/** What a chat model must answer: these fields with values of the codebook, and nothing else. */
export const answerSchema = z.strictObject({
	category: z.enum(CATEGORIES),
	also: z.array(z.enum(CATEGORIES)).max(3),
	supplier: z.enum(SUPPLIERS),
	urgency: z.enum(URGENCIES),
	sentiment: z.enum(SENTIMENTS),
	/** Why, in Dutch. */
	reason: z.string().trim().min(1).max(300),
});
export type Answer = z.infer<typeof answerSchema>;

/** Content of a message as LangChain gives it: text, or parts of which some are text. */
const contentSchema = z.union([
	z.string(),
	z
		.array(z.looseObject({ type: z.string(), text: z.string().optional() }))
		.transform((parts) => parts.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('')),
]);
const messageSchema = z.union([
	z.looseObject({ content: contentSchema }).transform(({ content }) => content),
	z.string(),
]);

/** Many models put their JSON in a block of code, whatever they are told. */
const CODE_BLOCK = /^```(?:json)?\s*\n([\s\S]*)\n```$/;

/** The answer in what a chat model gave, or null when it is not what was asked for. */
export function readAnswer(message: unknown): Answer | null {
	const content = messageSchema.safeParse(message);
	if (!content.success) return null;
	const text = content.data.trim();
	try {
		return answerSchema.parse(JSON.parse(CODE_BLOCK.exec(text)?.[1] ?? text));
	} catch {
		return null;
	}
}
