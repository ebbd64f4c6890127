import { z } from 'zod/v4';
import { MOST_IN_ANSWER, readInWindows, type SyscodeWindows, type TimeWindows } from '../reading/windows';
import { filterOf, moment } from './inputs';
import { limitOf, recordJson, text, type OperationContext, type Result } from './operation';

const windowSettingsSchema = z.object({
	size: z.number().int().min(1).default(1000),
	mostInAnswer: z.number().int().min(2).default(MOST_IN_ANSWER),
	field: z.string().trim().min(1).default('SysMutationDateTime'),
});

/** The records that fit the filter, in one request or in windows, up to the limit. */
export async function readRecords(context: OperationContext): Promise<Result[]> {
	const { client, read } = context;
	const definition = text(context, 'definition');
	const limit = limitOf(context);
	const asResult = (record: Record<string, unknown>) => ({ json: recordJson(context, record) });
	const readIn = z.enum(['once', 'syscode', 'time']).parse(read('readIn', 'once'));
	if (readIn === 'once') {
		// Planon's own paging is not documented, so the limit is kept here.
		return (await client.read(definition, filterOf(context))).slice(0, limit).map(asResult);
	}
	const windows = readIn === 'syscode' ? syscodeWindows(context) : timeWindows(context);
	const results: Result[] = [];
	for await (const records of readInWindows(client, definition, filterOf(context), windows)) {
		results.push(...records.slice(0, limit - results.length).map(asResult));
		if (results.length >= limit) break;
	}
	return results;
}

function syscodeWindows(context: OperationContext): SyscodeWindows {
	const { size, mostInAnswer } = windowSettingsSchema.parse(context.read('windows', {}));
	const [from, to] = [text(context, 'fromSyscode'), text(context, 'toSyscode')];
	return {
		by: 'syscode',
		from: from === '' ? 1n : syscode(from),
		to: to === '' ? undefined : syscode(to),
		size: BigInt(size),
		mostInAnswer,
	};
}

function syscode(typed: string): bigint {
	if (!/^\d+$/.test(typed)) throw new Error(`'${typed}' is no Syscode: that is a whole number.`);
	return BigInt(typed);
}

function timeWindows(context: OperationContext): TimeWindows {
	const { size, mostInAnswer, field } = windowSettingsSchema.parse(context.read('windows', {}));
	return {
		by: 'time',
		field,
		from: moment(context, 'fromMoment', 'From Moment').toJSDate(),
		to: moment(context, 'toMoment', 'Up to Moment', context.now).toJSDate(),
		size: BigInt(size) * 60n,
		mostInAnswer,
	};
}
