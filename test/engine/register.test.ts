import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalRegister } from '../../nodes/SignalRegister/SignalRegister.node';
import { unzipSync } from 'fflate';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from '../support/engine';
import { outgoingMail } from '../support/outgoing';
import { classificationFor, signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';
import type { Signal } from '../../nodes/shared/domain/signal';
import type { IDataObject, INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';

const folder = temporaryFolder();
let files = 0;
let databaseFile: string;
beforeEach(() => (databaseFile = join(folder, `register-${++files}.sqlite`)));

const run = (
	operation: string,
	parameters: INodeParameters = {},
	items: Array<INodeExecutionData['json']> = [{}],
	onError?: OnError,
) =>
	runNode({
		node: new SignalRegister(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: { resource: 'signal', operation, ...parameters },
		items: items.map((json) => ({ json })),
		onError,
	});
const mail = { folder: 'INBOX', uid: 7, uidValidity: '1' };
const REFERENCE = 'R-2026-000001';

beforeAll(() =>
	jest.useFakeTimers({
		now: new Date('2026-11-02T10:00:00Z'),
		doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
	}),
);
afterAll(() => jest.useRealTimers());

describe('Signal Register: Register', () => {
	it('parts what is to be handled, what was handled and what another run is busy with', async () => {
		const signals = ['<1@x>', '<2@x>', '<3@x>'].map((id) => signalFor(id));
		await run('register', {}, [{ signal: signals[1]! }, { signal: signals[2]! }]);
		await run('completeIntake', { reference: REFERENCE, status: 'doorgezet' });
		const copy = { ...signals[2]!, source: { ...signals[2]!.source, uid: 8 } };
		const { outputs } = await run('register', {}, [
			{ signal: signals[0]!, mail },
			{ signal: signals[1]!, mail },
			{ signal: copy, mail },
		]);
		const seen = outputs.map((items) =>
			items.map(({ json, pairedItem }) => [json.registration, json.mail, pairedItem]),
		);
		expect(seen).toEqual([
			[['new', mail, { item: 0 }]],
			[['handled', mail, { item: 1 }]],
			[['busy', mail, { item: 2 }]],
			[],
		]);
		expect(outputs[0]![0]!.json).toHaveProperty('signal.reference', 'R-2026-000003');
	});

	it('says which field of the input is wrong, and lets the other items through', async () => {
		const { outputs } = await run(
			'register',
			{},
			[{ signal: { ...signalFor('<1@x>'), id: 'geen uuid' } }, { signal: signalFor('<2@x>') }, {}],
			'continueErrorOutput',
		);
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 0, 0, 2]);
		expect(outputs[4]!.map(({ json }) => json.error)).toEqual([
			'The input is not what this node expects: id: Invalid UUID',
			'The input is not what this node expects: input: Invalid input: expected object, received undefined',
		]);
	});

	it('fails every item, and lets none pass as handled, when the register cannot be written', async () => {
		writeFileSync(join(folder, 'bestand'), '');
		databaseFile = join(folder, 'bestand', 'register.sqlite');
		const items = [{ signal: signalFor('<1@x>') }, { signal: signalFor('<2@x>') }];
		const { outputs } = await run('register', {}, items, 'continueErrorOutput');
		expect(outputs.map((output) => output.length)).toEqual([0, 0, 0, 0, 2]);
		expect(outputs[4]![0]!.json).toMatchObject({
			error: expect.stringContaining('The register cannot be opened or written at'),
			details: expect.stringContaining('The mails stay in the mailbox'),
			signal: { subject: 'Laptop start niet op' },
		});
		const stopped = await run('register', {}, items);
		expect(stopped.error?.message).toContain('The register cannot be opened or written at');
	});
});

describe('Signal Register: a mail about a signal that is there', () => {
	const answer = () => {
		const signal = signalFor('<2@x>', { text: 'Het werkt weer niet.' });
		return { ...signal, source: { ...signal.source, thread: ['<1@x>'] } };
	};

	beforeEach(async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>') }]);
	});

	it('comes out apart, with the signal it is about, until it is completed', async () => {
		const { outputs } = await run('register', {}, [{ signal: answer(), mail }]);
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		const { json } = outputs[3]![0]!;
		expect(json).toMatchObject({
			mail,
			registration: 'follow-up',
			signal: { reference: REFERENCE },
			followUp: { kind: 'person', text: 'Het werkt weer niet.', sender: { name: 'Jan de Vries' } },
		});
		const completed = await run('completeFollowUp', {}, [json]);
		expect(completed.error).toBeUndefined();
		expect(completed.outputs[0]![0]!.json).toMatchObject({ signal: { reference: REFERENCE } });
		const again = await run('register', {}, [{ signal: answer(), mail }]);
		expect(again.outputs.map((items) => items.length)).toEqual([0, 1, 0, 0]);
		const { outputs: mails } = await run('getFollowUps', { reference: REFERENCE });
		expect(mails[0]!.map((item) => item.json.followUp)).toEqual([json.followUp]);
	});

	it('can be taken up again at once after a failure', async () => {
		const { outputs } = await run('register', {}, [{ signal: answer(), mail }]);
		const failed = { reason: 'SMTP weg', reference: REFERENCE, followUpId: '={{ $json.followUp.id }}' };
		await run('recordFailure', failed, [outputs[3]![0]!.json]);
		const other = answer();
		other.source.uid = 99;
		const again = await run('register', {}, [{ signal: other, mail }]);
		expect(again.outputs[3]).toHaveLength(1);
	});

	it('says which follow-up is missing', async () => {
		const { error } = await run('completeFollowUp', { followUpId: '={{ $json.followUp?.id }}' });
		expect(error?.message).toBe('There is no follow-up (empty) in the register.');
	});
});

