import { withHandOver } from '../../../nodes/SignalMailbox/send/hand-over';
import { ApiError } from '../../../nodes/shared/http/api-error';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

const USER = 'dc@dc.example';
let sink: SmtpSink;
let valid: string;
beforeEach(async () => {
	valid = 'eerste';
	sink = await startSmtpSink({ user: USER, isToken: (token) => token === valid });
});
afterEach(() => sink.stop());

/** Sends one mail; gives what was said of the token before it, each time one was asked for. */
async function send(accessToken: (refused: boolean) => Promise<string>, user = USER): Promise<boolean[]> {
	const asked: boolean[] = [];
	const settings = {
		host: sink.host,
		port: sink.port,
		security: 'none' as const,
		login: {
			user,
			accessToken: async (refused: boolean) => {
				asked.push(refused);
				return await accessToken(refused);
			},
		},
		allowUnauthorizedCerts: false,
	};
	const envelope = { from: USER, to: ['jan@x.example'] };
	await withHandOver(settings, (handOver) =>
		handOver(envelope, Buffer.from('Subject: Antwoord\r\n\r\nHallo\r\n'), async () => undefined),
	);
	return asked;
}

it('logs in with a token', async () => {
	expect(await send(async () => 'eerste')).toEqual([false]);
	expect(sink.messages.map(({ subject }) => subject)).toEqual(['Antwoord']);
});

it('asks for a new token when the first was withdrawn, and sends once', async () => {
	valid = 'tweede';
	expect(await send(async (refused) => (refused ? 'tweede' : 'eerste'))).toEqual([false, true]);
	expect(sink.messages).toHaveLength(1);
});

it('says what to do when no token is accepted', async () => {
	await expect(send(async () => 'verlopen')).rejects.toMatchObject({
		message: expect.stringContaining(`refuses user "${USER}"`) as string,
		hint: expect.stringContaining('its scope covers SMTP') as string,
	});
	expect(sink.messages).toEqual([]);
});

it('passes on why there is no token', async () => {
	const refusal = new ApiError('oauth2', 401, 'credential-invalid', 'No access token', 'Connect it.');
	await expect(send(async () => await Promise.reject(refusal))).rejects.toBe(refusal);
});
