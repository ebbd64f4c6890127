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
import { pollOnce } from '../shared/n8n/look-at-start';
import { Batches } from './batches';
import { forSource, tokenCredentials } from './descriptions/source';
import { triggerFields } from './descriptions/trigger';
import { openMailSource } from './open-mail-source';
import { mailToSignal, type SignalFile } from './parse/to-signal';
import { endedRunsOf, type ShownMail } from './source/ended-runs';
import { pollMailbox } from './source/poll';
import type { PollState } from './source/poll-state';
import { testMailFolder, testMailbox } from './test-mailbox';
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
		subtitle: '={{ [$parameter["folder"]].flat().join(", ") }}',
		description:
			'Start the workflow for every mail in a folder, until the mail is acknowledged: nothing is lost when a run fails',
		defaults: { name: 'Signal Mailbox Trigger' },
		polling: true,
		inputs: [],
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
		],
		properties: triggerFields,
	};

	methods = { credentialTest: { testMailbox, testMailFolder } };

	/**
	 * Hands on `{signal, mail}` for each mail, with its attachments as binary data; `mail` says where it lies. Each
	 * batch goes to an execution of its own. A test from the editor is given its one mail.
	 */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const startedAt = Date.now();
		const testing = this.getMode() === 'manual';
		return await pollOnce(this, async ({ atStart, budgetMs }) => {
			const names = Object.keys(triggerParametersSchema.shape);
			const parameters = triggerParametersSchema.parse(
				Object.fromEntries(names.map((name) => [name, this.getNodeParameter(name, null)])),
			);
			const source = await openMailSource(this, parameters.source);
			// A test from the editor shows a mail, also when a run has it.
			const state: PollState = testing ? {} : this.getWorkflowStaticData('node');
			const deadline = Date.now() + budgetMs * READING_SHARE;
			const ended = endedRunsOf(String(this.getWorkflow().id), this.getNode().id);
			const batches = new Batches<ShownMail>(this, {
				size: parameters.batchSize,
				deadline,
				onEnded: (mails) => ended.note(mails),
			});
			const most = () => {
				if (testing) return 1;
				// n8n waits for this poll before it goes on with its start.
				return Math.min(parameters.maximumMails, atStart ? parameters.batchSize : Infinity);
			};
			await source.open(
				async (mailbox) =>
					await pollMailbox(mailbox, state, {
						folders: parameters.folder,
						maxMails: most(),
						maxInFlight: parameters.maximumInFlight,
						leaseMs: parameters.leaseMinutes * 60_000,
						startedAt,
						afresh: atStart,
						ended,
						batchSize: parameters.batchSize,
						nextBatch: async () => await batches.handOn(),
						deadline,
						take: async (fetched, { key, location: mail }) => {
							const { signal, files, dispose } = await mailToSignal(fetched, {
								folder: mail.folder,
								uidValidity: mail.source === 'imap' ? mail.uidValidity : null,
								mailbox: source.name,
								ownAddresses: source.ownAddresses,
								keepFiles: parameters.downloadAttachments,
								colleagues: parameters.colleagues,
								limits: { mailBytes: parameters.maximumSizeMb * 1024 * 1024 },
								sourceId: JSON.stringify(mail),
							});
							try {
								const json = { signal, mail } as unknown as IDataObject;
								const item = { json, binary: await asBinary(this, files) };
								batches.add(item, { folder: mail.folder, key });
							} finally {
								await dispose();
							}
						},
						warn: (message) => this.logger.warn(message),
					}),
				{ deadline, skipKeyword: parameters.skipKeyword },
			);
			if (!testing) {
				batches.handOnRest();
				return null;
			}
			const items = batches.rest();
			if (items.length > 0) return [items];
			throw new NodeOperationError(
				this.getNode(),
				`There is no mail in ${parameters.folder.join(', ')} to test with`,
				{ description: 'Send a mail to the mailbox, and test again.' },
			);
		});
	}
}

async function asBinary(context: IPollFunctions, files: readonly SignalFile[]): Promise<IBinaryKeyData> {
	const kept = files.map(
		async ({ key, name, contentType, bytes, open }) =>
			[key, await context.helpers.prepareBinaryData(bytes ?? open(), name, contentType)] as const,
	);
	return Object.fromEntries(await Promise.all(kept));
}
