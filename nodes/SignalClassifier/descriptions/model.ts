import type { INodeProperties } from 'n8n-workflow';

/** Models of the register need its credential; the node shows that by this field. */
export const ALWAYS_REGISTER: INodeProperties = {
	displayName: 'Model',
	name: 'modelSource',
	type: 'hidden',
	default: 'register',
};

export const actorField: INodeProperties = {
	displayName: 'Actor',
	name: 'actor',
	type: 'string',
	default: '={{ $workflow.name }}',
	required: true,
	description: 'Who does this: a person or a workflow',
};

export const versionField: INodeProperties = {
	displayName: 'Version',
	name: 'version',
	type: 'string',
	default: '',
	placeholder: '3-1f2e3d4c',
	description: 'A version that Get Many gives. Leave empty for the model that comes with the package.',
};
