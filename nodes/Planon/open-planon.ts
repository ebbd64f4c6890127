import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { withRetry } from '../shared/http/http-client';
import { n8nTransport } from '../shared/n8n/n8n-transport';
import { PlanonClient } from './api/client';
import { optionsSchema } from './record/parameters';

const credentialSchema = z.object({
	baseUrl: z.string(),
	basePath: z.string().trim().min(1, 'Fill in the Base Path in the credential'),
	allowUnauthorizedCerts: z.boolean().default(false),
});

/** A client with the node's credential and options. */
export async function openPlanon(context: IExecuteFunctions, itemIndex: number): Promise<PlanonClient> {
	const credential = credentialSchema.parse(await context.getCredentials('planonApi', itemIndex));
	const options = optionsSchema.parse(context.getNodeParameter('options', itemIndex, {}));
	const transport = n8nTransport(context, 'planonApi', credential.allowUnauthorizedCerts);
	return new PlanonClient(withRetry(transport), credential, options);
}
