import type { INodeParameters } from 'n8n-workflow';
import type { EngineOutcome } from '../support/engine';
import { simulatorPerTest } from '../simulators/topdesk/for-tests';
import { runTopdesk, type RunOptions } from '../support/topdesk-node';

const simulator = simulatorPerTest();

const run = (parameters: INodeParameters, options?: RunOptions) =>
	runTopdesk(simulator(), parameters, options);

const create = {
	operation: 'create',
	briefDescription: 'Laptop start niet op',
	externalNumber: 'R-2026-000123',
};

describe('the TOPdesk node', () => {
	it('creates an incident from a signal and gives its ticket, once', async () => {
		const items = [
			{
				json: {
					signal: {
						reference: 'R-2026-000123',
						subject:
							'Laptop start niet meer op sinds de update van gisteravond, en ik moet om tien uur presenteren',
						text: 'Hallo,\nmijn laptop <Dell> start niet op.',
						customer: { name: 'Jan de Vries', email: 'j.devries@minvenj.example' },
					},
				},
			},
		];
		const parameters = {
			operation: 'create',
			briefDescription: '={{ $json.signal.subject }}',
			request: '={{ $json.signal.text }}',
			category: 'Werkplek',
			callerEmail: '={{ $json.signal.customer.email }}',
			callerName: '={{ $json.signal.customer.name }}',
			externalNumber: '={{ $json.signal.reference }}',
			additionalFields: {
				subcategory: 'Laptop',
				callType: 'Storing',
				targetDate: '2026-11-03T17:00:00',
				otherFields: '{"onHold": false}',
			},
		};
		const { outputs, error } = await run(parameters, { items });
		expect(error).toBeUndefined();
		const [incident] = simulator().incidents();
		expect(outputs).toEqual([
			[
				{
					json: {
						signal: items[0]!.json.signal,
						ticket: {
							system: 'topdesk',
							number: 'I 2611 001',
							id: incident!.id,
							createdAt: '2026-11-02T09:00:00.000Z',
						},
						incident,
						created: true,
						briefDescriptionShortened: true,
					},
					pairedItem: { item: 0 },
				},
			],
		]);
		expect(incident).toMatchObject({
			briefDescription: 'Laptop start niet meer op sinds de update van gisteravond, en ik moet om tien…',
			request: `${items[0]!.json.signal.subject}\n\nHallo,\nmijn laptop <Dell> start niet op.`,
			category: { name: 'Werkplek' },
			subcategory: { name: 'Laptop' },
			callType: { name: 'Storing' },
			caller: { dynamicName: 'Vries, J. de' },
			externalNumber: 'R-2026-000123',
			targetDate: '2026-11-03T16:00:00.000+0000',
		});

		const again = await run(parameters, { items });
		expect(again.outputs[0]![0]!.json).toMatchObject({ created: false, ticket: { number: 'I 2611 001' } });
		expect(simulator().incidents()).toHaveLength(1);
	});

	it('makes one incident when the answer to the creation is lost', async () => {
		simulator().misbehave({ match: { method: 'POST' }, times: 1, how: 'cut-after-write' });
		const { outputs } = await run(create);
		expect(outputs[0]![0]!.json).toMatchObject({ created: true, ticket: { number: 'I 2611 001' } });
		expect(simulator().incidents()).toHaveLength(1);
	});

	it('gets, searches and updates incidents', async () => {
		await run(create);
		await run({ ...create, briefDescription: 'Wifi valt weg', externalNumber: 'R-2026-000124' });

		const updated = await run({
			operation: 'update',
			incident: 'I 2611 001',
			updateFields: { action: 'Monteur komt\nvandaag', processingStatus: 'In behandeling', closed: false },
		});
		expect(updated.error).toBeUndefined();
		expect(updated.outputs[0]![0]!.json).toMatchObject({ processingStatus: { name: 'In behandeling' } });

		const got = await run({ operation: 'get', incident: '={{ "I 2611 001" }}' });
		expect(got.outputs[0]![0]!.json).toMatchObject({ externalNumber: 'R-2026-000123' });

		const numbersOf = (outcome: EngineOutcome) => outcome.outputs[0]!.map(({ json }) => json.number);
		const search = (changes: INodeParameters) => run({ operation: 'getAll', ...changes });
		expect(numbersOf(await search({ returnAll: true }))).toEqual(['I 2611 001', 'I 2611 002']);
		expect(numbersOf(await search({ limit: 1, options: { sort: 'number:desc' } }))).toEqual(['I 2611 002']);
		expect(
			numbersOf(
				await search({
					filters: {
						processingStatus: 'In behandeling',
						closed: false,
						createdFrom: '2026-11-02T10:00:00',
						query: "externalNumber=sw='R-2026',externalNumber==null",
					},
				}),
			),
		).toEqual(['I 2611 001']);
		const few = await search({ filters: { externalNumber: 'R-2026-000124' }, options: { fields: 'closed' } });
		expect(few.outputs[0]![0]!.json).toEqual({
			id: simulator().incidents()[1]!.id,
			number: 'I 2611 002',
			closed: false,
		});
		expect((await search({ filters: { externalNumber: 'R-2026-999999' } })).outputs).toEqual([[]]);
	});

	it('says that the login is wrong and where to mend it', async () => {
		const { error } = await run(create, { credential: { applicationPassword: 'verkeerd' } });
		expect(error).toMatchObject({
			message: 'TOPdesk does not accept the operator login and application password',
			description: expect.stringContaining('Check both in the credential'),
			httpCode: '401',
		});
	});

	it('says that TOPdesk cannot be reached', async () => {
		const { url } = simulator();
		await simulator().stop();
		const { error } = await run(create);
		expect(error!.message).toBe(
			`Cannot reach ${new URL(url).host}: the server refuses the connection. Check the address and port, and whether the server is running.`,
		);
	});

	it('says that the address is not one', async () => {
		const { error } = await run(create, { credential: { baseUrl: 'company.topdesk.net' } });
		expect(error!.message).toContain('Fill it in as https://company.topdesk.net in the credential');
	});

	it('says which category TOPdesk does not know, and what to do', async () => {
		const { error } = await run({ ...create, category: 'Bloemen' });
		expect(error).toMatchObject({
			message: "TOPdesk does not know the category 'Bloemen'.",
			description:
				'Choose one of the categories that exist in TOPdesk, or ask the TOPdesk administrator to add it.',
		});
		expect(simulator().incidents()).toEqual([]);
	});

	it('says which status TOPdesk does not know when an incident is updated', async () => {
		await run(create);
		const { error } = await run({
			operation: 'update',
			incident: 'I 2611 001',
			updateFields: { processingStatus: 'Zoek' },
		});
		expect(error).toMatchObject({
			message: "TOPdesk does not know the processing status 'Zoek'.",
			description: expect.stringContaining('Choose one of the processing statuses'),
		});
	});

	it('says what is missing in the node', async () => {
		const empty = await run({ operation: 'create', briefDescription: '={{ "" }}' });
		expect(empty.error!.message).toContain('Fill in a brief description');
		const nothing = await run({ operation: 'update', incident: 'I 2611 001' });
		expect(nothing.error!.message).toContain('Give at least one field to change');
		const wrong = await run({ ...create, additionalFields: { otherFields: '{onHold' } });
		expect(wrong.error!.message).toContain('Other Fields is not a JSON object');
		const long = await run({ ...create, briefDescription: 'x'.repeat(81), options: { shorten: false } });
		expect(long.error!.message).toContain('briefDescription: Too big');
	});

	it('goes on with the next item where the node is set to', async () => {
		const { outputs, error } = await run(
			{ ...create, externalNumber: '={{ $json.reference }}', category: '={{ $json.category }}' },
			{
				items: [
					{ json: { reference: 'R-2026-000001', category: 'Bloemen' } },
					{ json: { reference: 'R-2026-000002', category: 'Netwerk' } },
				],
				onError: 'continueErrorOutput',
			},
		);
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { created: true }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([
			{ json: { error: "TOPdesk does not know the category 'Bloemen'." }, pairedItem: { item: 0 } },
		]);
	});
});