describe('Signal Register: outgoing mail', () => {
	const outgoing = (operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) =>
		run(operation, { resource: 'outgoing', ...parameters }, items);
	const keys = async (states: string[]) =>
		(await outgoing('getAll', { states })).outputs[0]!.map(
			({ json }) => (json.outgoing as { key: string }).key,
		);

	beforeEach(async () => {
		const register = await Register.open({ databaseFile });
		for (const key of ['a', 'b']) {
			await register.outbox.reserve(outgoingMail(key), { perAddress: 0, perHour: 1, perDay: 1 });
		}
		await register.close();
	});

	it('lists what was held back, lets one go and drops the other', async () => {
		const { outputs } = await outgoing('getAll');
		expect(outputs[0]!.map(({ json }) => json.outgoing)).toMatchObject([
			{ key: 'a', state: 'limited', reason: 'jan@x.example kreeg in 24 uur al 0 mails' },
			{ key: 'b', state: 'limited' },
		]);
		const [first, second] = outputs[0]!.map(({ json }) => json);
		expect((await outgoing('release', {}, [first!])).outputs[0]).toMatchObject([
			{ json: { outgoing: { key: 'a', state: 'released' } } },
		]);
		await outgoing('drop', { actor: 'beheer' }, [second!]);
		expect(await keys(['limited', 'doubtful'])).toEqual([]);
		expect(await keys([])).toEqual(['a', 'b']);
	});

	it('says where the key comes from when there is no such mail', async () => {
		const { error } = await outgoing('drop', { key: 'weg' });
		expect(error).toMatchObject({
			message: 'There is no outgoing mail with the key weg in the register.',
			description: expect.stringContaining('outgoing.key'),
		});
	});
});

