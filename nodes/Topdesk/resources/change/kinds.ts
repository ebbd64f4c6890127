import type { INodeProperties } from 'n8n-workflow';
import { API } from '../../api/api';
import { PAGING } from '../../api/paging';
import { choice, flag, locator, moment, text } from '../fields';
import type { Kind, ParameterFilter } from '../kind';

const archived: ParameterFilter = {
	parameter: 'archived',
	property: flag('Archived', 'archived', 'Whether to give only archived ones, or only others'),
};
const open: ParameterFilter = {
	parameter: 'open',
	property: flag('Open', 'open', 'Whether to give only open ones, or only others', true),
};
const OPERATOR = locator({ displayName: 'Operator', name: 'operator', search: 'searchOperators' });
const GROUP = locator({
	displayName: 'Operator Group',
	name: 'operatorGroup',
	search: 'searchOperatorGroups',
});
export const CHANGE_TYPE: INodeProperties = {
	displayName: 'Change Type',
	name: 'changeType',
	type: 'options',
	options: [
		{ name: 'Extensive', value: 'extensive' },
		{ name: 'Simple', value: 'simple' },
	],
	default: 'simple',
};
const PHASES = {
	...{ canceled: 'Canceled', closed: 'Closed', evaluation: 'Evaluation', prfc: 'Preliminary Request' },
	...{ progress: 'Progress', rejected: 'Rejected', rfc: 'Request for Change', simple: 'Simple' },
};

export const CHANGE: Kind = {
	...{ value: 'change', name: 'Change', one: 'a change', many: 'changes' },
	path: `${API}/operatorChanges`,
	paging: PAGING.changes,
	search: 'searchChanges',
	number: 'W2611-001',
	filters: [
		archived,
		{ parameter: 'changeType', property: CHANGE_TYPE },
		open,
		{ parameter: 'simple.assignee.id', property: OPERATOR },
		{ parameter: 'simple.assignee.groupId', property: GROUP },
		{
			parameter: 'phase',
			property: {
				displayName: 'Phases',
				name: 'phase',
				type: 'multiOptions',
				options: Object.entries(PHASES).map(([value, name]) => ({ name, value })),
				default: [],
			},
		},
		{ parameter: 'status', property: choice('Status', 'status', 'getChangeStatuses') },
	],
	sort: true,
};

export const CHANGE_ACTIVITY: Kind = {
	...{
		value: 'changeActivity',
		name: 'Change Activity',
		one: 'a change activity',
		many: 'change activities',
	},
	path: `${API}/operatorChangeActivities`,
	paging: PAGING.changes,
	search: 'searchChangeActivities',
	number: 'WA2611-001',
	filters: [
		archived,
		{
			parameter: 'blocked',
			property: flag('Blocked', 'blocked', 'Whether to give only blocked ones, or only others'),
		},
		{
			parameter: 'change',
			property: text('Change ID', 'change', { description: 'The change they belong to' }),
		},
		{ parameter: 'finalDateAfter', property: moment('Final Date After', 'finalDateAfter') },
		open,
		{ parameter: 'operator', property: OPERATOR },
		{ parameter: 'operatorGroup', property: GROUP },
		{ parameter: 'status', property: choice('Status', 'status', 'getChangeActivityStatuses') },
	],
	fields: 'fields',
	sort: true,
};
