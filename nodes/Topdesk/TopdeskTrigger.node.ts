import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { pollFollowed } from '../shared/polling/poll-followed';
import { loadOptions } from './load-options';
import { openTopdesk } from './open-topdesk';
import { testTopdesk } from './test-topdesk';
import { triggerProperties } from './trigger/description';
import { followIncidents, needsTrail } from './trigger/follow-incidents';
import { incidentsToFollow } from './trigger/parameters';

export class TopdeskTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TOPdesk Trigger',
		name: 'topdeskTrigger',
		icon: { light: 'file:../../icons/topdesk.svg', dark: 'file:../../icons/topdesk.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Start the workflow for what happens to incidents in TOPdesk, each event once',
		defaults: { name: 'TOPdesk Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'topdeskApi', required: true, testedBy: 'testTopdesk' }],
		properties: triggerProperties,
	};

	methods = {
		credentialTest: { testTopdesk },
		loadOptions: { getOperatorGroups: loadOptions.getOperatorGroups },
	};

	/**
	 * Gives `{changeId, event, incident, ticket, reference}` for each event, with `from` and `to` or
	 * `entry` where they belong to it.
	 */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollFollowed(this, async () => {
			const wanted = incidentsToFollow((name) => this.getNodeParameter(name));
			const followed = followIncidents(await openTopdesk(this), wanted);
			return { followed, lookTwice: needsTrail(wanted.events) };
		});
	}
}
