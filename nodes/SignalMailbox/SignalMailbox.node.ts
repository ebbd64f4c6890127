import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testRegister, withRegister } from '../shared/n8n/open-register';
import { failingPerItem, runPerItem } from '../shared/n8n/run-per-item';
import { acknowledge } from './acknowledge';
import { mailFields } from './descriptions/fields';
import { forSource, tokenCredentials, type SourceChoice } from './descriptions/source';
import { openMailSource } from './open-mail-source';
import { SENDING } from './operations';
import type { ReadParameter } from './parameters';
import { mailboxSettingsSchema } from './settings';
import { testMailFolder, testMailbox } from './test-mailbox';

export class SignalMailbox implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Mailbox',
		name: 'signalMailbox',
		icon: { light: 'file:../../icons/mailbox.svg', dark: 'file:../../icons/mailbox.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Answer customers in their conversation, send notices once, and put handled mail away',
		defaults: { name: 'Signal Mailbox' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'signalMailboxApi',
				required: true,
				testedBy: 'testMailbox',
				displayOptions: forSource('imap'),
			},
			{
				name: 'signalMailFolderApi',
				required: true,
				testedBy: 'testMailFolder',
				displayOptions: forSource('folder'),
			},
			...tokenCredentials,
			{
				name: 'signalRegisterApi',
				required: true,
				testedBy: 'testRegister',
				displayOptions: { show: { operation: ['reply', 'send'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Mail', value: 'mail' }],
				default: 'mail',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['mail'] } },
				options: [
					{
						name: 'Acknowledge',
						value: 'acknowledge',
						description: 'Put a mail away, because all that it asks for was done',
						action: 'Acknowledge a mail',
					},
					{
						name: 'Reply',
						value: 'reply',
						description: 'Answer the customer of a signal in the conversation, once, and no machine',
						action: 'Reply to a signal',
					},
					{
						name: 'Send',
						value: 'send',
						description: 'Send a notice to a colleague or a supplier, once',
						action: 'Send a mail',
					},
				],
				default: 'reply',
			},
			...mailFields,
		],
	};

	methods = { credentialTest: { testMailbox, testMailFolder, testRegister } };

	/** Gives each item with `acknowledged` (`moved`, `flagged` or `already-gone`), or with `delivery`. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const operation = this.getNodeParameter('operation', 0) as string;
		const reader =
			(itemIndex: number): ReadParameter =>
			(name) =>
				this.getNodeParameter(name, itemIndex);
		const result = (itemIndex: number, outcome: object): INodeExecutionData => {
			const { json, binary } = items[itemIndex]!;
			return { json: { ...json, ...outcome }, binary, pairedItem: { item: itemIndex } };
		};
		return await failingPerItem(this, async () => {
			if (operation === 'acknowledge') {
				const source = await openMailSource(this, this.getNodeParameter('source', 0) as SourceChoice);
				const outcomeOf = await acknowledge(source, [...items.keys()].map(reader));
				return [await runPerItem(this, async (index) => result(index, { acknowledged: outcomeOf(index) }))];
			}
			const settings = mailboxSettingsSchema.parse(await this.getCredentials('signalMailboxApi'));
			const send = SENDING[operation]!;
			return await withRegister(this, async ({ outbox }) => [
				await runPerItem(this, async (index) =>
					result(index, { delivery: await send(outbox, settings, reader(index)) }),
				),
			]);
		});
	}
}
