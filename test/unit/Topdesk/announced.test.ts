import { runOperation } from '../../conformance/operations';
import { clientOf, simulatorPerTest } from '../../simulators/topdesk/for-tests';

const simulator = simulatorPerTest();
const run = (resource: string, operation: string, parameters: Record<string, unknown> = {}) =>
	runOperation(clientOf(simulator()).client, { resource, operation, parameters });
const calendar = (parameters: Record<string, unknown> = {}) =>
	run('change', 'getCalendar', { start: '2026-11-02', end: '2026-12-31T23:59:59', ...parameters });

const plan = (briefDescription: string, day: string, more = {}) =>
	simulator().planChange({
		briefDescription,
		plannedStartDate: `${day}T07:00:00+0000`,
		plannedImplementationDate: `${day}T11:00:00+0000`,
		...more,
	});

describe('the change calendar', () => {
	it('gives what is planned in a period, without who asked for it', async () => {
		plan('Onderhoud wifi', '2026-12-05', { category: 'Onderhoud' });
		plan('Volgend jaar', '2027-03-01');
		plan('Nieuwe laptops', '2026-12-06', { category: 'Project' });
		expect(await calendar({ filters: { category: 'Onderhoud', cardType: ['change_simple'] } })).toEqual([
			{
				id: expect.any(String) as string,
				number: 'W2611-001',
				briefDescription: 'Onderhoud wifi',
				cardType: 'change_simple',
				currentState: 'planned',
				start: '2026-12-05T07:00:00+0000',
				end: '2026-12-05T11:00:00+0000',
			},
		]);
		expect(await calendar()).toHaveLength(2);
	});

	it('tells of a known change that it began, was moved out of the period, or was canceled', async () => {
		const numbers = ['2026-12-05', '2026-12-06', '2026-12-07'].map((day) => plan(`Werk op ${day}`, day));
		const also = (await calendar()).map(({ id }) => id);
		simulator().planChange({ startDate: '2026-12-05T07:05:00+0000' }, numbers[0]);
		const moved = {
			plannedStartDate: '2027-02-01T07:00:00Z',
			plannedImplementationDate: '2027-02-01T11:00:00Z',
		};
		simulator().planChange(moved, numbers[1]);
		simulator().planChange({ processingStatus: 'rejected' }, numbers[2]);
		const known = await calendar({ options: { also: [...also, '7c1a5e0e-1111-4000-a000-000000000000'] } });
		expect(known.map(({ number, currentState, start }) => [number, currentState, start])).toEqual([
			['W2611-001', 'in_progress', '2026-12-05T07:05:00+0000'],
			['W2611-002', 'planned', '2027-02-01T07:00:00Z'],
			['W2611-003', 'canceled', undefined],
		]);
		const { length } = simulator().requests();
		await calendar({ options: { also: also.slice(0, 1) } });
		expect(simulator().requests().slice(length)).toEqual(['GET /tas/api/changeCalendar']);
	});
});

describe('major incidents', () => {
	const major = (parameters: Record<string, unknown> = {}) => run('incident', 'getMajor', parameters);

	it('are given while they last, without who reported them', async () => {
		const wifi = { briefDescription: 'Geen wifi', request: 'Jan belde', caller: { dynamicName: 'Jan' } };
		simulator().majorIncident(wifi);
		simulator().majorIncident({ briefDescription: 'Nog niet in het portaal', publishToSsd: false });
		simulator().majorIncident({ briefDescription: 'Gewoon', majorCall: false });
		const [found, ...others] = await major();
		expect(found).toMatchObject({ briefDescription: 'Geen wifi', majorCall: true, closed: false });
		expect(others).toEqual([]);
		expect(JSON.stringify(found)).not.toContain('Jan');
		expect(await major({ onlyPublished: false })).toHaveLength(2);
	});

	it('come when they are known, also once they are closed, archived or major no more', async () => {
		const numbers = ['een', 'twee', 'drie'].map((briefDescription) =>
			simulator().majorIncident({ briefDescription }),
		);
		const also = (await major()).map(({ id }) => id).join(', ');
		simulator().majorIncident({ closed: true }, numbers[0]);
		simulator().majorIncident({ majorCall: false }, numbers[1]);
		await run('incident', 'archive', { incident: numbers[2], reason: 'Afgehandeld' });
		expect(await major()).toEqual([]);
		expect(await major({ options: { also } })).toMatchObject([
			{ briefDescription: 'een', closed: true },
			{ briefDescription: 'twee', majorCall: false },
			{ briefDescription: 'drie', status: 'firstLineArchived' },
		]);
		const closed = await major({ options: { closedSince: '2026-11-02T08:00:00' } });
		expect(closed.map(({ briefDescription }) => briefDescription)).toEqual(['een']);
	});
});
