import { operationOf } from '../../../nodes/Topdesk/resources';
import type { WithFile } from '../../../nodes/Topdesk/resources/operation';
import { runOperation } from '../../conformance/operations';
import { clientOf, simulatorPerTest } from '../../simulators/topdesk/for-tests';
import { contextFor, memoryFiles } from '../../support/operation-context';

const simulator = simulatorPerTest();
const run = (resource: string, operation: string, parameters: Record<string, unknown> = {}) =>
	runOperation(clientOf(simulator()).client, { resource, operation, parameters });
const create = (parameters = {}) =>
	run('incident', 'create', { briefDescription: 'Wifi valt weg', ...parameters });

describe('an incident', () => {
	it('keeps a brief description that is too long in full above the request, and says so', async () => {
		const whole =
			'Printer op de derde verdieping drukt sinds vanochtend alleen nog maar lege bladen <af> & piept';
		const [made] = await create({ briefDescription: whole, request: 'Graag snel.' });
		expect(made).toMatchObject({ briefDescriptionShortened: true });
		expect(simulator().incidents()[0]).toMatchObject({
			briefDescription: 'Printer op de derde verdieping drukt sinds vanochtend alleen nog maar lege…',
			request: `${whole}\n\nGraag snel.`,
		});
		expect((await create())[0]).toMatchObject({ briefDescriptionShortened: false });
	});

	it('has its notes in the progress trail, visible for the caller or not', async () => {
		await create();
		const on = { incident: 'I 2611 001' };
		await run('incident', 'addNote', { ...on, note: 'Gebeld <3\nTerugbellen' });
		await run('incident', 'addNote', { ...on, note: '<b>Klaar</b>', html: true, visibleForCaller: true });
		expect(await run('incident', 'getProgressTrail', on)).toMatchObject([
			{ memoText: '<b>Klaar</b>', invisibleForCaller: false },
			{ memoText: 'Gebeld &lt;3<br>Terugbellen', invisibleForCaller: true },
		]);
		expect(await run('incident', 'countProgressTrail', on)).toEqual([{ count: 2 }]);
	});

	it('goes to the second line and back, and in and out of the archive', async () => {
		await create();
		const on = { incident: 'I 2611 001' };
		const statuses = [];
		for (const operation of ['escalate', 'deescalate', 'archive', 'unarchive']) {
			statuses.push((await run('incident', operation, on))[0]!.status);
		}
		expect(statuses).toEqual(['secondLine', 'firstLine', 'firstLineArchived', 'firstLine']);
		await expect(run('incident', 'escalate', { ...on, reason: 'Zomaar' })).rejects.toThrow(
			"No value 'Zomaar' was found for 'reason'",
		);
	});

	it('takes a file and gives it back as it was, by its number', async () => {
		await create();
		const { files, kept } = memoryFiles({
			...{ fileName: 'schade één.png', contentType: 'image/png' },
			content: Buffer.from([137, 80, 78, 71, 0, 255, 13, 10]),
		});
		const { client } = clientOf(simulator());
		const on = { incident: 'I 2611 001', binaryProperty: 'data' };
		const use = async (operation: string, parameters: object) =>
			await operationOf('incident', operation).run(contextFor(client, { ...on, ...parameters }, files));
		const [attachment] = (await use('uploadAttachment', { options: { description: 'Deuk' } })) as Array<{
			id: string;
		}>;
		expect(attachment).toMatchObject({ fileName: 'schade één.png', description: 'Deuk', size: 8 });
		await use('downloadAttachment', { attachmentId: attachment!.id });
		expect(kept).toEqual([
			{
				...{ fileName: 'schade één.png', contentType: 'image/png' },
				content: Buffer.from([137, 80, 78, 71, 0, 255, 13, 10]),
			},
		]);
		expect(await run('incident', 'deleteAttachment', { ...on, attachmentId: attachment!.id })).toEqual([
			{ deleted: true },
		]);
		expect(await run('incident', 'getAttachments', on)).toEqual([]);
		await expect(
			run('incident', 'downloadAttachment', { ...on, attachmentId: attachment!.id }),
		).rejects.toThrow(
			'TOPdesk could not download the attachment of incident I 2611 001, because something it refers to does not exist: It does not exist',
		);
	});

	it.each([
		['by TOPdesk', '../../home/node/.n8n/config', {}, 'config'],
		['in the node', 'foto.png', { fileName: '../../foto 2.png' }, 'foto 2.png'],
		['by TOPdesk with folders only', '../..', {}, undefined],
	])('gives a file that is named %s no folders', async (_by, fileName, options, name) => {
		await create();
		const { client } = clientOf(simulator());
		const { files, kept } = memoryFiles({
			...{ fileName, contentType: 'text/plain' },
			content: Buffer.from('x'),
		});
		const use = async (operation: string, parameters: object) =>
			await operationOf('incident', operation).run(
				contextFor(client, { incident: 'I 2611 001', ...parameters }, files),
			);
		const [{ id }] = (await use('uploadAttachment', {})) as [{ id: string }];
		const [{ json }] = (await use('downloadAttachment', { attachmentId: id, options })) as [WithFile];
		expect(kept).toMatchObject([{ fileName: name ?? id }]);
		expect(json).toMatchObject({ fileName: name ?? id });
	});

	it('lists more texts than fit on a page', async () => {
		await create({ request: 'Eerste' });
		const on = { incident: 'I 2611 001' };
		for (let n = 2; n <= 23; n++)
			await run('incident', 'update', { ...on, updateFields: { request: `Nummer ${n}` } });
		expect(await run('incident', 'getRequests', { ...on, returnAll: true })).toHaveLength(23);
		expect(await run('incident', 'getRequests', { ...on, limit: 12 })).toHaveLength(12);
	});

	it('is never asked for in bulk where it need not be: a limit ends the reading', async () => {
		for (let n = 0; n < 7; n++) await create();
		const before = simulator().requests().length;
		const found = await run('incident', 'getAll', { limit: 4, options: { pageSize: 2 } });
		expect(found).toHaveLength(4);
		expect(simulator().requests()).toHaveLength(before + 2);
	});
});

