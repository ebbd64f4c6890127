import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { z } from 'zod/v4';
import { withRetry, type HttpSend } from '../shared/http/http-client';
import { n8nTransport } from '../shared/n8n/n8n-transport';
import { TopdeskClient } from './api/client';

const credentialSchema = z.object({
	baseUrl: z.string(),
	allowUnauthorizedCerts: z.boolean().default(false),
});

type TopdeskContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** Sends requests with the node's credential, and the address to send them to. */
export async function openSender(
	context: TopdeskContext,
	itemIndex = 0,
): Promise<{ send: HttpSend; baseUrl: string }> {
	const credential = credentialSchema.parse(await context.getCredentials('topdeskApi', itemIndex));
	const transport = n8nTransport(context, 'topdeskApi', credential.allowUnauthorizedCerts);
	return { send: withRetry(transport), baseUrl: credential.baseUrl };
}

/** A client with the node's credential. */
export async function openTopdesk(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	itemIndex = 0,
): Promise<TopdeskClient> {
	const { send, baseUrl } = await openSender(context, itemIndex);
	return new TopdeskClient(send, baseUrl);
}
