import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PlanonRefusal, refusal } from './errors';
import { readJson } from './json';
import { propertiesAt } from './json-with-duplicates';
import type { PlanonRecord, PlanonStore } from './store';

interface Call {
	definition: string;
	/** The method of `execute`, the state of `changeState`, the value of `lookup`. */
	name?: string;
}

interface Body {
	values?: PlanonRecord;
	answers?: { warnings?: Array<{ code: string }> };
}

/** Reading and changing records, as the headers of a request ask for. */
export function addRecords(
	server: FastifyInstance,
	basePath: string,
	store: PlanonStore,
	cutOffAfter: number,
): void {
	const callOf = (request: FastifyRequest) => request.params as Call;
	const bodyOf = (request: FastifyRequest) => readJson((request.body as string) || '{}') as Body;
	const matching = (request: FastifyRequest): PlanonRecord[] => {
		const { definition } = callOf(request);
		checkHeaders(request);
		const archived = request.headers.archivemode === 'all';
		return store.find(definition, propertiesAt(request.body as string, 'filter') ?? [], archived);
	};

	server.post(`${basePath}/read/:definition`, async (request) => ({
		records: asAsked(request, matching(request).slice(0, cutOffAfter)),
	}));

	server.post(`${basePath}/lookup/:definition/:name`, async (request) => {
		const { definition, name } = callOf(request);
		const fits = ({ OrderNumber, FreeString1 }: PlanonRecord) => OrderNumber === name || FreeString1 === name;
		return { records: asAsked(request, store.find(definition, []).filter(fits)) };
	});

	server.post(`${basePath}/update/:definition`, async (request) => {
		const found = matching(request);
		for (const record of found)
			store.change(callOf(request).definition, record, bodyOf(request).values ?? {});
		return { records: asAsked(request, found) };
	});

	server.post(`${basePath}/delete/:definition`, async (request) => {
		const found = matching(request);
		for (const record of found) store.remove(callOf(request).definition, record);
		return { records: asAsked(request, found) };
	});

	server.post(`${basePath}/execute/:definition/:name`, async (request, reply) => {
		const { definition, name } = callOf(request);
		const body = bodyOf(request);
		if (name === 'BomAdd') {
			const { warning } = store.definition(definition);
			const answered = body.answers?.warnings?.some(({ code }) => code === warning?.code);
			if (warning && !answered) return { warnings: [warning], confirmations: null, errors: null };
			return await reply.code(201).send({ records: [store.add(definition, body.values ?? {})] });
		}
		const found = matching(request);
		if (found.length > 1) {
			throw new PlanonRefusal(422, { uuid: 'c3f9', message: "Execute on multiple BO's not implemented" });
		}
		for (const record of found) run(store, definition, name!, record, body.values ?? {});
		return { records: asAsked(request, found) };
	});

	server.post(`${basePath}/changeState/:definition/:name`, async (request) => {
		const { definition, name } = callOf(request);
		const found = matching(request);
		for (const record of found) store.setState(definition, record, name!);
		return { records: asAsked(request, found) };
	});
}

function run(
	store: PlanonStore,
	definition: string,
	method: string,
	record: PlanonRecord,
	values: PlanonRecord,
) {
	if (method === 'BomSave') store.change(definition, record, values);
	else if (method === 'BomDelete') store.remove(definition, record);
	else if (method === 'BomArchive') store.archive(definition, record, true);
	else if (method === 'BomDeArchive') store.archive(definition, record, false);
	else throw refusal('PN_M00001', `${definition} has no method ${method}`);
}

function checkHeaders({ headers }: FastifyRequest): void {
	const date = headers.referencedate;
	if (date !== undefined && !/^(\d{4}-\d{2}-\d{2}|none)$/.test(String(date))) {
		throw refusal('PN_H00001', `ReferenceDate ${String(date)} is not a date`);
	}
}

/** Without the fields that have no value, and with neutral dates as text, where the headers ask for that. */
function asAsked({ headers }: FastifyRequest, records: PlanonRecord[]): PlanonRecord[] {
	const shown = ([, value]: [string, unknown]) => headers.serializenulls !== 'false' || value !== null;
	const written = (value: unknown) =>
		headers.neutraldatetimeasstring === 'true' && value && typeof value === 'object' && 'date' in value
			? `${String(value.date)}T${String((value as { time?: unknown }).time)}`
			: value;
	return records.map((record) =>
		Object.fromEntries(
			Object.entries(record)
				.filter(shown)
				.map(([name, value]) => [name, written(value)]),
		),
	);
}