describe('Signal Register: handling', () => {
	const of = (reference: string, parameters: INodeParameters = {}) => ({
		reference,
		actor: 'Anna',
		reason: 'gebeld',
		...parameters,
	});

	it('changes the classification, assigns, closes and reopens, and gives the history of it', async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>') }]);
		const changed = await run('changeClassification', of(REFERENCE, { changes: { category: 'klacht' } }));
		expect(changed.outputs[0]![0]!.json).toMatchObject({
			signal: { classification: { category: 'klacht', decidedBy: 'person:Anna' } },
		});
		const assigned = await run('assign', of(REFERENCE, { handler: 'bram@dc.example' }));
		expect(assigned.outputs[0]![0]!.json).toMatchObject({ signal: { handler: 'bram@dc.example' } });
		await run('setStatus', of(REFERENCE, { status: 'afgesloten' }));
		const { outputs } = await run('reopen', of(REFERENCE));
		expect(outputs[0]![0]!.json).toMatchObject({ signal: { status: 'heropend' } });
		const { outputs: history } = await run('getHistory', { reference: REFERENCE });
		expect(history[0]!.map(({ json }) => (json.history as IDataObject).field)).toEqual([
			null,
			'classification',
			'handler',
			'status',
			'status',
		]);
	});

	it('merges a duplicate, and says so when that cannot be', async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>') }, { signal: signalFor('<2@x>') }]);
		const { outputs } = await run('mergeDuplicate', of('R-2026-000002', { kept: REFERENCE }));
		expect(outputs[0]![0]!.json).toMatchObject({ signal: { reference: REFERENCE } });
		const { error } = await run('mergeDuplicate', of(REFERENCE, { kept: 'R-2026-000002' }));
		expect(error?.message).toBe('R-2026-000001 cannot be a duplicate of itself.');
	});
});

describe('Signal Register: bundle', () => {
	it.each(['csv', 'xlsx'])(
		'exports the signals of a period as %s, beside what the item had',
		async (format) => {
			await run('register', {}, [{ signal: signalFor('<1@x>') }]);
			const exported = async (from: string) =>
				(
					await run('export', { resource: 'bundle', format, from, property: 'bundel' }, [
						{ maand: 'november' },
					])
				).outputs[0]![0]!;
			const { json, binary } = await exported('2026-11-01');
			expect(json).toEqual({
				maand: 'november',
				bundle: { fileName: `signalen-2026-11-01.${format}`, signals: 1 },
			});
			expect(binary!.bundel).toMatchObject({ fileName: `signalen-2026-11-01.${format}` });
			expect((await exported('2026-12-01')).json).toMatchObject({ bundle: { signals: 0 } });
		},
	);
});

describe('Signal Register: following up', () => {
	beforeEach(async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>') }]);
	});

	it('records a ticket from the item, sets the status, and hands the signal on with the rest', async () => {
		const ticket = {
			system: 'topdesk',
			number: 'I 2611 001',
			id: 'abc',
			createdAt: '2026-11-02T10:00:00.000Z',
		};
		const { outputs } = await run('addTicket', { reference: REFERENCE, supplier: 'SSC-ICT' }, [
			{ ticket, created: true },
		]);
		expect(outputs[0]![0]!.json).toMatchObject({
			created: true,
			signal: { tickets: [{ ...ticket, supplier: 'SSC-ICT' }] },
		});
		const after = await run('setStatus', {
			reference: REFERENCE,
			status: 'in behandeling',
			actor: 'Klantmanager',
		});
		expect(after.outputs[0]![0]!.json).toMatchObject({
			signal: {
				status: 'in behandeling',
				actions: expect.arrayContaining([expect.objectContaining({ actor: 'Klantmanager' })]),
			},
		});
	});

	it('adds an action once where that is asked, however often the workflow runs', async () => {
		const action = { reference: REFERENCE, kind: 'gesprek', text: 'Gebeld.', actor: 'Karin' };
		for (const once of [true, true, false]) await run('addAction', { ...action, once });
		const { outputs } = await run('addAction', { ...action, text: 'Nog eens gebeld.', once: true });
		const { actions } = outputs[0]![0]!.json.signal as unknown as Signal;
		expect(actions.filter(({ kind }) => kind === 'gesprek').map(({ text }) => text)).toEqual([
			...['Gebeld.', 'Gebeld.', 'Nog eens gebeld.'],
		]);
	});

	it('takes the reference from the item, and says what to do when there is no such signal', async () => {
		const { outputs } = await run('get', {}, [{ signal: { reference: REFERENCE } }]);
		expect(outputs[0]![0]!.json).toHaveProperty('signal.subject', 'Laptop start niet op');
		const { error } = await run('get', { reference: 'R-2026-000099' });
		expect(error).toMatchObject({
			message: 'There is no signal R-2026-000099 in the register.',
			description: expect.stringContaining('Check the reference'),
		});
	});

	it('searches with filters, and takes empty filters for none', async () => {
		const other = signalFor('<2@x>', { classification: classificationFor({ supplier: 'FMH' }) });
		await run('register', {}, [{ signal: other }]);
		const references = async (filters: INodeParameters) =>
			(await run('getAll', { filters })).outputs[0]!.map(
				({ json }) => (json.signal as { reference: string }).reference,
			);
		expect(await references({ status: [], contains: '' })).toEqual(['R-2026-000002', REFERENCE]);
		expect(await references({ supplier: ['FMH'], registeredFrom: '2026-11-02' })).toEqual(['R-2026-000002']);
		expect(await references({ registeredUntil: '2026-11-02T10:59:00' })).toEqual([]);
		const { error } = await run('getAll', { filters: { registeredFrom: 'gisteren' } });
		expect(error?.message).toContain("'gisteren' is not a date");
	});

	it('gives all pages with Return All, and goes on after a reference', async () => {
		await run('register', {}, [{ signal: signalFor('<2@x>') }, { signal: signalFor('<3@x>') }]);
		const references = async (parameters: INodeParameters) =>
			(await run('getAll', parameters)).outputs[0]!.map(
				({ json }) => (json.signal as { reference: string }).reference,
			);
		expect(await references({ returnAll: true })).toHaveLength(3);
		expect(await references({ limit: 1, filters: { after: 'R-2026-000003' } })).toEqual(['R-2026-000002']);
	});

	it('tests its credential', async () => {
		const { testRegister } = new SignalRegister().methods.credentialTest;
		const tested = (data: object) =>
			testRegister.call({} as never, { id: '1', name: 'x', type: 'signalRegisterApi', data: data as never });
		expect(await tested({ databaseFile })).toMatchObject({ status: 'OK' });
		expect(await tested({ databaseFile: '/dev/null/register.sqlite' })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/cannot be opened.*Check in the credential that the path is right/),
		});
	});
});

