import {
	NodeConnectionTypes,
	type IDataObject,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { toNodeError } from '../shared/n8n/to-node-error';
import { openTopdesk } from './open-topdesk';
import { testTopdesk } from './test-topdesk';
import { answerCall } from './trigger/answer-call';
import { eventOptions } from './trigger/description';
import { testWebhookSecret } from './trigger/test-webhook-secret';
import { goodSecret } from './trigger/webhook-secret';

/** @throws NodeOperationError when the secret can be guessed */
async function secretOf(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	const { secret } = await context.getCredentials('topdeskWebhookApi');
	try {
		return goodSecret(secret);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

export class TopdeskWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TOPdesk Webhook Trigger',
		name: 'topdeskWebhookTrigger',
		icon: { light: 'file:../../icons/topdesk.svg', dark: 'file:../../icons/topdesk.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Start the workflow at the moment that an action sequence in TOPdesk calls',
		defaults: { name: 'TOPdesk Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'topdeskApi', required: true, testedBy: 'testTopdesk' },
			{ name: 'topdeskWebhookApi', required: true, testedBy: 'testWebhookSecret' },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// An expression, because n8n passes a text on as it is and express wants a number.
				responseCode: '={{ 202 }}',
				responseData: 'noData',
				path: 'topdesk',
			},
		],
		properties: [
			{
				displayName:
					'A call that does not arrive is not repeated by TOPdesk. Use the TOPdesk Trigger where nothing may be missed, and this one where it must be quick.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				options: eventOptions,
				default: ['updated'],
				required: true,
				description: 'What to start the workflow for. Calls for anything else are accepted and left.',
			},
		],
	};

	methods = { credentialTest: { testTopdesk, testWebhookSecret } };

	/**
	 * TOPdesk has no API to register a webhook: its administrator makes the action sequence that calls. But n8n need not
	 * listen with a secret that can be guessed. It calls `create` for what does not exist yet.
	 */
	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions) {
				await secretOf(this);
				return true;
			},
			delete: async () => true,
		},
	};

	/** Gives `{changeId, event, incident, ticket, reference}`, as TOPdesk Trigger does, with every field of the incident. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const secret = await secretOf(this);
		const answer = await answerCall({
			headers: this.getHeaderData(),
			body: this.getBodyData(),
			secret,
			events: this.getNodeParameter('events', []) as string[],
			open: async () => await openTopdesk(this),
		});
		if (answer.started) return { workflowData: [[{ json: answer.started as unknown as IDataObject }]] };
		const response = this.getResponseObject();
		response.status(answer.status);
		if (answer.message) response.json({ message: answer.message });
		else response.end();
		return { noWebhookResponse: true };
	}
}
