import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { pollFollowed } from '../shared/polling/poll-followed';
import { testPlanon } from './access/test-credential';
import { connectPlanon } from './open-planon';
import { triggerProperties } from './trigger/description';
import { followRecords } from './trigger/follow-records';
import { recordsToFollow } from './trigger/parameters';

export class PlanonTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Planon Trigger',
		name: 'planonTrigger',
		icon: { light: 'file:../../icons/planon.svg', dark: 'file:../../icons/planon.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["events"].join(", ") + ": " + ($parameter["definition"] || $parameter["follow"]) }}',
		description: 'Start the workflow for what happens to records in Planon, each event once',
		defaults: { name: 'Planon Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'planonApi', required: true, testedBy: 'testPlanon' }],
		properties: triggerProperties,
	};

	methods = { credentialTest: { testPlanon } };

	/**
	 * Gives `{changeId, event, record, ticket, reference, state}` for each event, with `from` and `to`
	 * for a state.
	 */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollFollowed(this, async () => {
			// Otherwise a record that is archived as it is completed would never be seen to be so.
			const { client, credential, settings } = await connectPlanon(this, { archiveMode: 'all' });
			const read = (name: string, fallback?: unknown) => this.getNodeParameter(name, fallback as never);
			const wanted = recordsToFollow(read, credential, settings.timeZone);
			return { followed: followRecords(client, wanted) };
		});
	}
}
