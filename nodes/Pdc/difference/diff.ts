import { changesTo, type FieldChange } from '../../shared/domain/pdc/change';
import { itemCodeSchema, type PdcItem } from '../../shared/domain/pdc/item';
import type { NoticeKind } from '../../shared/domain/pdc/notice';
import { PdcError } from '../pdc-error';

/** An item as the supplier's own catalogue has it: only what that catalogue says. */
export type SupplierItem = Partial<Omit<PdcItem, 'supplier'>> & { code: string; name: string };

/** One thing that must happen for our items to say what the supplier's catalogue says. */
export interface Difference {
	kind: NoticeKind;
	/** Of our item, or that the added one gets. */
	code: string;
	changes: FieldChange[];
}

export interface DiffOptions {
	/** Day from which the differences hold, ISO date. */
	today: string;
	/**
	 * How much of our items may be gone at once, from 0 to 1. A catalogue that was read by half looks like
	 * one in which much was withdrawn.
	 */
	mostWithdrawn: number;
	/** What the catalogue has but could not be read of it: that is not withdrawn, and nothing else is known of it. */
	unread?: ReadonlyArray<Partial<Pick<PdcItem, 'supplierCode' | 'code'>>>;
}

/** What our items are known by at the supplier. */
const keyOf = ({ supplierCode, code }: Pick<PdcItem, 'supplierCode' | 'code'>): string =>
	supplierCode ?? code;

const hasEnded = ({ validUntil }: Partial<PdcItem>, today: string): boolean =>
	!!validUntil && validUntil < today;

/**
 * The differences between our items of one supplier and his own catalogue: added, changed and
 * withdrawn. White space, order and "bijgewerkt op" make none.
 * @throws PdcError when the supplier's catalogue has a code twice, or lacks more than it may
 */
export function differences(
	ours: readonly PdcItem[],
	theirs: readonly SupplierItem[],
	{ today, mostWithdrawn, unread = [] }: DiffOptions,
): Difference[] {
	const known = new Map(ours.map((item) => [keyOf(item), item]));
	const seen = new Set<string>();
	const found: Difference[] = [];
	for (const entry of theirs) {
		const key = keyOf({ code: entry.code, supplierCode: entry.supplierCode ?? null });
		if (seen.has(key)) {
			throw new PdcError(
				`The supplier's catalogue has ${key} more than once.`,
				'Give every product and service a code of its own, or take the double line out.',
			);
		}
		seen.add(key);
		const item = known.get(key);
		const difference = item
			? changed(item, entry, today)
			: hasEnded(entry, today)
				? null
				: added(entry, key, today);
		if (difference) found.push(difference);
	}
	for (const { supplierCode, code } of unread) {
		const key = supplierCode ?? code;
		if (key) seen.add(key);
	}
	const gone = ours.filter((item) => !hasEnded(item, today) && !seen.has(keyOf(item)));
	const current = ours.filter((item) => !hasEnded(item, today)).length;
	if (gone.length > 1 && gone.length > mostWithdrawn * current) {
		throw new PdcError(
			`The supplier's catalogue lacks ${gone.length} of our ${current} items, so it was probably not read whole.`,
			'Look whether the source is complete. Is it right that so much is withdrawn? Then raise Most Withdrawn for this once.',
		);
	}
	return [...found, ...gone.map(({ code }): Difference => ({ kind: 'vervallen', code, changes: [] }))];
}

function changed(item: PdcItem, entry: SupplierItem, today: string): Difference | null {
	// What it is known by here and there does not change.
	const wanted = { ...entry, supplierCode: undefined };
	// What was withdrawn and is there again, can be had again.
	const back = hasEnded(item, today) ? { validUntil: entry.validUntil ?? null } : {};
	const changes = changesTo(item, { ...wanted, ...back });
	return changes.length > 0 ? { kind: 'gewijzigd', code: item.code, changes } : null;
}

function added({ code, ...entry }: SupplierItem, key: string, today: string): Difference {
	const ourCode = itemCodeSchema.safeParse(code);
	if (!ourCode.success) {
		throw new PdcError(
			`'${code}' of the supplier's catalogue cannot be the code of an item.`,
			'Codes have letters, digits, dots and dashes, 40 at most.',
		);
	}
	const supplierCode = key === ourCode.data ? null : key;
	const wanted = { validFrom: today, ...entry, supplierCode };
	return { kind: 'toegevoegd', code: ourCode.data, changes: changesTo({}, wanted) };
}
