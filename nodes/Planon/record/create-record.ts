import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { ApiError } from '../../shared/http/api-error';
import { createOnce } from '../../shared/http/create-once';
import type { Ticket } from '../../shared/domain/signal';
import type { PlanonClient } from '../api/client';
import { SYSTEM } from '../api/errors';
import { momentOf } from './date-time';
import type { Notice, PlanonRecord } from '../api/schemas';

/** How to make a record, and how to find it again. */
export const newRecordSchema = z.object({
	definition: z.string(),
	/** The method that adds: `BomAdd`, unless the organisation made its own. */
	method: z.string(),
	values: z.record(z.string(), z.unknown()),
	/** The field that carries our own reference; null makes a record each time. */
	referenceField: z.string().nullable(),
	/** Our own reference. */
	reference: z.string(),
	/** The field with the number that people quote. */
	numberField: z.string().min(1, 'Fill in the number field, such as OrderNumber'),
	/** Of moments in Planon that have none of their own. */
	timeZone: z.string().default('utc'),
});
export type NewRecord = z.input<typeof newRecordSchema>;

export interface CreatedRecord {
	ticket: Omit<Ticket, 'supplier'>;
	record: PlanonRecord;
	/** False when a record with the same reference was there already. */
	created: boolean;
	/** The warnings that were answered to make it; none where it was there already. */
	answeredWarnings: Notice[];
}

/** Creates a record, at most once for its reference where there is a reference field. */
export async function createRecord(client: PlanonClient, input: NewRecord): Promise<CreatedRecord> {
	const { definition, method, referenceField, reference, numberField, timeZone } =
		newRecordSchema.parse(input);
	if (referenceField && !reference) {
		throw new Error(
			`Fill in the Reference, or empty the Reference Field: without a reference a repeated run would make a second record.`,
		);
	}
	const values = referenceField ? { ...input.values, [referenceField]: reference } : input.values;
	const answeredWarnings: Notice[] = [];
	const create = async () => {
		const { records, answered } = await client.execute(definition, method, { values });
		answeredWarnings.push(...answered);
		const [record] = records;
		if (!record) throw nothingBack(definition, method);
		return record;
	};
	const find = async () => {
		if (!referenceField) return undefined;
		const conditions = [{ field: referenceField, operator: 'eq' as const, value: reference }];
		// One that was archived meanwhile was made as well.
		return (await client.with({ archiveMode: 'all' }).read(definition, conditions))[0];
	};
	const { record, created } = referenceField
		? await createOnce({ find, create })
		: { record: await create(), created: true };
	return { ticket: ticketOf(record, numberField, timeZone), record, created, answeredWarnings };
}

const nothingBack = (definition: string, method: string): ApiError =>
	new ApiError(
		SYSTEM,
		200,
		'rejected',
		`Planon ran ${method} on ${definition}, but gave no record back`,
		`Check with your Planon administrator that ${method} is the method that adds a ${definition}.`,
	);

/** The ticket as the register keeps it; without a number of its own the Syscode is the number. */
function ticketOf(record: PlanonRecord, numberField: string, timeZone: string): CreatedRecord['ticket'] {
	const id = textOf(record.Syscode);
	const number = textOf(record[numberField]) ?? id;
	if (number === null) {
		throw new ApiError(
			SYSTEM,
			200,
			'rejected',
			`The record in Planon has no field ${numberField} and no Syscode, so there is no number to quote`,
			'Check the Number Field in this node with your Planon administrator. The record itself is there: a next run finds it by its reference.',
		);
	}
	const created = momentOf(record.InsertDateTime, timeZone) ?? DateTime.utc();
	return {
		system: 'planon',
		number,
		id,
		createdAt: created.toUTC().toISO(),
	};
}

const textOf = (value: unknown): string | null =>
	typeof value === 'string' || typeof value === 'number' ? String(value) || null : null;
