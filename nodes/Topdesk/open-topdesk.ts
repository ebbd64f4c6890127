import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { withRetry } from '../shared/http/http-client';
import { n8nTransport } from '../shared/n8n/n8n-transport';
import { TopdeskClient } from './api/client';

const credentialSchema = z.object({
	baseUrl: z.string(),
	allowUnauthorizedCerts: z.boolean().default(false),
});

/** A client with the node's credential. */
export async function openTopdesk(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	itemIndex = 0,
): Promise<TopdeskClient> {
	const credential = credentialSchema.parse(await context.getCredentials('topdeskApi', itemIndex));
	const transport = n8nTransport(context, 'topdeskApi', credential.allowUnauthorizedCerts);
	return new TopdeskClient(withRetry(transport), credential.baseUrl);
}
