import { PlanonClient } from '../../../nodes/Planon/api/client';
import { namesIn } from '../../../nodes/Planon/metadata/names-in-document';
import { readNames } from '../../../nodes/Planon/metadata/open-api';
import { clientOf, simulatorPerTest } from '../../simulators/planon/for-tests';

const simulator = simulatorPerTest();
const ADDRESS = { path: 'openapi/{definition}', method: 'POST' } as const;

describe('the OpenAPI document of a definition', () => {
	it('gives its fields, methods and states', async () => {
		const names = await readNames(clientOf(simulator()), ADDRESS, 'UsrOrder');
		expect(names.fields).toEqual(
			expect.arrayContaining(['Syscode', 'Description', 'ExternalTradesmanAddressRef']),
		);
		expect(names.methods).toEqual(['BomAdd', 'BomArchive', 'BomDeArchive', 'BomDelete', 'BomSave']);
		expect(names.states).toEqual(['UsrOrderAccepted', 'UsrOrderDone', 'UsrOrderReported']);
	});

	it('may be anywhere on the server', async () => {
		const path = '/sdk/system/rest/v2/openapi/{definition}';
		expect((await readNames(clientOf(simulator()), { ...ADDRESS, path }, 'UsrOrder')).states).toHaveLength(3);
	});

	it.each(['//elders.example/x', '/\\elders.example/{definition}', '/\t/elders.example/x'])(
		'is never asked of another server, which would get the access key: %j',
		async (path) => {
			const send = jest.fn();
			const planon = { baseUrl: 'https://planon.example', basePath: 'sdk' };
			const asking = readNames(new PlanonClient(send, planon), { ...ADDRESS, path }, 'UsrOrder');
			await expect(asking).rejects.toThrow('The OpenAPI Path leads to another server: elders.example');
			expect(send).not.toHaveBeenCalled();
		},
	);

	it('that is not there is explained', async () => {
		const elsewhere = { ...ADDRESS, path: 'swagger/{definition}.json' };
		await expect(readNames(clientOf(simulator()), elsewhere, 'UsrOrder')).rejects.toMatchObject({
			status: 404,
		});
		const aRecord = { ...ADDRESS, path: 'read/{definition}' };
		await expect(readNames(clientOf(simulator()), aRecord, 'UsrOrder')).rejects.toThrow(
			'no OpenAPI document',
		);
	});

	it('may refer to itself, and hold nothing of use', () => {
		const schema = { $ref: '#/components/schemas/Values' };
		const document = {
			paths: {
				'/update/X': { post: { schema: { properties: { values: schema } } } },
				'/execute/Y/BomAdd': {},
			},
			components: { schemas: { Values: { properties: { Name: { $ref: '#/nowhere' }, Self: schema } } } },
		};
		expect(namesIn(document, 'X')).toEqual({ fields: ['Name', 'Self'], methods: [], states: [] });
		expect(namesIn({ paths: {} }, 'X')).toEqual({ fields: [], methods: [], states: [] });
	});
});
