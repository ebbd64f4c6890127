import { DoubtfulHandOverError, withHandOver } from '../../../nodes/SignalMailbox/send/hand-over';
import { eventually } from '../../support/eventually';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

let sink: SmtpSink;
beforeEach(async () => (sink = await startSmtpSink()));
afterEach(() => sink.stop());

const settings = () => ({
	host: sink.host,
	port: sink.port,
	security: 'none' as const,
	login: null,
	allowUnauthorizedCerts: false,
});
const message = (subject: string) => Buffer.from(`Subject: ${subject}\r\n\r\nHallo\r\n`);

/** Hands these mails over in one batch; gives the error of each, or undefined. */
async function batch(subjects: string[], between: (index: number) => Promise<void> = async () => undefined) {
	const offered: string[] = [];
	const errors: unknown[] = [];
	await withHandOver(settings(), async (handOver) => {
		for (const [index, subject] of subjects.entries()) {
			await between(index);
			const envelope = { from: 'dc@dc.example', to: [`${subject}@x.example`] };
			const offer = async () => void offered.push(subject);
			errors.push(await handOver(envelope, message(subject), offer).catch((error: unknown) => error));
		}
	});
	return { offered, errors };
}

const subjects = () => sink.messages.map(({ subject }) => subject);

it('hands a batch over on one connection', async () => {
	const { errors } = await batch(['a', 'b', 'c']);
	expect(errors).toEqual([undefined, undefined, undefined]);
	expect(subjects()).toEqual(['a', 'b', 'c']);
	expect(sink.connections()).toBe(1);
});

it('takes another connection after fifty mails, before the server does', async () => {
	await batch(Array.from({ length: 51 }, (_, index) => `m${index}`));
	expect(sink.messages).toHaveLength(51);
	expect(sink.connections()).toBe(2);
});

it('has no doubt about a mail when the line broke before it was offered', async () => {
	const { errors } = await batch(['a', 'b'], async (index) => {
		if (index === 1) sink.cutConnections();
	});
	expect(errors).toEqual([undefined, undefined]);
	expect(subjects()).toEqual(['a', 'b']);
	expect(sink.connections()).toBe(2);
});

it('doubts only the mail whose line broke, and goes on with the next', async () => {
	sink.onMessage(({ subject }) => (subject === 'b' ? 'cut' : 'accept'));
	const { errors } = await batch(['a', 'b', 'c']);
	expect(errors).toEqual([undefined, expect.any(DoubtfulHandOverError), undefined]);
	expect(subjects()).toEqual(['a', 'b', 'c']);
});

it('is certain about what the server refuses, and goes on with the next', async () => {
	sink.rejectRecipient('b@x.example');
	sink.onMessage(({ subject }) => (subject === 'c' ? { code: 552, message: 'Too large' } : 'accept'));
	const { errors } = await batch(['a', 'b', 'c', 'd']);
	expect(errors[1]).toMatchObject({ message: expect.stringContaining('No such mailbox here') });
	expect(errors[2]).toMatchObject({ message: expect.stringContaining('Too large') });
	expect(errors.some((error) => error instanceof DoubtfulHandOverError)).toBe(false);
	expect(subjects()).toEqual(['a', 'd']);
});

it('tells which receivers were refused when others were not', async () => {
	sink.rejectRecipient('weg@x.example');
	const envelope = { from: 'dc@dc.example', to: ['er@x.example', 'weg@x.example'] };
	const onRefused = jest.fn();
	await withHandOver(settings(), (handOver) =>
		handOver(envelope, message('a'), async () => undefined, onRefused),
	);
	expect(onRefused.mock.calls).toEqual([[['weg@x.example']]]);
	expect(sink.messages.map((mail) => mail.envelope.to)).toEqual([['er@x.example']]);
});

it('offers nothing when the server cannot be reached, or when it may not be offered', async () => {
	const away = { ...settings(), port: 1 };
	const envelope = { from: 'dc@dc.example', to: ['a@x.example'] };
	const offer = jest.fn(async () => undefined);
	await expect(withHandOver(away, (handOver) => handOver(envelope, message('a'), offer))).rejects.toThrow(
		'Cannot reach 127.0.0.1:1',
	);
	expect(offer).not.toHaveBeenCalled();
	const taken = async () => Promise.reject(new Error('Another run has taken it'));
	await expect(
		withHandOver(settings(), (handOver) => handOver(envelope, message('a'), taken)),
	).rejects.toThrow('Another run has taken it');
	expect(sink.messages).toEqual([]);
});

it('leaves no connection open', async () => {
	await batch(['a']);
	await eventually(() => sink.openConnections() === 0, {
		withinMs: 5_000,
		everyMs: 5,
		otherwise: 'a connection was left open',
	});
});