describe('other cards', () => {
	it('change by steps, and come back as they are then', async () => {
		const [person] = await run('person', 'getAll');
		const [change] = await run('change', 'create', {
			briefDescription: 'Nieuwe balie',
			requester: person!.id,
		});
		const record = change!.number;
		const [updated] = await run('change', 'update', {
			record,
			updateFields: { benefit: 'Sneller', otherFields: { '/impact': 'Hoog' } },
		});
		expect(updated).toMatchObject({ number: record, benefit: 'Sneller', impact: 'Hoog' });
		await run('change', 'addNote', { record, note: 'Besproken & akkoord' });
		expect(await run('change', 'getProgressTrail', { record })).toMatchObject([
			{ memoText: 'Besproken &amp; akkoord' },
		]);
		await expect(run('change', 'update', { record })).rejects.toThrow('Give at least one field to change');
	});

	it('are not overwritten when somebody changed them since', async () => {
		const dates = { plannedStartDate: '2026-11-03T09:00:00', plannedEndDate: '2026-11-03T17:00:00' };
		const [activity] = await run('operationalActivity', 'create', { briefDescription: 'Filters', ...dates });
		const record = activity!.number;
		const update = (ifMatch: string) =>
			run('operationalActivity', 'update', {
				record,
				updateFields: { briefDescription: 'Ventilatie' },
				options: { ifMatch },
			});
		const [read] = await run('operationalActivity', 'get', { record });
		const etag = String(read!['@etag']);
		expect(await update(etag)).toMatchObject([{ briefDescription: 'Ventilatie' }]);
		await expect(update(etag)).rejects.toMatchObject({
			status: 412,
			hint: expect.stringContaining('Get it again'),
		});
	});

	it('read the whole of a list that gives no sign of its end', async () => {
		const [person] = await run('person', 'getAll');
		for (let n = 0; n < 5; n++)
			await run('change', 'create', { briefDescription: `Balie ${n}`, requester: person!.id });
		expect(await run('change', 'getAll', { returnAll: true })).toHaveLength(5);
	});

	it('keep what is archived out of a search unless it is asked for', async () => {
		const query = { filters: { query: "dynamicName=sw='V'" } };
		expect(await run('person', 'getAll', query)).toHaveLength(1);
		const seen: unknown[] = [];
		const client = {
			api: { rows: ({ query: asked }: { query: unknown }) => (seen.push(asked), []) },
		} as never;
		for (const options of [{}, { includeArchived: true }]) {
			await runOperation(client, {
				resource: 'person',
				operation: 'getAll',
				parameters: { ...query, options },
			});
		}
		expect(seen).toMatchObject([
			{ query: "(dynamicName=sw='V');(archived==false)" },
			{ query: "dynamicName=sw='V'" },
		]);
	});
});

describe('services of TOPdesk', () => {
	it('send a mail to everybody in it', async () => {
		const mail = { from: 'desk@venj.example', subject: 'Bericht', body: 'Dag' };
		expect(await run('email', 'send', { ...mail, to: 'a@b.example; c@d.example' })).toEqual([
			{ accepted: true },
		]);
		expect(simulator().mails()).toMatchObject([{ ...mail, to: 'a@b.example,c@d.example' }]);
		await expect(run('email', 'send', { ...mail, to: 'iedereen' })).rejects.toThrow('not an email address');
		await expect(run('email', 'send', { ...mail, to: '' })).rejects.toThrow('at least one email address');
	});

	it('start an action sequence with what it gets', async () => {
		await run('webhook', 'trigger', { webhook: 'signaal', body: '{"a": 1}' });
		expect(simulator().webhooks()).toEqual([{ name: 'signaal', body: { a: 1 } }]);
		await expect(run('webhook', 'trigger', { webhook: '../send' })).rejects.toThrow(
			'at most 50 small letters',
		);
		await expect(run('webhook', 'trigger', { webhook: 'signaal', body: '{a' })).rejects.toThrow(
			'Body is not JSON',
		);
		const body = { text: 'x'.repeat(15_000_000) };
		await expect(run('webhook', 'trigger', { webhook: 'signaal', body })).rejects.toThrow(
			'larger than the 15 MB',
		);
	});

	it('give a report over its pages, never from the other host that its links name', async () => {
		for (let n = 0; n < 5; n++) await create();
		const rows = await run('report', 'getAll', {
			entity: 'Incidents',
			returnAll: true,
			options: { select: 'number' },
		});
		expect(rows.map(({ number }) => number)).toHaveLength(5);
		expect(rows[4]).toEqual({ number: 'I 2611 005' });
	});

	it.each([
		'https://elders.example/tas/api/x',
		'//elders.example/tas',
		'/tas/../x',
		'/elders',
		'/tas/api/x?y=1',
	])('are not asked for %s, which is not a path of TOPdesk', async (path) => {
		await expect(run('apiRequest', 'send', { path })).rejects.toThrow('Fill in a path of TOPdesk');
		expect(simulator().requests()).toEqual([]);
	});

	it('answer anything else as it comes', async () => {
		expect(await run('apiRequest', 'send', { path: '/tas/api/version' })).toEqual([
			{ status: 200, body: { version: '4.2.6' } },
		]);
		expect(await run('apiRequest', 'send', { path: '/tas/api/incidents/impacts' })).toHaveLength(3);
	});
});
