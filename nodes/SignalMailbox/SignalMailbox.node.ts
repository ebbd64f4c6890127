import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { itemFiles } from '../shared/n8n/item-files';
import { testRegister, withRegister, withRegisterIfPossible } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import { failingPerItem, runPerItem } from '../shared/n8n/run-per-item';
import type { Correspondence } from '../shared/storage/correspondence';
import type { Register } from '../shared/storage/register';
import { RegisterError } from '../shared/storage/register-error';
import { acknowledge } from './acknowledge';
import { mailFields } from './descriptions/fields';
import { mailboxFields, mailboxOperation } from './descriptions/mailbox';
import { forSource, tokenCredentials, type SourceChoice } from './descriptions/source';
import { getHealth } from './health/get-health';
import { openMailAccount } from './open-mail-account';
import type { ReadParameter } from './parameters';
import { LastResortOutbox, type SendingOutbox } from './send/last-resort-outbox';
import { SENDING, type Sending } from './send/operations';
import { sendReleased } from './send/send-released';
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
				displayOptions: { hide: { operation: ['acknowledge'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Mail', value: 'mail' },
					{ name: 'Mailbox', value: 'mailbox' },
				],
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
						name: 'Forward',
						value: 'forward',
						description: 'Send a signal with its attachments on to a supplier or a colleague, once',
						action: 'Forward a signal',
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
			mailboxOperation,
			...mailFields,
			...mailboxFields,
		],
	};

	methods = { credentialTest: { testMailbox, testMailFolder, testRegister } };

	/**
	 * Gives each item with `acknowledged` (`moved`, `flagged` or `already-gone`), with `delivery`, or with `health`;
	 * Send Released gives an item per mail, with `released`.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const operation = this.getNodeParameter('operation', 0) as string;
		const reader = (itemIndex: number): ReadParameter => {
			const read = parameterReader(this, itemIndex);
			return (name) => read(name, null);
		};
		const result = (itemIndex: number, outcome: object): INodeExecutionData => {
			const { json, binary } = items[itemIndex]!;
			return { json: { ...json, ...outcome }, binary, pairedItem: { item: itemIndex } };
		};
		return await failingPerItem(this, async () => {
			const account = await openMailAccount(this, this.getNodeParameter('source', 0) as SourceChoice);
			const { source } = account;
			if (operation === 'acknowledge') {
				const outcomeOf = await acknowledge(source, [...items.keys()].map(reader));
				return [await runPerItem(this, async (index) => result(index, { acknowledged: outcomeOf(index) }))];
			}
			if (operation === 'getHealth') {
				const readRegister = () => withRegister(this, (register) => register.health());
				const check = async (index: number) =>
					result(index, { health: await getHealth(source, readRegister, reader(index)) });
				return [await runPerItem(this, check)];
			}
			const sender = account.sender();
			if (operation === 'sendReleased') {
				const sendAll = ({ outbox }: Register) =>
					sender.withHandOver(async (handOver) => {
						const send = async (index: number) => {
							const limit = this.getNodeParameter('limit', index) as number;
							const sent = await sendReleased({ outbox, handOver }, limit);
							return sent.map((released) => result(index, { released }));
						};
						return [await runPerItem(this, send)];
					});
				return await withRegister(this, sendAll);
			}
			const send = SENDING[operation]!;
			const deliverAll = (outbox: SendingOutbox, correspondence: () => Correspondence) =>
				sender.withHandOver(async (handOver) => {
					const post = { outbox, sender, handOver };
					const deliver = async (index: number) => {
						const readFile = async (property: string) =>
							items[index]!.binary?.[property]
								? await this.helpers.getBinaryDataBuffer(index, property)
								: null;
						const takeFile: Sending['takeFile'] = async (property) => {
							const { fileName, contentType, content } = await itemFiles(this, index).take(property);
							return { name: fileName, contentType, content };
						};
						const sending = { post, correspondence, read: reader(index), readFile, takeFile };
						return result(index, { delivery: await send(sending) });
					};
					return [await runPerItem(this, deliver)];
				});
			if (operation === 'send' && this.getNodeParameter('withoutRegister', 0, false) === true) {
				return await withRegisterIfPossible(this, (register) =>
					register instanceof RegisterError
						? deliverAll(new LastResortOutbox(register), () => {
								throw register;
							})
						: deliverAll(new LastResortOutbox(register.outbox), () => register.correspondence),
				);
			}
			return await withRegister(this, ({ outbox, correspondence }) =>
				deliverAll(outbox, () => correspondence),
			);
		});
	}
}
