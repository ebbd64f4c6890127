import { simulatorPerTest } from '../simulators/planon/for-tests';
import { DEFAULT_DEFINITIONS } from '../simulators/planon/store';
import { signalFor } from '../support/signals';
import { planonRunner } from './support/planon';

const WARNING = { code: 'PN_H00427', description: 'There is a request like this one already' };
const simulator = simulatorPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrWarned: { ...DEFAULT_DEFINITIONS.UsrRequest!, warning: WARNING },
	},
});

const run = planonRunner(simulator);

const create = {
	operation: 'create',
	definition: 'UsrRequest',
	fields: { field: [{ name: 'Description', type: 'text', value: '={{ $json.signal.subject }}' }] },
	referenceField: 'FreeString1',
	reference: '={{ $json.signal.reference }}',
	otherValues: '{"HighPriority": true}',
};
const signal = signalFor('<a@x>', { reference: 'R-2026-000123' });
const items = [{ json: { signal: signal as never } }];

describe('the Planon node', () => {
	it('creates a record from a signal and gives its ticket, once', async () => {
		const { outputs, error } = await run(create, { items });
		expect(error).toBeUndefined();
		expect(outputs).toMatchObject([
			[
				{
					json: {
						signal: { reference: 'R-2026-000123' },
						created: true,
						ticket: { system: 'planon', number: '1000001', id: '1' },
					},
					pairedItem: { item: 0 },
				},
			],
		]);
		expect(simulator().records('UsrRequest')).toMatchObject([
			{ Description: 'Laptop start niet op', FreeString1: 'R-2026-000123', HighPriority: true },
		]);
		const again = await run(create, { items });
		expect(again.outputs[0]![0]!.json).toMatchObject({ created: false, ticket: { number: '1000001' } });
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it('reads, executes and changes state by a filter', async () => {
		await run(create, { items });
		const filter = { condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: '1' }] };
		const on = { definition: 'UsrRequest', filter };
		const saved = await run({
			operation: 'execute',
			...on,
			method: 'BomSave',
			fields: { field: [{ name: 'PropertyRef', type: 'number', value: '8' }] },
		});
		expect(saved.error).toBeUndefined();
		const changed = await run({ operation: 'changeState', ...on, state: 'UsrInProgress' });
		expect(changed.error).toBeUndefined();
		const read = await run({
			operation: 'read',
			...on,
			options: { archiveMode: 'all', referenceDate: '2026-11-24' },
		});
		expect(read.outputs[0]).toMatchObject([
			{ json: { PropertyRef: 8, RefBOStateUserDefined: 'UsrInProgress' }, pairedItem: { item: 0 } },
		]);
	});

	it('gives no more than the limit', async () => {
		for (const reference of ['a', 'b', 'c']) await run({ ...create, fields: {}, reference });
		const read = await run({ operation: 'read', definition: 'UsrRequest', limit: 2 });
		expect(read.outputs[0]).toHaveLength(2);
		const all = await run({ operation: 'read', definition: 'UsrRequest', returnAll: true });
		expect(all.outputs[0]).toHaveLength(3);
	});

	it('says which definition Planon does not know, and whom to ask', async () => {
		const { error } = await run({ ...create, definition: 'UsrKlacht' }, { items });
		expect(error).toMatchObject({
			message: "Planon does not know the definition 'UsrKlacht': PN_D00001: Unknown definition UsrKlacht",
			description: expect.stringContaining('Ask your Planon administrator') as string,
		});
	});

	it('says that the access key is wrong', async () => {
		const { error } = await run(create, { items, credential: { accessKey: 'oud' } });
		expect(error).toMatchObject({
			message: 'Planon does not accept the access key',
			description: expect.stringContaining('Access keys expire') as string,
		});
	});

	it('says that Planon cannot be reached', async () => {
		await simulator().stop();
		const { error } = await run(create, { items });
		expect(error!.message).toContain('the server refuses the connection');
	});

	it('says which value cannot be right', async () => {
		const number = { condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: 'acht' }] };
		const read = { operation: 'read', definition: 'UsrRequest' };
		expect((await run({ ...read, filter: number })).error!.message).toContain("'acht' is no number");
		const date = await run({ ...read, options: { referenceDate: 'morgen' } });
		expect(date.error!.message).toContain('Write the reference date as 2026-11-24');
		const json = await run({ ...create, otherValues: '{PropertyRef' }, { items });
		expect(json.error!.message).toContain('Other Values is not a JSON object');
	});

	it('goes on with the next item where the node is set to', async () => {
		const two = [{ json: { signal: { subject: 'x' } } }, ...items] as typeof items;
		const { outputs, error } = await run(create, { items: two, onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { created: true }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('Reference') as string } }]);
	});

	it('looks up, updates, deletes, and reads with a name from a list and a raw filter', async () => {
		for (const Description of ['Lift', 'Deur', 'Lamp']) simulator().add('UsrRequest', { Description });
		const definition = 'UsrRequest';
		const found = await run({ operation: 'lookUp', definition, lookUpValue: '1000002' });
		expect(found.outputs[0]).toMatchObject([{ json: { Description: 'Deur' } }]);
		const field = { __rl: true, mode: 'list', value: 'Syscode' };
		const filter = { condition: [{ field, operator: 'eq', type: 'number', value: '2' }] };
		const name = { __rl: true, mode: 'list', value: 'Comment' };
		const updated = await run({
			operation: 'update',
			definition,
			filter,
			fields: { field: [{ name, type: 'text', value: 'klemt' }] },
		});
		expect(updated.outputs[0]).toMatchObject([{ json: { Syscode: 2, Comment: 'klemt' } }]);
		await run({ operation: 'delete', definition, rawFilter: '{"Syscode": {"ge": 3}, "Syscode": {"le": 3}}' });
		expect(simulator().records(definition)).toHaveLength(2);
		const none = await run({ operation: 'update', definition, filter: {} });
		expect(none.error!.message).toContain('without a filter this would concern every record');
	});

	it('reads in windows of Syscodes and of time', async () => {
		for (let index = 0; index < 30; index++) simulator().add('UsrRequest', {});
		const read = { operation: 'read', definition: 'UsrRequest', returnAll: true };
		const windows = { size: 7, mostInAnswer: 5 };
		const bySyscode = await run({ ...read, readIn: 'syscode', windows });
		expect(bySyscode.outputs[0]).toHaveLength(30);
		const byTime = await run({
			...read,
			readIn: 'time',
			fromMoment: '2026-11-02T10:00:00',
			toMoment: '2026-11-02T10:00:00',
			windows,
		});
		expect(byTime.outputs[0]).toHaveLength(30);
		const limited = await run({ ...read, returnAll: false, limit: 8, readIn: 'syscode', windows });
		expect(limited.outputs[0]!.map(({ json }) => json.Syscode)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		const unclear = await run({ ...read, readIn: 'time', fromMoment: 'gisteren' });
		expect(unclear.error!.message).toContain("'gisteren' in From Moment is no moment");
	});

	it('gives dates as text, and takes them as a pair', async () => {
		const date = { name: 'RequestedUserEndDateTime', type: 'dateTime', value: '2026-12-01T13:00:00Z' };
		await run({ ...create, fields: { field: [date] } }, { items });
		const pair = { date: '2026-12-01', time: '14:00:00' };
		expect(simulator().records('UsrRequest')).toMatchObject([{ RequestedUserEndDateTime: pair }]);
		const read = { operation: 'read', definition: 'UsrRequest' };
		expect((await run(read)).outputs[0]).toMatchObject([{ json: { RequestedUserEndDateTime: pair } }]);
		const asText = await run({ ...read, options: { dateTimes: 'text' } });
		expect(asText.outputs[0]).toMatchObject([{ json: { RequestedUserEndDateTime: '2026-12-01T14:00:00' } }]);
	});

	it('answers the chosen warnings, and tells which', async () => {
		const warned = { ...create, definition: 'UsrWarned' };
		const stopped = await run(warned, { items });
		expect(stopped.error).toMatchObject({ message: expect.stringContaining(WARNING.code) as string });
		const options = { answerWarnings: 'chosen', warningCodes: `PN_X, ${WARNING.code}` };
		const { outputs } = await run({ ...warned, options }, { items });
		expect(outputs[0]).toMatchObject([{ json: { created: true, answeredWarnings: [WARNING] } }]);
	});

	it('sends a batch of all items, with an outcome for each', async () => {
		simulator().add('UsrRequest', {});
		simulator().add('UsrRequest', {});
		const states = ['UsrInProgress', 'Klaar', 'UsrCompleted'];
		const batch = {
			operation: 'batch',
			batchAction: 'changeState',
			definition: 'UsrRequest',
			state: '={{ $json.state }}',
			filter: {
				condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: '={{ $json.code }}' }],
			},
		};
		const three = states.map((state, index) => ({ json: { state, code: String(Math.max(index, 1)) } }));
		const { outputs, error } = await run(batch, { items: three, onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: { Syscode: 1, RefBOStateUserDefined: 'UsrInProgress' }, pairedItem: { item: 0 } },
			{ json: { Syscode: 2, RefBOStateUserDefined: 'UsrCompleted' }, pairedItem: { item: 2 } },
		]);
		expect(outputs[1]).toMatchObject([
			{ json: { error: expect.stringContaining('Klaar is not a state') as string, state: 'Klaar' } },
		]);
		expect(simulator().requests()).toEqual(['batch']);
	});

	it('uploads a file and downloads it again', async () => {
		const content = Buffer.from([0, 255, 128, 13, 10]);
		const data = { data: content.toString('base64'), mimeType: 'image/png', fileName: 'foto.png' };
		const up = await run(
			{ resource: 'file', operation: 'upload' },
			{ items: [{ json: {}, binary: { data } }] },
		);
		expect(up.error).toBeUndefined();
		const [{ json }] = up.outputs[0]! as [{ json: { fileKey: string } }];
		expect(simulator().files().get(json.fileKey)).toEqual({ name: 'foto.png', content });
		const down = await run({
			resource: 'file',
			operation: 'download',
			downloadBody: JSON.stringify({ fileKey: json.fileKey }),
		});
		expect(down.error).toBeUndefined();
		expect(down.outputs[0]).toMatchObject([
			{ json: { fileName: 'foto.png' }, binary: { data: { fileName: 'foto.png', fileSize: '5 B' } } },
		]);
		expect(Buffer.from(down.outputs[0]![0]!.binary!.data!.data, 'base64')).toEqual(content);
	});

	it.each([
		['../../home/node/.n8n/config', 'config'],
		['..%2F..%2Fwachtwoord.txt', 'wachtwoord.txt'],
		['..', 'download'],
	])('gives a file that Planon calls %s no folders', async (name, kept) => {
		simulator()
			.files()
			.set('1', { name, content: Buffer.from('x') });
		const download = { resource: 'file', operation: 'download', downloadBody: '{"fileKey": "1"}' };
		const { outputs } = await run(download);
		expect(outputs[0]).toMatchObject([{ json: { fileName: kept }, binary: { data: { fileName: kept } } }]);
		expect(outputs[0]![0]!.binary!.data!.directory).toBeUndefined();
	});
});
