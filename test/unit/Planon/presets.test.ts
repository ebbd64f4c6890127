import { addComment } from '../../../nodes/Planon/presets/add-comment';
import { caseOf, findRecord, type PresetContext } from '../../../nodes/Planon/presets/case';
import { createOrGet } from '../../../nodes/Planon/presets/create-or-get';
import { getHistory } from '../../../nodes/Planon/presets/get-history';
import { getMany } from '../../../nodes/Planon/presets/get-many';
import { presetMapping, type Preset } from '../../../nodes/Planon/presets/mapping';
import { setState } from '../../../nodes/Planon/presets/set-state';
import { DateTime } from 'luxon';
import { clientOf, simulatorPerTest, STILL } from '../../simulators/planon/for-tests';

const ORDER_STATES = {
	stateReported: 'UsrOrderReported = 229',
	stateInProgress: 'UsrOrderAccepted = 230',
	stateCompleted: 'UsrOrderDone = 231',
	stateCanceled: '',
};
const CREDENTIAL = {
	referencePrefix: 'DC-',
	historyDefinition: '',
	presetDifferences: { order: ORDER_STATES, complaint: { historyDefinition: 'UsrComplaintHistory' } },
};

const simulator = simulatorPerTest();

const context = (preset: Preset, credential: object = CREDENTIAL): PresetContext => ({
	client: clientOf(simulator()),
	preset,
	mapping: presetMapping({ ...credential }, preset),
	timeZone: 'Europe/Amsterdam',
});
const NEW = {
	reference: 'R-1',
	description: 'Lift staat stil',
	comment: 'Al twee dagen',
	requestor: '4711',
	values: {},
};
const R1 = { by: 'reference', value: 'R-1' } as const;

describe('the mapping of a preset', () => {
	it('has the public field names when nothing was filled in', () => {
		expect(presetMapping({}, 'complaint')).toMatchObject({
			definition: 'UsrComplaint',
			referenceField: 'FreeString1',
			stateField: 'RefBOStateUserDefined',
			stateCompleted: { name: 'UsrCompleted', shown: ['UsrCompleted'] },
		});
	});

	it('takes what differs for one preset', () => {
		const credential = {
			requestDefinition: 'UsrMelding',
			referenceField: 'FreeString5',
			presetDifferences: '{"order": {"referenceField": "FreeString2"}}',
		};
		expect(presetMapping(credential, 'request')).toMatchObject({
			definition: 'UsrMelding',
			referenceField: 'FreeString5',
		});
		expect(presetMapping(credential, 'order')).toMatchObject({
			definition: 'UsrOrder',
			referenceField: 'FreeString2',
		});
	});

	it.each([
		['{"orders": {}}', "has 'orders'. Presets are"],
		['{"order": {"referencefield": "x"}}', "has 'referencefield'. Settings are"],
		['{order', 'is not a JSON object'],
	])('refuses %s', (presetDifferences, message) => {
		expect(() => presetMapping({ presetDifferences }, 'order')).toThrow(message);
	});
});

describe.each(['complaint', 'order', 'request'] as const)('a %s', (preset) => {
	it('is made once for its reference, and found by each of its keys', async () => {
		const made = await createOrGet(context(preset), NEW);
		expect(made).toMatchObject({
			created: true,
			reference: 'R-1',
			description: 'Lift staat stil',
			comment: 'Al twee dagen',
			requestor: 4711,
			state: 'reported',
			syscode: '1',
			createdAt: '2026-11-02T09:00:00.000Z',
			ticket: { system: 'planon', number: '1000001' },
			record: { FreeString1: 'DC-R-1' },
		});
		expect(await createOrGet(context(preset), NEW)).toMatchObject({ created: false, syscode: '1' });
		for (const id of [R1, { by: 'number', value: '1000001' }, { by: 'syscode', value: '1' }] as const) {
			const record = await findRecord(context(preset), id);
			expect(caseOf(context(preset), record)).toMatchObject({ reference: 'R-1', number: '1000001' });
		}
	});

	it('is not made twice when the answer was lost', async () => {
		simulator().misbehave({ match: { path: '/execute/' }, times: 1, how: 'cut-after-write' });
		expect(await createOrGet(context(preset), NEW)).toMatchObject({ created: true, syscode: '1' });
		expect(simulator().records(context(preset).mapping.definition)).toHaveLength(1);
	});

	it('goes through its states, and stays in one that it has already', async () => {
		await createOrGet(context(preset), NEW);
		const to = (mapped: 'inProgress' | 'completed') => setState(context(preset), R1, { mapped });
		expect(await to('inProgress')).toMatchObject({ changed: true, state: 'inProgress' });
		expect(await to('inProgress')).toMatchObject({ changed: false, state: 'inProgress' });
		expect(await to('completed')).toMatchObject({ changed: true, state: 'completed' });
	});

	it('gets a comment once, behind or before what was there', async () => {
		await createOrGet(context(preset), NEW);
		const comment = { text: 'Monteur komt morgen', author: 'FMH', place: 'bottom', now: STILL() } as const;
		const added = await addComment(context(preset), R1, comment);
		expect(added).toMatchObject({
			added: true,
			comment: 'Al twee dagen\n\n2026-11-02 10:00 FMH:\nMonteur komt morgen',
		});
		const later = { ...comment, now: new Date('2026-11-03T09:00:00Z') };
		expect(await addComment(context(preset), R1, later)).toMatchObject({ added: false });
		// A part of an earlier comment is another one.
		const short = { ...comment, text: 'Monteur', author: '', place: 'top' } as const;
		expect(await addComment(context(preset), R1, short)).toMatchObject({
			added: true,
			comment: expect.stringMatching(/^2026-11-02 10:00:\nMonteur\n\nAl twee dagen/) as string,
		});
	});
});

