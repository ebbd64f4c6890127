import {
	NodeConnectionTypes,
	NodeOperationError,
	type IBinaryKeyData,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { isLookAtStart } from '../shared/n8n/look-at-start';
import { toNodeError } from '../shared/n8n/to-node-error';
import { withMailbox } from './imap/connection';
import { readFolder, type PollState } from './imap/read-folder';
import { mailToSignal, type SignalFile } from './parse/to-signal';
import { mailboxSettingsSchema } from './settings';
import { testMailbox } from './test-mailbox';
import { triggerParametersSchema } from './trigger-parameters';

/** The rest of the poll's time is for handing the mails on. */
const READING_SHARE = 0.8;

export class SignalMailboxTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Mailbox Trigger',
		name: 'signalMailboxTrigger',
		icon: { light: 'file:../../icons/mailbox.svg', dark: 'file:../../icons/mailbox.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["folder"] }}',
		description:
			'Start the workflow for every mail in a folder, until the mail is acknowledged: nothing is lost when a run fails',
		defaults: { name: 'Signal Mailbox Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'signalMailboxApi', required: true, testedBy: 'testMailbox' }],
		properties: [
			{
				displayName:
					'A mail comes by again at every poll until Signal Mailbox: Acknowledge moves it out of the folder. Put a Signal Register node right after this one, so that each is handled once.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Folder',
				name: 'folder',
				type: 'string',
				default: 'INBOX',
				required: true,
				description: 'The folder to look in, by its full path, such as INBOX or INBOX/Klachten',
			},
			{
				displayName: 'Maximum Mails',
				name: 'maximumMails',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 1000 },
				default: 50,
				description:
					'How many mails to give at most at a time. The next poll goes on where this one stopped. A test in the editor gives one mail.',
			},
			{
				displayName: 'Maximum Size (MB)',
				name: 'maximumSizeMb',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 10,
				description: 'Of a larger mail only the text is read. Its attachments stay in the mailbox.',
			},
			{
				displayName: 'Download Attachments',
				name: 'downloadAttachments',
				type: 'boolean',
				default: true,
				description: 'Whether to give the attachments along as binary data',
			},
		],
	};

	methods = { credentialTest: { testMailbox } };

	/** Gives `{signal, mail: {folder, uid, uidValidity}}` for each mail, with its attachments as binary data. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const testing = this.getMode() === 'manual';
		const atStart = isLookAtStart(this);
		try {
			const parameters = triggerParametersSchema.parse({
				folder: this.getNodeParameter('folder'),
				maximumMails: this.getNodeParameter('maximumMails'),
				maximumSizeMb: this.getNodeParameter('maximumSizeMb'),
				downloadAttachments: this.getNodeParameter('downloadAttachments'),
			});
			const { folder } = parameters;
			const settings = mailboxSettingsSchema.parse(await this.getCredentials('signalMailboxApi'));
			const state = this.getWorkflowStaticData('node') as PollState;
			const items: INodeExecutionData[] = [];
			await withMailbox(settings.imap, async (client) => {
				await readFolder(client, settings.imap, state, {
					folder,
					maxMails: testing ? 1 : parameters.maximumMails,
					maxMailBytes: parameters.maximumSizeMb * 1024 * 1024,
					deadline: Date.now() + this.getPollBudgetMs() * READING_SHARE,
					take: async (mail, uidValidity) => {
						const { signal, files } = await mailToSignal(mail, {
							folder,
							uidValidity,
							mailbox: settings.from.address,
							ownAddresses: settings.ownAddresses,
							keepFiles: parameters.downloadAttachments,
						});
						const json = { signal, mail: { folder, uid: mail.uid, uidValidity } };
						items.push({ json: json as unknown as IDataObject, binary: await asBinary(this, files) });
					},
					warn: (message) => this.logger.warn(message),
				});
			});
			if (items.length > 0) return [items];
			if (!testing) return null;
			throw new NodeOperationError(this.getNode(), `There is no mail in ${folder} to test with`, {
				description: 'Send a mail to the mailbox, and test again.',
			});
		} catch (error) {
			const nodeError = toNodeError(this.getNode(), error);
			if (!atStart) throw nodeError;
			this.logger.warn(`The first look after the start failed, the next one comes: ${nodeError.message}`);
			return null;
		}
	}
}

async function asBinary(context: IPollFunctions, files: readonly SignalFile[]): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	for (const { key, name, contentType, content } of files) {
		binary[key] = await context.helpers.prepareBinaryData(content, name, contentType);
	}
	return binary;
}
