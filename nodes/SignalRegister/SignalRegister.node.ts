import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { failingPerItem, runPerItem } from '../shared/n8n/run-per-item';
import { testRegister, withRegister } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import type { Register, RegistrationOutcome } from '../shared/storage/register';
import { followUpFields } from './descriptions/follow-up';
import { outgoingFields, outgoingOperation } from './descriptions/outgoing';
import { registerFields } from './descriptions/register';
import { searchFields } from './descriptions/search';
import { followUpsOf, ON_ONE_SIGNAL, registerSignal, searchSignals } from './operations';
import { decideOutgoing, listOutgoing } from './outgoing';

/** The outputs of Register, in order. */
const OUTPUT_OF: Record<RegistrationOutcome, number> = {
	new: 0,
	resumed: 0,
	handled: 1,
	busy: 2,
	'follow-up': 3,
};

/** Operations that change nothing. */
const READING = new Set(['get', 'getAll', 'getFollowUps']);

export class SignalRegister implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Register',
		name: 'signalRegister',
		icon: { light: 'file:../../icons/register.svg', dark: 'file:../../icons/register.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Keep every signal and what was done for it in one uniform register',
		defaults: { name: 'Signal Register' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		// Read by the editor and the engine as an expression; Register alone has four ways out.
		outputs: `={{ $parameter["operation"] === "register" ? [
			{ type: "main", displayName: "To Handle" },
			{ type: "main", displayName: "Already Handled" },
			{ type: "main", displayName: "Busy Elsewhere" },
			{ type: "main", displayName: "Follow-Up" }
		] : [{ type: "main" }] }}`,
		credentials: [{ name: 'signalRegisterApi', required: true, testedBy: 'testRegister' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Outgoing Mail', value: 'outgoing' },
					{ name: 'Signal', value: 'signal' },
				],
				default: 'signal',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['signal'] } },
				options: [
					{
						name: 'Add Action',
						value: 'addAction',
						description: 'Add a line to what was done for a signal',
						action: 'Add an action to a signal',
					},
					{
						name: 'Add Ticket',
						value: 'addTicket',
						description: 'Record the ticket that a supplier gave',
						action: 'Add a ticket to a signal',
					},
					{
						name: 'Complete Follow-Up',
						value: 'completeFollowUp',
						description: 'Finish a mail about a signal that was there, after which the mail may be put away',
						action: 'Complete a follow up of a signal',
					},
					{
						name: 'Complete Intake',
						value: 'completeIntake',
						description: 'Set the status and finish the intake, after which the mail may be put away',
						action: 'Complete the intake of a signal',
					},
					{ name: 'Get', value: 'get', description: 'Get a signal by its reference', action: 'Get a signal' },
					{
						name: 'Get Follow-Ups',
						value: 'getFollowUps',
						description: 'Get the mails about a signal that came after its own, in full',
						action: 'Get the follow ups of a signal',
					},
					{
						name: 'Get Many',
						value: 'getAll',
						description: 'Search the register',
						action: 'Get many signals',
					},
					{
						name: 'Record Failure',
						value: 'recordFailure',
						description: 'Write down what went wrong, and free the signal for the next execution',
						action: 'Record a failure of a signal',
					},
					{
						name: 'Register',
						value: 'register',
						description: 'Register a signal once, however often it comes by',
						action: 'Register a signal',
					},
					{
						name: 'Set Status',
						value: 'setStatus',
						description: 'Change the status of a signal',
						action: 'Set the status of a signal',
					},
				],
				default: 'register',
			},
			outgoingOperation,
			...registerFields,
			...followUpFields,
			...searchFields,
			...outgoingFields,
		],
	};

	methods = { credentialTest: { testRegister } };

	/**
	 * Register gives `{...item, signal, registration, followUp}` on the output that fits; Get Many one
	 * item per signal or outgoing mail, Get Follow-Ups one per mail; every other operation the item with its `signal`, or its
	 * `outgoing` mail, as it is now.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const resource = this.getNodeParameter('resource', 0) as string;
		const operation = this.getNodeParameter('operation', 0) as string;
		const onAllItems = async (register: Register) => {
			const done = await runPerItem(this, async (itemIndex) => {
				const read = parameterReader(this, itemIndex);
				const { json, binary } = items[itemIndex]!;
				const pairedItem = { item: itemIndex };
				if (operation === 'register') {
					const { signal, outcome, followUp } = await registerSignal(register, read, this.getExecutionId());
					return { json: { ...json, signal, registration: outcome, followUp }, binary, pairedItem };
				}
				if (resource === 'outgoing' && operation === 'getAll') {
					const mails = await listOutgoing(register, read);
					return mails.map((outgoing) => ({ json: { outgoing }, pairedItem }));
				}
				if (resource === 'outgoing') {
					const outgoing = await decideOutgoing(register, operation, read);
					return { json: { ...json, outgoing }, binary, pairedItem };
				}
				if (operation === 'getAll') {
					const signals = await searchSignals(register, read);
					return signals.map((signal) => ({ json: { signal }, pairedItem }));
				}
				if (operation === 'getFollowUps') {
					const followUps = await followUpsOf(register, read);
					return followUps.map((followUp) => ({ json: { followUp }, pairedItem }));
				}
				const signal = await ON_ONE_SIGNAL[operation]!(register, read);
				return { json: { ...json, signal }, binary, pairedItem };
			});
			// Elsewhere an item may still carry the outcome of an earlier Register.
			if (operation !== 'register') return [done];
			const outputs: INodeExecutionData[][] = [[], [], [], []];
			for (const item of done) {
				outputs[OUTPUT_OF[item.json.registration as RegistrationOutcome] ?? 0]!.push(item);
			}
			return outputs;
		};
		return await failingPerItem(this, () =>
			withRegister(this, (register) =>
				READING.has(operation) ? onAllItems(register) : register.together(onAllItems),
			),
		);
	}
}
