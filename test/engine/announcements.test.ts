import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { Pdc } from '../../nodes/Pdc/Pdc.node';
import { runNode } from '../support/engine';
import { temporaryFolder } from '../support/temp-folder';

const folder = temporaryFolder();
let files = 0;
let databaseFile: string;
beforeEach(() => (databaseFile = join(folder, `register-${++files}.sqlite`)));

const run = async (
	operation: string,
	parameters: INodeParameters = {},
	items: INodeExecutionData[] = [{ json: {} }],
	onError?: OnError,
) => {
	const { outputs, error } = await runNode({
		node: new Pdc(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: { resource: 'announcement', operation, ...parameters },
		items,
		onError,
	});
	if (error) throw error;
	return outputs.map((output) => output.map(({ json }) => json));
};

const incident = (id: string, more = {}): INodeExecutionData => ({
	json: { id, number: `I ${id}`, briefDescription: 'Geen wifi', majorCall: true, ...more },
});
const majorIncidents = { recordKind: 'topdeskMajorIncident', supplier: 'SSC-ICT' };

describe('announcements in the PDC node', () => {
	it('are taken in, approved by a link, told once, and followed', async () => {
		const items = [incident('i1'), incident('i2', { closed: true })];
		expect(await run('takeIn', majorIncidents, items)).toMatchObject([
			[{ announcement: { kind: 'storing', state: 'bezig' }, version: 1, changed: true }],
		]);
		expect(await run('getKnown', { supplier: 'SSC-ICT' })).toEqual([
			[{ known: { changes: [], incidents: ['i1'] } }],
		]);
		expect(await run('getDue')).toEqual([[]]);
		const [[asked]] = (await run('ask', { approvers: 'els@dc.example' })) as [
			[{ question: { token: string; key: string } }],
		];
		const { token, key } = asked!.question;
		const opened = (await run('openLink', { token }))[0]![0];
		expect(opened!.page).toMatchObject({ status: 200, html: expect.stringContaining('Geen wifi') as string });
		const form = { titel: 'Geen wifi', besluit: 'melden', email: 'els@dc.example' };
		expect(await run('useLink', {}, [{ json: { query: { token }, body: form } }])).toMatchObject([
			[{ outcome: 'melden', page: { status: 200 } }],
		]);
		expect(await run('recordSent', { key, outcome: 'sent' })).toMatchObject([[{ recorded: true }]]);
		const due = (await run('getDue'))[0]![0];
		expect(due).toMatchObject({
			mail: { to: 'klanten@dienstencentrum.example', subject: 'Storing: Geen wifi' },
		});
		await run('recordSent', {}, [{ json: { ...due!, delivery: { outcome: 'sent' } } }]);
		expect(await run('getDue')).toEqual([[]]);
		expect(await run('getAll')).toMatchObject([[{ version: { version: 2, changedBy: 'els@dc.example' } }]]);
	});

	it('say which record is not what it should be, and take in the others', async () => {
		const order = (state: string | null) => ({
			json: { syscode: '1', number: '1', description: 'Lift', state, stateInPlanon: 'X', record: {} },
		});
		const planon = { recordKind: 'planonOrder', supplier: 'FMH' };
		const [taken, failed] = await run(
			'takeIn',
			planon,
			[order(null), order('reported')],
			'continueErrorOutput',
		);
		expect(taken).toHaveLength(1);
		expect(failed).toMatchObject([
			{
				error: 'Order 1 is in the state X, of which is not known what it means.',
				details: expect.stringContaining('Differences per Preset') as string,
			},
		]);
		const [, wrong] = await run('takeIn', majorIncidents, [{ json: {} }], 'continueErrorOutput');
		expect(String(wrong![0]!.error)).toContain('This is no incident');
	});

	it('come in the digest of colleagues, approved or not', async () => {
		const begin = new Date(Date.now() + 5 * 86_400_000).toISOString();
		const entry = {
			id: 'c1',
			briefDescription: 'Wifi vervangen',
			currentState: 'planned',
			start: begin,
			end: begin,
		};
		await run('takeIn', { supplier: 'SSC-ICT' }, [{ json: entry }]);
		const compiled = await run('compile', {
			resource: 'digest',
			recipients: '[{"email": "an@dc.example", "role": "klantmanager"}]',
		});
		expect((compiled[0]![0]!.digest as { text: string }).text).toContain(
			'Gepland werk\n- SSC-ICT: Wifi vervangen, ',
		);
	});
});
