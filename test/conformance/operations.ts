import type { TopdeskClient } from '../../nodes/Topdesk/api/client';
import { LOOKUPS } from '../../nodes/Topdesk/api/lookups';
import { operationOf } from '../../nodes/Topdesk/resources';
import { contextFor } from '../support/operation-context';

/** One way of using an operation, and whether TOPdesk takes it. */
export interface OperationCase {
	resource: string;
	operation: string;
	parameters: Record<string, unknown>;
	allowed: boolean;
}

type Known = Record<string, string>;

/** Runs an operation and gives all that came out. */
export async function runOperation(
	client: TopdeskClient,
	{ resource, operation, parameters }: Pick<OperationCase, 'resource' | 'operation' | 'parameters'>,
): Promise<Array<Record<string, unknown>>> {
	const found = [];
	for await (const result of await operationOf(resource, operation).run(contextFor(client, parameters))) {
		found.push(result as Record<string, unknown>);
	}
	return found;
}

const DATES = { plannedStartDate: '2026-11-03T09:00:00', plannedEndDate: '2026-11-03T17:00:00' };

/** Makes one of each card in the simulator, so that every operation has something to be about. */
export async function makeKnown(client: TopdeskClient): Promise<Known> {
	const make = async (resource: string, parameters: object, operation = 'create') =>
		(await runOperation(client, { resource, operation, parameters: { ...parameters } }))[0]!;
	const [person] = await runOperation(client, { resource: 'person', operation: 'getAll', parameters: {} });
	const known: Known = { person: String(person!.id) };
	const incident = await client.createIncident({
		briefDescription: 'Bekend',
		request: 'Vraag',
		action: 'Gedaan',
	});
	Object.assign(known, { incident: incident.id, incidentNumber: incident.number });
	const on = { incident: incident.id };
	known.attachment = String((await make('incident', on, 'uploadAttachment')).id);
	known.action = String((await make('incident', on, 'getActions')).id);
	known.request = String((await make('incident', on, 'getRequests')).id);
	const change = await make('change', { briefDescription: 'Nieuwe balie', requester: known.person });
	Object.assign(known, { change: change.id, changeNumber: change.number });
	const activity = { briefDescription: 'Meten', changeId: change.id };
	known.changeActivity = String((await make('changeActivity', activity)).id);
	const period = { start: '2027-01-01', end: '2027-12-31' };
	known.plannedChange = String((await make('change', period, 'getCalendar')).id);
	known.operationalActivity = String(
		(await make('operationalActivity', { briefDescription: 'Filters', ...DATES })).id,
	);
	const item = { title: 'Wachtwoord vergeten', parent: known.change, content: '<p>Bel ons.</p>' };
	known.knowledgeItem = String((await make('knowledgeItem', item)).id);
	for (const resource of [
		'operator',
		'operatorGroup',
		'supplier',
		'branch',
		'location',
		'asset',
		'service',
	]) {
		known[resource] = String((await make(resource, {}, 'getAll')).id);
	}
	return known;
}

/**
 * At least one case for every operation, and those that TOPdesk refuses. Lists that go on until a page is
 * empty ask for one record: an example is never empty.
 */
