import { incidentPath } from '../../api/incident-key';
import { incidentSchema } from '../../api/schemas';
import { choice, collection, flag } from '../fields';
import type { Operation, OperationContext } from '../operation';
import { idOrName } from '../write-body';
import { INCIDENT, incidentKey } from './key';

/** Sends an incident on, with a reason where one is given. */
async function move(
	{ client, read }: OperationContext,
	to: string,
	query?: Record<string, boolean | undefined>,
): Promise<object[]> {
	const key = incidentKey(read);
	const reason = String(read('reason', '') ?? '').trim();
	const incident = await client.api.read('PUT', incidentSchema, {
		what: `${to} incident ${key}`,
		path: incidentPath(key, `/${to}`),
		query,
		body: reason ? idOrName(reason) : undefined,
	});
	return [incident];
}

const reasonField = (list: string) => ({
	...choice('Reason', 'reason', list),
	displayName: 'Reason Name or ID',
});

export const escalate: Operation = {
	value: 'escalate',
	name: 'Escalate',
	action: 'Escalate an incident',
	description: 'Bring an incident to the second line',
	fields: [INCIDENT, reasonField('getEscalationReasons')],
	run: async (context) => await move(context, 'escalate'),
};

export const deescalate: Operation = {
	value: 'deescalate',
	name: 'Deescalate',
	action: 'Deescalate an incident',
	description: 'Bring an incident back to the first line',
	fields: [INCIDENT, reasonField('getDeescalationReasons')],
	run: async (context) => await move(context, 'deescalate'),
};

export const archive: Operation = {
	value: 'archive',
	name: 'Archive',
	action: 'Archive an incident',
	description: 'Put an incident in the archive, after which it cannot be changed',
	fields: [INCIDENT, reasonField('getArchivingReasons')],
	run: async (context) => await move(context, 'archive'),
};

export const unarchive: Operation = {
	value: 'unarchive',
	name: 'Unarchive',
	action: 'Unarchive an incident',
	description: 'Take an incident out of the archive',
	fields: [
		INCIDENT,
		collection('Options', 'options', 'Add Option', [
			flag(
				'Unarchive Partials',
				'unarchivePartials',
				'Whether to take its partial incidents out of the archive too',
			),
		]),
	],
	async run(context) {
		const { unarchivePartials } = context.read('options', {}) as { unarchivePartials?: boolean };
		return await move(context, 'unarchive', { unarchive_partials: unarchivePartials || undefined });
	},
};
