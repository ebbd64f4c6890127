import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { z } from 'zod/v4';
import { ApiError } from '../shared/http/api-error';
import { withRetry } from '../shared/http/http-client';
import { noAnswer, parseBody, type Transport } from '../shared/http/transport';
import { inFull } from '../shared/n8n/in-full';
import { API, TopdeskApi } from './api/api';
import { TopdeskClient } from './api/client';
import { SYSTEM } from './api/errors';
import { basicLogin, LOGIN_PATH, tokenFrom, tokenHeader } from './api/login';

const credentialSchema = z.object({
	baseUrl: z.string().trim().min(1, 'Fill in the Base URL'),
	authentication: z.enum(['applicationPassword', 'token']).default('applicationPassword'),
	username: z.string().min(1, 'Fill in the Operator Login'),
	applicationPassword: z.string().optional(),
	operatorPassword: z.string().optional(),
	allowUnauthorizedCerts: z.boolean().default(false),
});
type Credential = z.infer<typeof credentialSchema>;

/** Credential test: asks TOPdesk for its version, and tells a wrong password, a missing permission and a wrong address apart. */
export async function testTopdesk(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const credential = credentialSchema.parse(data ?? {});
		const send = withRetry(await loggedIn(this, credential), { attempts: 1, firstDelayMs: 0, maxDelayMs: 0 });
		const version = await new TopdeskClient(send, credential.baseUrl).version();
		return { status: 'OK', message: `Connected to TOPdesk, API version ${version}` };
	} catch (error) {
		return { status: 'Error', message: inFull(atThisAddress(error)) };
	}
}

/** The version is always there, so what does not have it is not TOPdesk. */
function atThisAddress(error: unknown): unknown {
	if (!(error instanceof ApiError) || error.status !== 404) return error;
	return new ApiError(
		SYSTEM,
		404,
		'not-found',
		'There is no TOPdesk at this address',
		`Fill in the address that TOPdesk has in the browser, up to /tas. The API is expected at ${API} behind it.`,
	);
}

async function loggedIn(context: ICredentialTestFunctions, credential: Credential): Promise<Transport> {
	const withPassword = transportOf(context, credential, { auth: basicLogin(credential) });
	if (credential.authentication !== 'token') return withPassword;
	const login = new TopdeskApi(withPassword, credential.baseUrl);
	const answer = await login.ask('GET', { what: 'log in', path: LOGIN_PATH });
	return transportOf(context, credential, { headers: tokenHeader(tokenFrom(answer.body)) });
}

/** The only way to ask that a credential test has. */
function transportOf(
	context: ICredentialTestFunctions,
	credential: Credential,
	{ headers, ...signed }: { auth?: object; headers?: Record<string, string> },
): Transport {
	return async (request) => {
		try {
			const answer = (await context.helpers.request({
				...signed,
				method: request.method,
				uri: request.url,
				headers: { accept: 'application/json', ...request.headers, ...headers },
				rejectUnauthorized: !credential.allowUnauthorizedCerts,
				followRedirect: false,
				timeout: 15_000,
				simple: false,
				resolveWithFullResponse: true,
			})) as { statusCode: number; body: unknown };
			return { status: answer.statusCode, headers: {}, body: parseBody(answer.body) };
		} catch (error) {
			throw noAnswer(error, request.url);
		}
	};
}
