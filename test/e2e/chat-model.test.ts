import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import axios from 'axios';
import type { Signal } from '../../nodes/shared/domain/signal';
import { startN8n, type N8nServer } from '../support/n8n-server';
import { signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

jest.setTimeout(4 * 60_000);

const WORKFLOW = 'regieChatModel01';
const CREDENTIAL = { id: 'regieOpenAi00001', name: 'Stub' };

const node = (id: number, name: string, type: string, typeVersion: number, rest: object) => ({
	id: `00000000-0000-4000-8000-00000000000${id}`,
	name,
	type,
	typeVersion,
	position: [id * 200, 0],
	...rest,
});

/** A signal goes in by webhook and comes back classified; n8n's own chat model node is connected. */
const WORKFLOW_FILE = {
	id: WORKFLOW,
	name: 'Chat model',
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [
		node(1, 'In', 'n8n-nodes-base.webhook', 2, {
			webhookId: '5b2a3d4e-7f60-4a1b-9c8d-0e1f2a3b4c5e',
			parameters: { httpMethod: 'POST', path: 'classify', responseMode: 'lastNode' },
		}),
		node(2, 'Classify', 'n8n-nodes-regie.signalClassifier', 1, {
			parameters: { signal: '={{ $json.body }}', outputs: 'one' },
		}),
		node(3, 'Chat Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
			parameters: { model: { __rl: true, mode: 'id', value: 'stub' }, options: { maxRetries: 0 } },
			credentials: { openAiApi: CREDENTIAL },
		}),
	],
	connections: {
		In: { main: [[{ node: 'Classify', type: 'main', index: 0 }]] },
		'Chat Model': { ai_languageModel: [[{ node: 'Classify', type: 'ai_languageModel', index: 0 }]] },
	},
};

const ANSWER = {
	category: 'storing',
	also: [],
	supplier: 'Xerox',
	urgency: 'normaal',
	sentiment: 'neutraal',
	reason: 'de printer doet het niet meer',
};

/** A server with OpenAI's interface for chat, on this machine. */
async function startChatServer(answer: () => string) {
	const asked: { messages: { role: string; content: string }[] }[] = [];
	const server: Server = createServer((request: IncomingMessage, response) => {
		void textOf(request).then((body) => {
			asked.push(JSON.parse(body) as (typeof asked)[number]);
			const message = { role: 'assistant', content: answer() };
			response.setHeader('content-type', 'application/json');
			response.end(
				JSON.stringify({
					id: 'stub',
					object: 'chat.completion',
					created: 0,
					model: 'stub',
					choices: [{ index: 0, message, finish_reason: 'stop' }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { asked, url: `http://127.0.0.1:${port}/v1`, stop: () => server.close() };
}

describe('the Signal Classifier with a chat model of n8n', () => {
	let answer = JSON.stringify(ANSWER);
	let chat: Awaited<ReturnType<typeof startChatServer>>;
	let n8n: N8nServer;

	beforeAll(async () => {
		chat = await startChatServer(() => answer);
		const workflowsDir = join(folder, 'workflows');
		mkdirSync(workflowsDir);
		writeFileSync(join(workflowsDir, 'chat-model.json'), JSON.stringify(WORKFLOW_FILE));
		const openAi = { ...CREDENTIAL, type: 'openAiApi', data: { apiKey: 'none', url: chat.url } };
		n8n = await startN8n({
			userFolder: join(folder, 'n8n'),
			credentials: { openAi },
			workflowsDir,
			publish: [WORKFLOW],
		});
	});
	afterAll(async () => {
		await n8n?.stop();
		chat?.stop();
	});
	// Below, for what is registered last is removed last.
	const folder = temporaryFolder();

	const classify = async (text: string) => {
		const signal = signalFor('<a@x>', { subject: 'Drucker', text, classification: null });
		const { data } = await axios.post<{ signal: Signal }>(`${n8n.url}/webhook/classify`, signal);
		return data.signal.classification!;
	};

	const GERMAN = 'Der Drucker im dritten Stock funktioniert leider nicht mehr, bitte schicken Sie jemanden.';

	it('asks it about a mail in a language that it does not know, without personal data', async () => {
		const classification = await classify(`${GERMAN} Tel. 06-12345678`);
		expect(classification).toMatchObject({ category: 'storing', supplier: 'Xerox', decidedBy: 'llm' });
		const [{ messages }] = chat.asked as [(typeof chat.asked)[0]];
		expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
		expect(JSON.parse(messages[1]!.content)).toEqual({
			onderwerp: 'Drucker',
			tekst: `${GERMAN} Tel. [TELEFOONNUMMER]`,
		});
	});

	it('leaves it to a person when the answer is nonsense, and asks nothing when it is sure itself', async () => {
		answer = 'Dat weet ik niet.';
		expect(await classify(GERMAN)).toMatchObject({ decidedBy: 'model', review: true });
		expect(chat.asked).toHaveLength(2);
		const sure = await classify('Sinds vanochtend start mijn laptop niet meer op.');
		expect(sure).toMatchObject({ decidedBy: 'model', review: false });
		expect(chat.asked).toHaveLength(2);
	});
});
