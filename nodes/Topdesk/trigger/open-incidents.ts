import type { IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { openSender } from '../open-topdesk';
import { TopdeskClient } from '../api/client';
import { trailReader, type ReadTrail } from './progress-trail';

/** What a trigger asks TOPdesk, with the node's credential. */
export async function openIncidents(
	context: IPollFunctions | IWebhookFunctions,
): Promise<{ client: TopdeskClient; readTrail: ReadTrail }> {
	const { send, baseUrl } = await openSender(context);
	return { client: new TopdeskClient(send, baseUrl), readTrail: trailReader(send, baseUrl) };
}
