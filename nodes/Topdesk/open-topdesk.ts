import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod/v4';
import { DEFAULT_RETRY, withRetry } from '../shared/http/http-client';
import { cancelSignal, n8nTransport } from '../shared/n8n/n8n-transport';
import { TopdeskClient } from './api/client';

const credentialSchema = z.object({
	baseUrl: z.string(),
	authentication: z.string().optional(),
	allowUnauthorizedCerts: z.boolean().default(false),
});

/** A client with the node's credential, that stops with the run. */
export async function openTopdesk(
	context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions,
	itemIndex = 0,
): Promise<TopdeskClient> {
	const credential = credentialSchema.parse(await context.getCredentials('topdeskApi', itemIndex));
	const transport = n8nTransport(context, 'topdeskApi', {
		skipTls: credential.allowUnauthorizedCerts,
		expires: credential.authentication === 'token',
	});
	const send = withRetry(transport, { ...DEFAULT_RETRY, signal: cancelSignal(context) });
	return new TopdeskClient(send, credential.baseUrl);
}
