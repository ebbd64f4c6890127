import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { Pdc } from '../../nodes/Pdc/Pdc.node';
import { clientOf, simulatorPerTest } from '../simulators/topdesk/for-tests';
import { simulatorPerTest as planonPerTest } from '../simulators/planon/for-tests';
import { DEFAULT_DEFINITIONS } from '../simulators/planon/definitions';
import { runNode } from '../support/engine';
import { temporaryFolder } from '../support/temp-folder';
import { runTopdesk } from '../support/topdesk-node';
import { planonRunner } from './support/planon';
import { sourcesOfWorkflow } from './support/supplier-sources';

const topdesk = simulatorPerTest();
const planon = planonPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrStandardOrder: { fields: ['Code', 'Name', 'Description'], states: ['UsrActive'] },
	},
});
const runPlanon = planonRunner(planon);
const folder = temporaryFolder();
let files = 0;
let databaseFile: string;
beforeEach(() => (databaseFile = join(folder, `register-${++files}.sqlite`)));

/** Compares the catalogue with what a source gave, as workflow 11 does. */
async function compare(items: INodeExecutionData[], parameters: INodeParameters) {
	const { outputs, error } = await runNode({
		node: new Pdc(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: {
			resource: 'catalogue',
			operation: 'compare',
			supplierManager: 'an@dc.example',
			portfolio: 'Algemeen',
			...parameters,
		},
		items,
	});
	if (error) throw new Error(error.message);
	return outputs[0]![0]!.json.sync as {
		notices: Array<IDataObject & { code: string; kind: string; itemName: string; differences: string[] }>;
		known: number;
		problems: object[];
	};
}
const found = ({ notices }: Awaited<ReturnType<typeof compare>>) =>
	notices.map(({ kind, code, itemName }) => [kind, code, itemName]);
const { kennis, planonSource } = sourcesOfWorkflow();

describe('the catalogue of a supplier', () => {
	it('is read from the knowledge items of his TOPdesk, by their number', async () => {
		const { client } = clientOf(topdesk());
		for (const [title, content] of [
			['Laptop lenen', '<p>U leent een laptop voor <b>twee weken</b>.</p>'],
			['Telefoon bestellen', '<p>Bestel in de winkel.</p>'],
		]) {
			await client.api.ask('POST', {
				what: 'write a knowledge item',
				path: '/services/knowledge-base-v1/knowledgeItems',
				body: {
					parent: { id: '00000000-0000-4000-a000-000000000001' },
					translation: { language: 'nl', content: { title, content } },
				},
			});
		}
		const { outputs, error } = await runTopdesk(topdesk(), kennis.parameters);
		expect(error).toBeUndefined();
		const sync = await compare(outputs[0]!, { supplier: 'SSC-ICT', columnMapping: kennis.mapping });
		expect(sync.problems).toEqual([]);
		expect(found(sync)).toEqual([
			['toegevoegd', 'KI-2611-001', 'Laptop lenen'],
			['toegevoegd', 'KI-2611-002', 'Telefoon bestellen'],
		]);
		expect(sync.notices[0]!.differences).toContain(
			'Omschrijving: wordt “U leent een laptop voor twee weken.”',
		);
		const again = await compare(outputs[0]!, { supplier: 'SSC-ICT', columnMapping: kennis.mapping });
		expect([again.notices, again.known]).toEqual([[], 2]);
	});

	it('is read from a definition of his Planon', async () => {
		for (const [Code, Name] of [
			['SO-01', 'Zaal inrichten'],
			['SO-02', 'Verhuizen'],
		]) {
			planon().add('UsrStandardOrder', { Code, Name, Description: `${Name} op verzoek.` });
		}
		const { outputs, error } = await runPlanon({
			...planonSource.parameters,
			definition: 'UsrStandardOrder',
		});
		expect(error).toBeUndefined();
		const sync = await compare(outputs[0]!, { supplier: 'FMH', columnMapping: planonSource.mapping });
		expect(sync.problems).toEqual([]);
		expect(found(sync)).toEqual([
			['toegevoegd', 'SO-01', 'Zaal inrichten'],
			['toegevoegd', 'SO-02', 'Verhuizen'],
		]);
	});

	it('that is empty or cannot be read withdraws nothing, and says why', async () => {
		await expect(compare([{ json: {} }], { supplier: 'FMH', columnMapping: kennis.mapping })).rejects.toThrow(
			'The catalogue of FMH has no product or service that can be read.',
		);
	});
});