describe('Signal Register: the access log', () => {
	const lines = async () =>
		(await run('getAccessLog', { resource: 'personalData', returnAll: true })).outputs[0]!.map(
			({ json }) => json.access as IDataObject,
		);

	beforeEach(async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>') }, { signal: signalFor('<2@x>') }]);
		await run('register', {}, [{ signal: signalFor('<3@x>') }]);
	});

	it.each([
		['signal', 'get', 'gelezen', 'Signaal opgehaald', REFERENCE],
		['signal', 'getFollowUps', 'gelezen', 'Reacties opgehaald', REFERENCE],
		['signal', 'getHistory', 'gelezen', 'Geschiedenis opgehaald', REFERENCE],
		['signal', 'getAll', 'gelezen', 'Signalen gezocht', 'R-2026-000001 t/m R-2026-000003'],
		['bundle', 'export', 'uitvoer', 'Bundel gemaakt', 'R-2026-000001 t/m R-2026-000003'],
	])('says that %s: %s read signals', async (resource, operation, kind, reason, references) => {
		await run(operation, { resource, reference: REFERENCE });
		expect(await lines()).toEqual([
			expect.objectContaining({
				kind,
				reason,
				references,
				signals: references === REFERENCE ? 1 : 3,
				actor: expect.stringMatching(/^workflow .*, uitvoering /) as string,
			}),
		]);
	});

	it('has one line for all items of a run, and none for what failed or found nothing', async () => {
		const references = [REFERENCE, 'R-2026-000003', 'R-2026-000099'].map((reference) => ({
			signal: { reference },
		}));
		await run('get', {}, references, 'continueErrorOutput');
		expect(await lines()).toMatchObject([{ signals: 2, references: 'R-2026-000001, R-2026-000003' }]);
		await run('getAll', { filters: { contains: 'nergens' } });
		expect(await lines()).toHaveLength(1);
	});
});

