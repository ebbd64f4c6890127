import { refuse, refuseField } from './errors';
import type { Entry, Lists } from './lists';

export type Body = Record<string, unknown>;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** With or without offset; `2026-11-02T09:00:00Z` and `...+0100` both occur. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

const MAX_LENGTH: Record<string, number> = { briefDescription: 80, externalNumber: 60 };
const TEXTS = ['briefDescription', 'externalNumber', 'request', 'action', 'feedbackMessage'];
const BOOLEANS = [
	'actionInvisibleForCaller',
	'onHold',
	'responded',
	'completed',
	'closed',
	'majorCall',
	'publishToSsd',
];
const NUMBERS = ['costs', 'feedbackRating'];
const DATES = ['targetDate', 'responseDate', 'completedDate', 'closedDate', 'callDate'];
/** By id or name, from a list that this environment has. */
const LISTED = [
	'category',
	'subcategory',
	'callType',
	'entryType',
	'impact',
	'urgency',
	'priority',
	'duration',
	'processingStatus',
	'closureCode',
] as const;
const LISTED_BY_ID = ['operator', 'operatorGroup', 'supplier', 'location', 'branch'] as const;
/** By id, of something this simulator does not keep: no id of it exists. */
const ELSEWHERE = ['sla', 'object', 'majorCallObject'];
const OBJECTS = ['caller', 'callerLookup', 'optionalFields1', 'optionalFields2', 'externalLink'];
const CREATE_ONLY = ['status', 'mainIncident'];

const CALLER_MAX: Record<string, number> = {
	dynamicName: 109,
	email: 100,
	phoneNumber: 25,
	mobileNumber: 25,
};

/** Checks a body as TOPdesk does; gives the fields of the incident that it sets. */
export function readBody(body: unknown, lists: Lists, kind: 'create' | 'update'): Body {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw refuse(400, 'The request body is not a JSON object');
	}
	const fields: Body = {};
	for (const [field, value] of Object.entries(body)) {
		if (kind === 'update' && CREATE_ONLY.includes(field)) throw unknown(field);
		fields[field] = readField(field, value, lists);
	}
	if (fields.caller && fields.callerLookup) {
		throw refuse(400, "The fields 'caller' and 'callerLookup' cannot be given together");
	}
	if (fields.status === 'partial' && !fields.mainIncident) {
		throw refuse(400, "A partial incident needs a 'mainIncident'");
	}
	const { callerLookup, ...plain } = fields;
	if (callerLookup) plain.caller = callerLookup;
	return placeSubcategory(plain, lists);
}

const unknown = (field: string) => refuse(400, `The field '${field}' does not exist`);
const badFormat = (field: string) => refuse(400, `The value of the field '${field}' has the wrong format`);

function readField(field: string, value: unknown, lists: Lists): unknown {
	if (TEXTS.includes(field)) return text(field, value, MAX_LENGTH[field]);
	if (BOOLEANS.includes(field)) return typed(field, value, 'boolean');
	if (NUMBERS.includes(field)) return typed(field, value, 'number');
	if (DATES.includes(field)) {
		if (typeof value !== 'string' || !DATE.test(value)) throw badFormat(field);
		return value;
	}
	if (field === 'status') {
		if (!['firstLine', 'secondLine', 'partial'].includes(String(value))) throw badFormat(field);
		return value;
	}
	const listed = LISTED.find((name) => name === field);
	if (listed) return fromList(field, value, lists[listed], true);
	const listedById = LISTED_BY_ID.find((name) => name === field);
	if (listedById) return fromList(field, value, lists[listedById], false);
	if (ELSEWHERE.includes(field)) return fromList(field, value, [], true);
	if (field === 'mainIncident' || OBJECTS.includes(field)) {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badFormat(field);
		if (field === 'callerLookup') return registeredCaller(value as Body, lists);
		if (field === 'caller') return unregisteredCaller(value as Body);
		return value;
	}
	throw unknown(field);
}

function typed(field: string, value: unknown, type: 'boolean' | 'number'): unknown {
	if (typeof value !== type) throw badFormat(field);
	return value;
}

function text(field: string, value: unknown, max = Infinity): string {
	if (typeof value !== 'string') throw badFormat(field);
	if (value.length > max) {
		throw refuseField('value_overflow', field, `The value of '${field}' is longer than ${max} characters`);
	}
	return value;
}

/** The entry that is meant, by its id or name. */
export const entryOf = (field: string, value: unknown, list: readonly Entry[]): Entry =>
	fromList(field, value, list, true);

function fromList(field: string, value: unknown, list: readonly Entry[], byName: boolean): Entry {
	if (typeof value !== 'object' || value === null) throw badFormat(field);
	const { id, name, ...others } = value as Body;
	const [other] = Object.keys(others);
	if (other) throw unknown(`${field}.${other}`);
	if (name !== undefined && !byName) throw unknown(`${field}.name`);
	if ((id === undefined) === (name === undefined)) {
		throw refuse(400, `The field '${field}' needs either an id or a name`);
	}
	if (id !== undefined) {
		if (typeof id !== 'string' || !ID.test(id)) throw badFormat(`${field}.id`);
		const found = list.find((entry) => entry.id === id.toLowerCase());
		if (!found) throw refuse(404, `The id of the field '${field}' does not exist`);
		return found;
	}
	if (typeof name !== 'string') throw badFormat(`${field}.name`);
	const found = list.find((entry) => entry.name.toLowerCase() === name.trim().toLowerCase());
	if (!found) throw refuseField('lookup_failed', field, `No value '${name}' was found for '${field}'`);
	return found;
}

function registeredCaller(lookup: Body, lists: Lists): Body {
	const [key, ...more] = Object.keys(lookup);
	if (!key || more.length > 0) throw refuse(400, 'callerLookup needs exactly one key');
	if (key !== 'id' && key !== 'email') throw unknown(`callerLookup.${key}`);
	const wanted = lookup[key];
	if (typeof wanted !== 'string' || (key === 'id' && !ID.test(wanted))) {
		throw badFormat(`callerLookup.${key}`);
	}
	const person = lists.persons.find(
		(one) => !one.archived && one[key].toLowerCase() === wanted.toLowerCase(),
	);
	if (!person) throw refuse(key === 'id' ? 404 : 400, 'The caller could not be found');
	if (!person.caller) throw refuse(400, 'The person does not have the caller role');
	return { id: person.id, dynamicName: person.dynamicName, email: person.email };
}

function unregisteredCaller(caller: Body): Body {
	for (const [field, max] of Object.entries(CALLER_MAX)) {
		if (caller[field] !== undefined) text(`caller.${field}`, caller[field], max);
	}
	if (!caller.dynamicName) throw refuse(400, 'An unregistered caller needs a name');
	return { id: null, ...caller };
}

/** A subcategory must lie in the category, and fills it in when that was left out. */
function placeSubcategory(fields: Body, lists: Lists): Body {
	const chosen = fields.subcategory as Entry | undefined;
	if (!chosen) return fields;
	const category = fields.category as Entry | undefined;
	const places = lists.subcategory.filter(({ name }) => name === chosen.name);
	const place = category ? places.find((one) => one.category.id === category.id) : places[0];
	if (!place) throw refuse(400, `The subcategory '${chosen.name}' does not belong to the category`);
	if (!category && places.length > 1) {
		throw refuse(400, `The subcategory '${chosen.name}' belongs to more than one category`);
	}
	return { ...fields, category: place.category, subcategory: { id: place.id, name: place.name } };
}
