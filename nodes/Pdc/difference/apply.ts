import { DateTime } from 'luxon';
import { withChanges } from '../../shared/domain/pdc/change';
import type { Supplier } from '../../shared/domain/codebook';
import { pdcItemSchema, type PdcItem } from '../../shared/domain/pdc/item';
import { PdcError } from '../pdc-error';
import type { Difference } from './diff';

/** What is to be applied, and the day from which it holds. */
export type Applicable = Difference & { supplier: Supplier; effectiveFrom: string };

/**
 * The item as it is after this difference.
 * @param item as it is now; null when there is none with this code
 * @throws PdcError when it is to be added and is there, or to be changed and is not
 */
export function applied(
	item: PdcItem | null,
	{ kind, code, changes, supplier, effectiveFrom }: Applicable,
): PdcItem {
	if (kind === 'toegevoegd') {
		if (item) throw new PdcError(`There is an item ${code} already.`, 'Report it as a change of that item.');
		const values = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
		return pdcItemSchema.parse({ supplier, ...values, code });
	}
	if (!item)
		throw new PdcError(`There is no item ${code}.`, 'Report it as an item that is added, or check the code.');
	if (kind === 'gewijzigd') return withChanges(item, changes);
	const lastDay = DateTime.fromISO(effectiveFrom).minus({ days: 1 }).toISODate()!;
	return { ...item, validUntil: lastDay };
}
