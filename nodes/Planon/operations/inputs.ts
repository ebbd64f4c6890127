import type { DateTime } from 'luxon';
import type { Filter } from '../api/filter';
import { momentOf } from '../record/date-time';
import { filterFrom, valuesFrom } from '../record/parameters';
import { text, type OperationContext } from './operation';

type Inputs = Pick<OperationContext, 'read' | 'settings'>;

/** The conditions and the raw filter of the current item. */
export const filterOf = ({ read, settings }: Inputs): Filter =>
	filterFrom(read('filter', {}), read('rawFilter', ''), settings.timeZone);

/** The fields and other values of the current item. */
export const valuesOf = ({ read, settings }: Inputs): Record<string, unknown> =>
	valuesFrom(read('fields', {}), read('otherValues', ''), settings.timeZone);

/** A moment that was filled in; without a time zone it is in that of the credential. */
export function moment(context: Inputs, name: string, field: string, whenEmpty?: Date): DateTime {
	const { timeZone } = context.settings;
	const typed = text(context, name);
	const read = momentOf(typed === '' ? whenEmpty?.toISOString() : typed, timeZone);
	if (read) return read.setZone(timeZone);
	throw new Error(
		typed === ''
			? `Fill in ${field}, as 2026-11-01.`
			: `'${typed}' in ${field} is no moment. Write it as 2026-11-01 or 2026-11-01T09:00.`,
	);
}
