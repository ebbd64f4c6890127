import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { DEFAULT_RETRY, withRetry } from '../../shared/http/http-client';
import { noAnswer, parseBody, type Transport } from '../../shared/http/transport';
import { inFull } from '../../shared/n8n/in-full';
import { PlanonClient } from '../api/client';
import { planonSettingsSchema, type PlanonSettings } from '../credential/settings';
import { settingsOptions } from '../open-planon';
import { checkConnection } from './check';
import { keyExpiry } from './key-expiry';
import { fetchToken } from './token';

/** Credential test: gets in, and asks for a record that does not exist. Says when the key expires. */
export async function testPlanon(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const settings = planonSettingsSchema.parse(credential.data ?? {});
		const expiry = keyExpiry(settings, new Date());
		const transport = testTransport(this, settings.allowUnauthorizedCerts);
		const authorization = await authorizationOf(transport, settings);
		const send = withRetry(
			async (request) =>
				await transport({ ...request, headers: { ...request.headers, Authorization: authorization } }),
			{ ...DEFAULT_RETRY, attempts: 1 },
		);
		const client = new PlanonClient(send, settings, settingsOptions(settings, expiry));
		const { warning, keyExpiresOn } = await checkConnection(client, settings, expiry);
		const until = keyExpiresOn ? `. The access key works until ${keyExpiresOn}` : '';
		return { status: 'OK', message: warning ? `Planon answers. ${warning}` : `Planon answers${until}` };
	} catch (error) {
		return { status: 'Error', message: inFull(error) };
	}
}

async function authorizationOf(transport: Transport, settings: PlanonSettings): Promise<string> {
	if (settings.authentication === 'accessKey') return `PLANONKEY accesskey=${settings.accessKey}`;
	return `Bearer ${await fetchToken(transport, settings)}`;
}

/** The transport where n8n tests credentials: there it has only its older way of making requests. */
function testTransport({ helpers }: ICredentialTestFunctions, skipTls: boolean): Transport {
	return async ({ method, url, headers, body, answer }) => {
		try {
			const response = (await helpers.request({
				method,
				uri: url,
				headers: { accept: 'application/json', ...headers },
				body,
				json: false,
				resolveWithFullResponse: true,
				simple: false,
				followRedirect: false,
				rejectUnauthorized: !skipTls,
				timeout: 30_000,
			})) as { statusCode: number; headers: Record<string, string>; body: unknown };
			const { statusCode: status } = response;
			return {
				status,
				headers: response.headers,
				body: answer === 'text' ? response.body : parseBody(response.body),
			};
		} catch (error) {
			throw noAnswer(error, url);
		}
	};
}
