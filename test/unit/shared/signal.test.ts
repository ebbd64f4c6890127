import { NO_FLAGS, signalSchema } from '../../../nodes/shared/domain/signal';
import { signalFor } from '../../support/signals';

/** The object without these of its fields. */
const without = (whole: object, ...names: string[]) =>
	Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));

describe('a signal from a register that was made before', () => {
	it('gets what it does not have as empty', () => {
		const signal = signalFor('<a@b>');
		const attachment = { name: 'foto.png', contentType: 'image/png', size: 5, binaryKey: null };
		const old = {
			...without(signal, 'signature'),
			source: without(signal.source, 'mentions', 'forwardedBy', 'bounce'),
			flags: without(NO_FLAGS, 'reasons'),
			attachments: [attachment],
		};
		expect(signalSchema.parse(old)).toEqual({ ...signal, attachments: [{ ...attachment, inline: false }] });
	});

	it('gets a bounce that does not say what became of our mail as one that failed', () => {
		const signal = signalFor('<a@b>');
		const bounce = { recipients: ['jan@x.example'], status: null, diagnostic: null, originalMessageId: null };
		const old = { ...signal, source: { ...signal.source, bounce } };
		expect(signalSchema.parse(old).source.bounce).toEqual({ ...bounce, action: 'failed' });
	});
});
