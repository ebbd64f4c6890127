import { API } from './api';
import { isId } from './schemas';

/**
 * The id or number of a record in what people paste: either of them, or the address of the record's
 * card in the browser, which carries one of them (`?unid=...` without dashes, or `lookupValue=...`).
 */
export function keyFrom(text: string): string {
	const given = text.trim();
	if (!/^https?:/i.test(given) || !URL.canParse(given)) return given;
	const { searchParams } = new URL(given);
	const unid = searchParams.get('unid')?.replaceAll('-', '').toLowerCase();
	if (unid && /^[0-9a-f]{32}$/.test(unid)) {
		return unid.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
	}
	const number = searchParams.get('lookupValue');
	if (number) return number.trim();
	throw new Error(
		`There is no number or ID in the address ${given}. Open the card in TOPdesk and copy its number.`,
	);
}

/** Numbers contain spaces, so they are encoded. */
export function incidentPath(key: string, below = ''): string {
	const trimmed = key.trim();
	return `${API}/incidents/${isId(trimmed) ? 'id' : 'number'}/${encodeURIComponent(trimmed)}${below}`;
}