describe('Signal Register: import of an old list', () => {
	const list = (content: string) => ({
		json: { maand: 'oktober' },
		binary: {
			data: {
				data: Buffer.from(content).toString('base64'),
				mimeType: 'text/csv',
				fileName: 'oud.csv',
			},
		},
	});
	const importing = (content: string, parameters: INodeParameters = {}) =>
		runNode({
			node: new SignalRegister(),
			credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
			parameters: { resource: 'bundle', operation: 'import', ...parameters },
			items: [list(content)],
			onError: 'continueErrorOutput',
		});

	it('gives a report beside what the item had, and takes nothing twice', async () => {
		const csv = 'Datum;Omschrijving;Soort\n1-10-2026;Stoel stuk;klacht\nooit;Lamp stuk;klacht\n';
		const { outputs } = await importing(csv);
		expect(outputs[0]![0]!.json).toMatchObject({
			maand: 'oktober',
			report: {
				registered: [{ row: 2, reference: REFERENCE }],
				notUnderstood: [{ row: 3, cells: { Datum: 'ooit', Omschrijving: 'Lamp stuk', Soort: 'klacht' } }],
			},
		});
		expect(outputs[0]![0]!.binary).toHaveProperty('data');
		const again = (await importing(csv, { columnMapping: '{"soort": ""}' })).outputs[0]![0]!.json.report;
		expect(again).toMatchObject({ registered: [], alreadyThere: [{ row: 2, reference: REFERENCE }] });
		const { outputs: found } = await run('get', { reference: REFERENCE });
		expect(found[0]![0]!.json).toMatchObject({ signal: { text: 'Stoel stuk', status: 'afgesloten' } });
	});

	it('says what is wrong with a file that is no list, and with a mapping', async () => {
		const letter = await importing('Geachte heer');
		expect(letter.outputs[1]![0]!.json.error).toContain('has no table with more than one column');
		const mapping = await importing('a;b\n1;2', { columnMapping: '{"a": "kleur"}' });
		expect(mapping.outputs[1]![0]!.json.error).toContain('The input is not what this node expects: a:');
	});
});

describe('Signal Register: the archive of a month', () => {
	it('is a zip file of what was received, with the mails of the item, beside what it had', async () => {
		await run('register', {}, [{ signal: signalFor('<1@x>', { subject: '=1+1' }) }]);
		const mail = (id: string) => ({
			data: Buffer.from(`Subject: x\r\nMessage-ID:\r\n <${id}>\r\n\r\nHallo`).toString('base64'),
			mimeType: 'message/rfc822',
			fileName: '../../con.eml',
		});
		const { outputs, error } = await runNode({
			node: new SignalRegister(),
			credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
			parameters: {
				resource: 'bundle',
				operation: 'archive',
				month: '2026-11',
				sourceFields: 'mail, vreemd',
				property: 'zip',
			},
			items: [{ json: { a: 1 }, binary: { mail: mail('1@x'), vreemd: mail('9@x') } }],
		});
		expect(error).toBeUndefined();
		const { json, binary } = outputs[0]![0]!;
		expect(json).toEqual({
			a: 1,
			archive: {
				month: '2026-11',
				fileName: '2026-11.zip',
				signals: 1,
				sourceMails: 1,
				otherMails: ['vreemd'],
			},
		});
		expect(Object.keys(binary!)).toEqual(['mail', 'vreemd', 'zip']);
		const files = unzipSync(Buffer.from(binary!.zip!.data, 'base64'));
		expect(Object.keys(files)).toEqual([
			'2026-11/bronnen/R-2026-000001/R-2026-000001.txt',
			'2026-11/bronnen/R-2026-000001/R-2026-000001.json',
			'2026-11/bronnen/R-2026-000001/-..-con.eml',
			'2026-11/2026-11-bundel.xlsx',
			'2026-11/overige-bronnen/-..-con.eml',
			'2026-11/2026-11-index.csv',
			'2026-11/2026-11-index.html',
		]);
		const { outputs: log } = await run('getAccessLog', { resource: 'personalData', returnAll: true });
		expect(log[0]![0]!.json.access).toMatchObject({ kind: 'uitvoer', references: REFERENCE });
		const wrong = await run('archive', { resource: 'bundle', month: 'oktober' });
		expect(wrong.error?.message).toContain('Write the month as 2026-10');
	});
});
