import { z } from 'zod/v4';
import { SUPPLIERS } from '../shared/domain/codebook';

/** Who gets mail about the suppliers' services: a colleague, or a group of customers by the address of their list. */
export const addresseeSchema = z.object({
	email: z.email('This is no e-mail address'),
	/** Only what concerns these suppliers; all when left out. */
	suppliers: z.array(z.enum(SUPPLIERS)).optional(),
});
export type Addressee = z.output<typeof addresseeSchema>;

/** Whether what a supplier does concerns him. */
export const concernsSupplier = ({ suppliers }: Addressee, supplier: string): boolean =>
	!suppliers || suppliers.some((one) => one === supplier);

/** A JSON list arrives as a list from an expression and as text when typed by hand. */
export const listOf = <T>(schema: z.ZodType<T>) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? (JSON.parse(value || '[]') as unknown) : value),
		z.array(schema),
	);
