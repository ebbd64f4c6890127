import { maskSignal } from '../../../shared/privacy/mask-signal';
import { signalSchema } from '../../../shared/domain/signal';
import { retentionSchema } from '../../../shared/storage/personal-data/personal-data';
import { daysField, fromJson, LIMIT, LIMIT_FIELDS, limitOf } from '../fields';
import type { Operation } from '../operation';

/** Gives `retention`, see `RetentionOutcome`. */
export const applyRetention: Operation = {
	value: 'applyRetention',
	name: 'Apply Retention',
	action: 'Forget what was kept long enough',
	description: 'Anonymise signals that were closed long ago. What is counted stays.',
	readOnly: false,
	fields: [
		daysField(
			'Keep Texts (Days)',
			'writtenDays',
			365,
			'How long after closure to keep what people wrote: subject, texts, names of files, remarks, notes',
		),
		daysField(
			'Keep Identity (Days)',
			'identityDays',
			365,
			'How long after closure to keep who it was: name, address, organisation, and what links their mail to the signal',
		),
		daysField('Keep Links (Days)', 'linkDays', 90, 'How long after they expire to keep links from mails'),
		daysField('Keep Access Log (Days)', 'accessLogDays', 1825, 'How long to keep who looked at whose data'),
		{ ...LIMIT, default: 1000, description: 'Max number of signals to treat in one run' },
	],
	async run({ register, read }) {
		const names = Object.keys(retentionSchema.shape);
		const terms = retentionSchema.parse(Object.fromEntries(names.map((name) => [name, read(name)])));
		return { add: { retention: await register.personalData.applyRetention(terms) } };
	},
};

/** An item `{access}` for each line, newest first, see `AccessRecord`. */
export const getAccessLog: Operation = {
	value: 'getAccessLog',
	name: 'Get Access Log',
	action: 'Get who looked at whose data',
	description: 'List who read, exported or erased personal data, when and why',
	readOnly: true,
	fields: [
		{
			displayName: 'Email of the Person',
			name: 'email',
			type: 'string',
			default: '',
			placeholder: 'name@email.com',
			description:
				'Whose data it was about. The log does not keep addresses, but can be asked about one. Empty: all.',
		},
		...LIMIT_FIELDS,
	],
	async run({ register, read }) {
		const email = String(read('email', '') ?? '').trim();
		const lines = await register.personalData.accessLog(email || null, limitOf(read));
		return { items: lines.map((access) => ({ access })) };
	},
};

/** Gives `signal`, masked. */
export const maskWhole: Operation = {
	value: 'maskSignal',
	name: 'Mask Signal',
	action: 'Mask the personal data in a signal',
	description: 'Take out who it is and mask personal data in the texts, for an export to a supplier',
	readOnly: true,
	fields: [
		{
			displayName: 'Signal',
			name: 'signal',
			type: 'json',
			default: '={{ $json.signal }}',
			required: true,
			description: 'The signal to mask. The register keeps it as it is.',
		},
	],
	run: async ({ read }) => ({ add: { signal: maskSignal(fromJson(signalSchema).parse(read('signal'))) } }),
};
