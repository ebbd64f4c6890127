import { tellIncident } from '../../../nodes/Topdesk/trigger/tell-incident';
import type { TrailText } from '../../../nodes/Topdesk/trigger/progress-trail';
import {
	incidentChange,
	versionOf,
	type IncidentVersion,
} from '../../../nodes/Topdesk/trigger/tracked-incident';

const AT = Date.parse('2026-11-24T09:00:00Z');
const DAY = 24 * 3_600_000;

const incident = (changes: object = {}) =>
	incidentChange({
		id: 'a1',
		number: 'I 2611 004',
		status: 'firstLine',
		externalNumber: 'R-2026-000123',
		creationDate: '2026-11-20T09:00:00Z',
		modificationDate: '2026-11-24T09:00:00.250+0000',
		processingStatus: { id: 's1', name: 'Aangemeld' },
		closed: false,
		completed: false,
		...changes,
	});
const before: IncidentVersion = versionOf(incident().record);

const tell = (
	changes: object,
	{ version, floor = AT - DAY }: { version?: IncidentVersion; floor?: number } = {},
	trail: TrailText[] = [],
) => tellIncident(incident(changes), { version, floor }, trail);
/** What is given: what has a moment from before is not. */
const events = (...asked: Parameters<typeof tell>) =>
	tell(...asked)
		.filter(({ at }) => at === undefined || at >= AT - DAY)
		.map(({ event }) => event.event);

describe('what happened to an incident', () => {
	it('is the same version with and without parts of a second, and another one when a field differs', () => {
		const [one, two] = [incident(), incident({ modificationDate: '2026-11-24T09:00:00Z' })];
		expect([two.moment, two.fingerprint]).toEqual([one.moment, one.fingerprint]);
		expect(incident({ onHold: true }).fingerprint).not.toBe(one.fingerprint);
	});

	it('is nothing but an update when nothing changed that has a name', () => {
		expect(events({}, { version: before })).toEqual(['updated']);
	});

	it('is its creation, and no update, when it is new', () => {
		expect(events({ creationDate: '2026-11-24T09:00:00Z' })).toEqual(['created']);
	});

	it('is compared with nothing when it was not known', () => {
		expect(tell({}).map(({ event }) => [event.event, event.from, event.to])).toEqual(
			expect.arrayContaining([['statusChanged', null, 'Aangemeld']]),
		);
	});

	it('is closed by the date that somebody typed, when it was known to be open', () => {
		const closed = { closed: true, closedDate: '2026-01-01T00:00:00Z' };
		expect(events(closed, { version: before })).toEqual(['updated', 'closed']);
		const known = versionOf(incident(closed).record);
		expect(events(closed, { version: known })).toEqual(['updated']);
		expect(events({ ...closed, closedDate: '2026-11-24T09:00:00Z' }, { version: known })).toContain('closed');
	});

	it('was closed before, when it was not known and its date is old', () => {
		expect(events({ closed: true, closedDate: '2026-01-01T00:00:00Z' })).not.toContain('closed');
		expect(events({ closed: true, closedDate: '2026-11-24T08:59:00Z' })).toContain('closed');
	});

	it('is archived once', () => {
		const archived = { status: 'secondLineArchived' };
		expect(events(archived, { version: before })).toEqual(['updated', 'archived']);
		const version = versionOf(incident(archived).record);
		expect(events(archived, { version })).toEqual(['updated']);
	});

	it('is what was written, but not the first request of the caller', () => {
		const text = { text: 'Hallo', name: 'Jan', invisibleForCaller: false };
		const created = Date.parse('2026-11-24T09:00:00Z');
		const trail: TrailText[] = [
			{ ...text, id: 't1', at: created, by: 'caller' },
			{ ...text, id: 't2', at: created, by: 'operator' },
			{ ...text, id: 't3', at: created + 1000, by: 'caller' },
		];
		const told = tell({ creationDate: '2026-11-24T09:00:00Z' }, {}, trail);
		expect(told.flatMap(({ event, at }) => (event.entry ? [[event.event, event.entry.id, at]] : []))).toEqual(
			[
				['memoAdded', 't2', created],
				['callerReplied', 't3', created + 1000],
			],
		);
	});

	it('cannot be told of an incident without its moments', () => {
		expect(() => incident({ modificationDate: 'gisteren' })).toThrow(/I 2611 004 .*'gisteren' is no moment/);
	});
});
