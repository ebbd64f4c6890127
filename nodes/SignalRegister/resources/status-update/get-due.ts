import type { INodeProperties } from 'n8n-workflow';
import { messageSettingsSchema } from '../../../shared/domain/updates/settings';
import { updateTextsSchema, type UpdateTexts } from '../../../shared/domain/updates/message';
import type { Operation } from '../operation';
import { claimField, claimOf, mostField, mostOf } from '../due-fields';

const DEFAULTS = updateTextsSchema.parse({});

/** Each text with the text that is there by itself. */
const textField = (displayName: string, name: keyof UpdateTexts, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { rows: 3 },
	default: DEFAULTS[name],
	description,
});

const TEXTS: INodeProperties = {
	displayName: 'Texts',
	name: 'texts',
	type: 'collection',
	placeholder: 'Change Text',
	default: {},
	description:
		'What customers read. {nummer}, {onderwerp} and {leverancier} are filled in; {datum} and {dagen} where they are in the text by itself.',
	options: [
		textField('Closed', 'closed', 'When the signal was closed'),
		textField('Forwarded', 'forwarded', 'While the supplier has it and did not begin'),
		textField('Next Update', 'nextUpdate', 'Until when the next update comes, below the signals'),
		textField('Reopened', 'reopened', 'When the signal was opened again'),
		textField('Signature', 'signature', 'Below the message'),
		textField('Solved', 'solved', 'When the supplier says that it is solved'),
		textField('Started', 'started', 'When somebody began with it'),
		textField('Still Busy', 'stillBusy', 'While it is worked on and nothing is known'),
		textField('Stop', 'stop', 'How to ask for no more updates'),
		textField('Under Review', 'underReview', 'While a colleague looks who can help'),
	],
};

/** An item `{update, signal}` for each customer; `signal` is the one whose conversation the message can go in. */
export const getDue: Operation = {
	value: 'getDue',
	name: 'Get Due',
	action: 'Get due status updates',
	description: 'Get the messages that customers must have now, one per customer, with their text',
	// It takes transactions of its own: planning a large register must not hold the lock all the time.
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Statusberichten opgehaald' },
	fields: [
		{
			displayName: 'Quiet From',
			name: 'quietFrom',
			type: 'string',
			default: '18:00',
			description: 'From this time on nothing is given, in Dutch time',
		},
		{
			displayName: 'Quiet Until',
			name: 'quietUntil',
			type: 'string',
			default: '08:00',
			description: 'From this time on updates are given again; the same as Quiet From means no quiet hours',
		},
		{
			displayName: 'Quiet on Days Off',
			name: 'quietOnDaysOff',
			type: 'boolean',
			default: true,
			description: 'Whether nothing is given on weekends, holidays and closing days',
		},
		mostField('Maximum Customers', 'How many customers to give at a time, the most urgent first'),
		claimField(),
		TEXTS,
	],
	async run({ register, read, executionId, saw }) {
		const settings = messageSettingsSchema.parse({
			quiet: { from: read('quietFrom'), until: read('quietUntil'), onDaysOff: read('quietOnDaysOff') },
			texts: read('texts', {}),
		});
		const claim = { by: `uitvoering ${executionId}`, minutes: claimOf(read) };
		const updates = await register.updates.due(settings, claim, mostOf(read));
		saw(updates.flatMap(({ signals }) => signals));
		return { items: updates.map(({ signal, ...update }) => ({ update, signal })) };
	},
};
