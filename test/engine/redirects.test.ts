import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { PlanonApi } from '../../credentials/PlanonApi.credentials';
import { TopdeskApi } from '../../credentials/TopdeskApi.credentials';
import { Planon } from '../../nodes/Planon/Planon.node';
import { SignalMailbox } from '../../nodes/SignalMailbox/SignalMailbox.node';
import { Topdesk } from '../../nodes/Topdesk/Topdesk.node';
import { runNode, type TestCredentials } from '../support/engine';
import { oauth2Credentials } from '../support/mailbox-credentials';
import type { TokenServer } from '../support/token-server';

/** All that a server got: addresses, headers and bodies. */
let got: string[];
/** Another server, which has nothing to do with the credential. */
let elsewhere: Server;
/** Sends everybody there, with the method and the body. */
let supplier: Server;
let asked: boolean;

const listening = async (server: Server): Promise<string> => {
	await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

let url: string;
beforeEach(async () => {
	got = [];
	asked = false;
	elsewhere = createServer((request, response) => {
		void text(request).then((body) => {
			got.push(`${request.method} ${request.url}`, JSON.stringify(request.headers), body);
			response.writeHead(401, { 'content-type': 'application/json' }).end('{}');
		});
	});
	const there = await listening(elsewhere);
	supplier = createServer((request, response) => {
		asked = true;
		response.writeHead(307, { location: `${there}${request.url}` }).end();
	});
	url = await listening(supplier);
});
afterEach(() => {
	for (const server of [supplier, elsewhere]) server.close().closeAllConnections();
});

const SECRET = 'geheim-van-de-leverancier';
const topdesk = (data: Record<string, string>): TestCredentials => ({
	topdeskApi: { definition: new TopdeskApi(), data: { baseUrl: url, username: 'regie', ...data } },
});
const planon = (data: Record<string, string>): TestCredentials => ({
	planonApi: { definition: new PlanonApi(), data: { baseUrl: url, ...data } },
});
const incidents = { resource: 'incident', operation: 'getAll' };
const records = { operation: 'read', definition: 'UsrRequest' };

describe('a system that sends n8n to another server', () => {
	it.each<[string, () => [INodeType, TestCredentials, INodeParameters]]>([
		[
			'the application password of TOPdesk',
			() => [new Topdesk(), topdesk({ applicationPassword: SECRET }), incidents],
		],
		[
			'the operator password of TOPdesk',
			() => [new Topdesk(), topdesk({ authentication: 'token', operatorPassword: SECRET }), incidents],
		],
		['the access key of Planon', () => [new Planon(), planon({ accessKey: SECRET }), records]],
		[
			'the client secret of Planon',
			() => {
				const client = { clientId: 'regie', clientSecret: SECRET, tokenUrl: `${url}/token` };
				return [new Planon(), planon({ authentication: 'clientCredentials', ...client }), records];
			},
		],
		[
			'the client secret of a mailbox',
			() => {
				const tokens = { clientId: 'regie', clientSecret: SECRET, accessTokenUrl: `${url}/token` };
				const server = { imapHost: '127.0.0.1', imapPort: 1, imapSecurity: 'none', user: 'dc@dc.example' };
				const changes = { ...tokens, ...server, grantType: 'clientCredentials' };
				const health = { source: 'imapOAuth2', resource: 'mailbox', operation: 'getHealth' };
				return [new SignalMailbox(), oauth2Credentials({} as TokenServer, changes), health];
			},
		],
	])('does not make it give away %s', async (_, given) => {
		const [node, credentials, parameters] = given();
		await runNode({ node, credentials, parameters });
		expect(asked).toBe(true);
		const basic = Buffer.from(`regie:${SECRET}`).toString('base64');
		expect(got.filter((part) => part.includes(SECRET) || part.includes(basic))).toEqual([]);
	});
});