describe('setting a state', () => {
	it('is refused by a rule of Planon', async () => {
		await createOrGet(context('order'), NEW);
		await expect(setState(context('order'), R1, { mapped: 'completed' })).rejects.toThrow(
			'UsrOrder cannot go from UsrOrderReported to UsrOrderDone',
		);
	});

	it('that is not mapped is refused with where to map it, and can be named', async () => {
		await createOrGet(context('order'), NEW);
		await expect(setState(context('order'), R1, { mapped: 'canceled' })).rejects.toMatchObject({
			message: "The state of a order that means 'canceled' is not filled in",
			hint: expect.stringContaining('in the credential') as string,
		});
		expect(await setState(context('order'), R1, { name: 'UsrOrderAccepted' })).toMatchObject({
			state: 'inProgress',
		});
	});
});

describe('finding one', () => {
	it('says that there is none, or that there are more', async () => {
		await expect(findRecord(context('request'), R1)).rejects.toThrow(
			"Planon has no request with reference 'R-1'",
		);
		for (let time = 0; time < 2; time++) simulator().add('UsrRequest', { FreeString1: 'DC-R-1' });
		await expect(findRecord(context('request'), R1)).rejects.toThrow('2 records of UsrRequest');
		await expect(findRecord(context('request'), { by: 'syscode', value: 'x' })).rejects.toThrow('no Syscode');
		await expect(findRecord(context('request'), { by: 'number', value: ' ' })).rejects.toThrow(
			'Fill in the number',
		);
	});

	it('gives no reference for what others put in that field', async () => {
		simulator().add('UsrRequest', { FreeString1: 'van iemand anders' });
		const record = await findRecord(context('request'), { by: 'syscode', value: '1' });
		expect(caseOf(context('request'), record).reference).toBeNull();
	});
});

describe('the history', () => {
	it('comes from the history definition where there is one', async () => {
		await createOrGet(context('complaint'), NEW);
		await setState(context('complaint'), R1, { mapped: 'inProgress' });
		await setState(context('complaint'), R1, { mapped: 'completed' });
		expect(await getHistory(context('complaint'), R1)).toMatchObject({
			complete: true,
			history: [
				{ kind: 'history', text: 'State UsrReported became UsrInProgress' },
				{ kind: 'history', text: 'State UsrInProgress became UsrCompleted' },
			],
		});
	});

	it('is what the record tells where there is none, and says that it is not complete', async () => {
		await createOrGet(context('request'), NEW);
		expect(await getHistory(context('request'), R1)).toMatchObject({
			complete: false,
			history: [{ kind: 'reported', at: '2026-11-02T09:00:00.000Z' }],
		});
	});
});

describe('getting many', () => {
	const period = { from: DateTime.fromISO('2026-11-01'), to: DateTime.fromISO('2026-11-30') };
	const search = { by: 'inserted', states: [], limit: Infinity, filter: [], ...period } as const;

	it('gives those of a period, in the states that were asked for, up to the limit', async () => {
		for (const reference of ['R-1', 'R-2', 'R-3'])
			await createOrGet(context('request'), { ...NEW, reference });
		await setState(context('request'), { by: 'reference', value: 'R-2' }, { mapped: 'completed' });
		const many = async (changes: object) =>
			(await getMany(context('request'), { ...search, ...changes })).map(({ reference }) => reference);
		expect(await many({})).toEqual(['R-1', 'R-2', 'R-3']);
		expect(await many({ states: ['completed', 'canceled'] })).toEqual(['R-2']);
		expect(await many({ limit: 2 })).toEqual(['R-1', 'R-2']);
		expect(await many({ from: DateTime.fromISO('2026-11-10') })).toEqual([]);
		const filter = [{ field: 'Description', operator: 'eq', value: 'Deur' }];
		expect(await many({ filter })).toEqual([]);
	});
});