export function operationCases(known: Known): OperationCase[] {
	const cases: OperationCase[] = [];
	const use = (resource: string, operation: string, parameters: object = {}, allowed = true) =>
		void cases.push({ resource, operation, parameters: { ...parameters }, allowed });
	const refused = (resource: string, operation: string, parameters: object) =>
		use(resource, operation, parameters, false);
	const NOT_AN_ID = 'geen-id';

	const { incident, incidentNumber } = known;
	use('incident', 'create', {
		briefDescription: 'Laptop start niet op, '.repeat(6),
		request: 'Regel 1\nRegel 2',
		category: 'Werkplek',
		callerEmail: 'j.devries@minvenj.example',
		externalNumber: 'R-2026-000123',
		additionalFields: {
			...{ operatorGroup: known.operatorGroup, branch: known.branch, supplier: known.supplier },
			targetDate: '2026-11-03T17:00:00',
			optionalFields1: {
				field: [
					{ name: 'text1', value: 'x' },
					{ name: 'boolean2', value: 'true' },
				],
			},
			optionalFields2: {
				field: [
					{ name: 'number1', value: '3' },
					{ name: 'date1', value: '2026-11-03' },
				],
			},
		},
	});
	refused('incident', 'create', {
		briefDescription: 'x',
		additionalFields: { otherFields: { costs: 'veel' } },
	});
	use('incident', 'getAll', {
		returnAll: true,
		filters: { conditions: { condition: [{ field: 'number', comparison: 'startsWith', value: 'I' }] } },
		options: { fields: 'id,number', pageSize: 10_000, includeArchived: true },
	});
	for (const key of [incident, incidentNumber]) {
		const on = { incident: key };
		use('incident', 'get', on);
		use('incident', 'update', { ...on, updateFields: { onHold: true, category: 'Netwerk' } });
		use('incident', 'addNote', { ...on, note: 'Gebeld', visibleForCaller: true });
		use('incident', 'escalate', { ...on, reason: 'Tijd nodig' });
		use('incident', 'deescalate', { ...on, reason: 'Opgelost' });
		use('incident', 'getProgressTrail', { ...on, limit: 20, options: { inlineImages: true } });
		use('incident', 'countProgressTrail', on);
		use('incident', 'getActions', { ...on, returnAll: true });
		use('incident', 'getAction', { ...on, actionId: known.action });
		use('incident', 'getRequests', { ...on, returnAll: true });
		use('incident', 'getRequest', { ...on, requestId: known.request });
		use('incident', 'uploadAttachment', {
			...on,
			options: { description: 'Foto', invisibleForCaller: true },
		});
		use('incident', 'getAttachments', on);
		use('incident', 'addTimeSpent', {
			...on,
			minutes: 15,
			additionalFields: { notes: 'Gezocht', reason: 'Onderzoek', operator: known.operator },
		});
		use('incident', 'getTimeSpent', on);
		use('incident', 'archive', { ...on, reason: 'Afgehandeld' });
		use('incident', 'unarchive', { ...on, options: { unarchivePartials: true } });
	}
	use('incident', 'downloadAttachment', { incident, attachmentId: known.attachment });
	use('incident', 'deleteAction', { incident, actionId: known.action });
	use('incident', 'deleteRequest', { incident: incidentNumber, requestId: known.request });
	use('incident', 'deleteAttachment', { incident, attachmentId: known.attachment });
	refused('incident', 'addTimeSpent', {
		incident,
		minutes: 15,
		additionalFields: { otherFields: { operator: 1 } },
	});
	refused('incident', 'update', { incident, updateFields: { otherFields: { targetDate: 'morgen' } } });

	use('incident', 'getMajor', { onlyPublished: true });
	use('incident', 'getMajor', {
		onlyPublished: false,
		options: { also: incident, closedSince: '2026-11-01T09:00:00' },
	});

	const { change, changeNumber, changeActivity } = known;
	const brief = { briefDescription: 'Nieuwe balie' };
	use('change', 'create', {
		...brief,
		requester: known.person,
		additionalFields: { request: 'Graag', impact: 'Hoog' },
	});
	refused('change', 'create', { ...brief, requester: NOT_AN_ID });
	refused('change', 'create', { ...brief, requester: known.person, changeType: 'groot' });
	use('change', 'getAll', {
		limit: 1,
		filters: { changeType: 'simple', open: true, phase: ['simple', 'rfc'] },
	});
	refused('change', 'getAll', { filters: { open: 'misschien' } });
	const period = { start: '2026-11-02T00:00:00', end: '2026-12-31T00:00:00' };
	use('change', 'getCalendar', {
		...period,
		filters: {
			cardType: ['change_simple', 'activity_normal'],
			currentState: ['planned'],
			branch: 'Turfmarkt',
		},
		options: { also: known.plannedChange },
	});
	refused('change', 'getCalendar', { ...period, filters: { cardType: ['iets'] } });
	use('change', 'transition', {
		record: change,
		from: 'rfc',
		transition: 'approve',
		options: { comment: 'Akkoord' },
	});
	refused('change', 'transition', { record: change, from: 'nergens', transition: 'approve' });
	for (const record of [change, changeNumber]) use('change', 'get', { record });
	use('change', 'update', {
		record: change,
		updateFields: { benefit: 'Sneller', otherFields: { '/impact': 'Laag' } },
	});
	use('changeActivity', 'create', {
		changeId: change,
		...brief,
		additionalFields: { plannedFinalDate: '2026-11-04' },
	});
	refused('changeActivity', 'create', { changeId: change, ...brief, activityType: 'soms' });
	use('changeActivity', 'get', { record: changeActivity });
	use('changeActivity', 'getAll', {
		limit: 1,
		filters: { change, blocked: false, finalDateAfter: '2026-11-02T10:00:00' },
		options: { fields: 'id' },
	});
	use('changeActivity', 'update', {
		record: changeActivity,
		updateFields: { briefDescription: 'Opnieuw meten' },
	});
	for (const [resource, record] of [
		['change', change],
		['changeActivity', changeActivity],
	] as const) {
		use(resource, 'addNote', { record, note: 'Besproken' });
		use(resource, 'getProgressTrail', { record });
		use(resource, 'getRequests', { record });
	}

	const activity = { record: known.operationalActivity };
	use('operationalActivity', 'create', { ...brief, ...DATES });
	refused('operationalActivity', 'create', {
		...brief,
		...DATES,
		additionalFields: { otherFields: { action: 1 } },
	});
	use('operationalActivity', 'get', activity);
	use('operationalActivity', 'getAll', {
		limit: 1,
		options: { fields: 'id,number', sort: 'number:asc' },
	});
	use('operationalActivity', 'update', {
		...activity,
		updateFields: { plannedEndDate: '2026-11-05T17:00:00' },
	});
	use('operationalActivity', 'transition', {
		...activity,
		mark: 'resolved',
		options: { dateTime: '2026-11-03T12:00' },
	});
	refused('operationalActivity', 'transition', {
		...activity,
		mark: 'skipped',
		options: { reason: NOT_AN_ID },
	});
	use('operationalActivity', 'addNote', { ...activity, note: 'Vervangen' });
	use('operationalActivity', 'getActions', activity);
	use('operationalActivity', 'getRequests', activity);

	const item = { record: known.knowledgeItem };
	use('knowledgeItem', 'create', { title: 'Printer', parent: change, content: '<p>Zet hem aan.</p>' });
	use('knowledgeItem', 'get', item);
	use('knowledgeItem', 'getAll', { filters: { language: 'nl' }, options: { fields: 'title' } });
	use('knowledgeItem', 'update', { ...item, language: 'nl', updateFields: { title: 'Wachtwoord kwijt' } });

	use('service', 'get', { record: known.service });
	refused('service', 'get', { record: NOT_AN_ID });
	use('service', 'getAll', { filters: { assetId: 'LAPTOP-0042' } });
	use('service', 'getLinkedAssets', { record: known.service });
	use('asset', 'get', { record: known.asset });
	refused('asset', 'get', { record: NOT_AN_ID });
	use('asset', 'getAll', { filters: { nameFragment: 'laptop' }, options: { fields: 'name' } });

	use('person', 'create', {
		surName: 'Jansen',
		branch: known.branch,
		additionalFields: { email: 'p@venj.example' },
	});
	refused('person', 'create', { surName: 'Jansen', branch: NOT_AN_ID });
	refused('person', 'create', {
		surName: 'Jansen',
		branch: known.branch,
		additionalFields: { email: 'geen adres' },
	});
	use('person', 'update', {
		record: known.person,
		updateFields: { jobTitle: 'Jurist', department: known.branch, budgetHolder: known.branch },
	});
	for (const resource of ['person', 'operator', 'operatorGroup', 'supplier', 'branch', 'location']) {
		use(resource, 'get', { record: known[resource] });
		use(resource, 'getAll', {
			limit: 10,
			filters: { query: "name=sw='A'" },
			options: { includeArchived: true },
		});
		use(resource, 'getAll', { returnAll: true });
	}
	refused('supplier', 'get', { record: NOT_AN_ID });

	use('email', 'send', {
		from: 'desk@venj.example',
		to: 'a@b.example, c@d.example',
		subject: 'Bericht',
		body: 'Dag',
	});
	use('webhook', 'trigger', { webhook: 'signaal-ontvangen', body: '{"reference": "R-2026-000123"}' });
	for (const list of [...Object.keys(LOOKUPS), 'searchlist']) {
		use('lookupList', 'getAll', { list, returnAll: true });
	}
	use('report', 'getAll', {
		entity: 'Incidents',
		returnAll: true,
		options: { select: 'number', filter: "number eq 'x'" },
	});
	use('apiRequest', 'send', { method: 'GET', path: '/tas/api/incidents', query: '{"pageSize": 1}' });
	refused('apiRequest', 'send', { method: 'GET', path: '/tas/api/incidents', query: '{"pageSize": 0}' });
	return cases;
}
