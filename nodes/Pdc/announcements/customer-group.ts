import { z } from 'zod/v4';
import { addressKey } from '../../shared/domain/address';
import { ANNOUNCEMENT_KINDS, type Announcement, type Words } from '../../shared/domain/pdc/announcement';
import { addresseeSchema, concernsSupplier } from '../recipients';

/** A group of customers that is told of planned work and disturbances, as a rule by the address of its list. */
export const customerGroupSchema = addresseeSchema.extend({
	/** Only what is at these places; all when left out. */
	places: z.array(z.string().trim().min(1)).optional(),
	/** Only these kinds; all when left out. */
	kinds: z.array(z.enum(ANNOUNCEMENT_KINDS)).optional(),
});
export type CustomerGroup = z.output<typeof customerGroupSchema>;

/** What the register knows the group by. */
export const keyOf = ({ email }: CustomerGroup): string => addressKey(email);

/** Whether it concerns this group. What does not say where it is, concerns every place. */
export function concerns(group: CustomerGroup, { supplier, kind }: Announcement, { place }: Words): boolean {
	const { places, kinds } = group;
	const where = place.toLowerCase();
	return (
		concernsSupplier(group, supplier) &&
		(!kinds || kinds.includes(kind)) &&
		(!places || where === '' || places.some((one) => where.includes(one.toLowerCase())))
	);
}
