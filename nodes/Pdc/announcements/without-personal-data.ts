import { findPersonalData } from '../../shared/privacy/find-personal-data';
import type { PersonalDataKind } from '../../shared/privacy/finding';

/** An address is where the work is, and a word about health may be the name of a system. */
const MAY_STAY: readonly PersonalDataKind[] = ['adres', 'gezondheid'];

/** A title that somebody typed in a supplier's system, without telephone numbers, e-mail addresses and the like. */
export function withoutPersonalData(text: string): string {
	let masked = text;
	for (const { kind, start, end } of findPersonalData(text).reverse()) {
		if (!MAY_STAY.includes(kind))
			masked = `${masked.slice(0, start)}[${kind.toUpperCase()}]${masked.slice(end)}`;
	}
	return masked;
}
