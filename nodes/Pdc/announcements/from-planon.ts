import { z } from 'zod/v4';
import type { AnnouncementState } from '../../shared/domain/pdc/announcement';
import { PdcError } from '../pdc-error';
import type { ReportedBy } from './from-topdesk';
import { momentOf } from './moment';
import { reportSchema, type Report } from './report';
import { withoutPersonalData } from './without-personal-data';

/** Where an order says what an announcement needs: every Planon has fields of its own. */
export interface OrderFields {
	start: string;
	end: string;
	/** The field with the place; empty when there is none. */
	place: string;
	/** Names of places by what that field holds, such as a Syscode of a property. */
	placeNames: Record<string, string>;
}

/** An order as Planon: Get Many (Order) gives it. Requestor, comment and the other fields are not read. */
const orderSchema = z.object({
	syscode: z.string('This is no order of Planon: it has no syscode'),
	number: z.string().nullish(),
	description: z.string().nullish(),
	state: z.enum(['reported', 'inProgress', 'completed', 'canceled']).nullish(),
	stateInPlanon: z.unknown(),
	record: z.record(z.string(), z.unknown()),
});
const STATES: Record<NonNullable<z.output<typeof orderSchema>['state']>, AnnouncementState> = {
	reported: 'gepland',
	inProgress: 'bezig',
	completed: 'opgelost',
	canceled: 'vervallen',
};

/** Planned work of an order in Planon. @throws PdcError for a state that is not mapped, ZodError for what is no order */
export function fromOrder(record: unknown, { supplier, place }: ReportedBy, fields: OrderFields): Report {
	const { syscode, number, description, state, stateInPlanon, record: values } = orderSchema.parse(record);
	if (!state) {
		throw new PdcError(
			`Order ${number ?? syscode} is in the state ${String(stateInPlanon)}, of which is not known what it means.`,
			'Map the states of orders in the Planon credential, under Differences per Preset.',
		);
	}
	const where = fields.place === '' ? null : values[fields.place];
	const known = where === null || where === undefined ? '' : (fields.placeNames[String(where)] ?? '');
	return reportSchema.parse({
		source: 'planon-order',
		sourceId: syscode,
		number: number ?? syscode,
		supplier,
		state: STATES[state],
		start: momentOf(values[fields.start]),
		end: momentOf(values[fields.end]),
		title: withoutPersonalData(description || 'Gepland werk'),
		place: known || place,
	});
}
