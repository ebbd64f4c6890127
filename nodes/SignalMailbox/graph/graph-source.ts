import type { FetchedMail } from '../fetched-mail';
import { earliest } from '../source/earliest';
import type { Fetched, MailSource, OpenMailbox, OpenOptions, WaitingMail } from '../source/mail-source';
import { Spool } from '../parse/mime/spool';
import { removeLeftOvers } from '../temp-folder';
import type { GraphClient, GraphSettings } from './client';
import { putAwayMails } from './put-away';
import { listWaiting } from './waiting';

/** A mailbox in Exchange Online, by Microsoft Graph with application permissions; its own or a shared one. */
export function graphSource(
	client: GraphClient,
	{ mailbox, ownAddresses }: Pick<GraphSettings, 'mailbox' | 'ownAddresses'>,
): MailSource {
	return {
		kind: 'graph',
		name: mailbox,
		ownAddresses,
		async open(work, options = {}) {
			await removeLeftOvers();
			return await work(openMailbox(client, options));
		},
	};
}

/** Exchange Online takes four requests at a time, per app and mailbox; one is left for putting away. */
const AHEAD = 3;

function openMailbox(client: GraphClient, options: OpenOptions): OpenMailbox {
	return {
		list: async (folder, cursor) => await listWaiting({ client, folder, ...options }, cursor),

		async *fetch(_folder, mails): AsyncGenerator<Fetched> {
			const start = (mail: WaitingMail) => {
				const spool = new Spool();
				return { mail, spool, outcome: fetchMail(client, spool, mail) };
			};
			const ahead: ReturnType<typeof start>[] = [];
			let next = 0;
			try {
				while (next < mails.length || ahead.length > 0) {
					while (ahead.length < AHEAD && next < mails.length) ahead.push(start(mails[next++]!));
					const { mail, outcome } = ahead[0]!;
					yield { mail, outcome: await outcome };
					await ahead.shift()!.spool.dispose();
				}
			} finally {
				for (const { spool, outcome } of ahead) await outcome.then(() => spool.dispose());
			}
		},

		oldest: async (_folder, mails) => earliest(mails.map(receivedAt)),

		putAway: async (mails, mode) => await putAwayMails(client, mails, mode),
	};
}

/** A position begins with it, see `listWaiting`. */
function receivedAt({ position }: WaitingMail): Date | null {
	const received = position.split(' ')[0]!;
	return Number.isNaN(Date.parse(received)) ? null : new Date(received);
}

/** Never rejects: what goes wrong is the outcome. */
async function fetchMail(client: GraphClient, spool: Spool, mail: WaitingMail): Promise<Fetched['outcome']> {
	if (mail.location.source !== 'graph') return 'gone';
	try {
		const path = `/messages/${encodeURIComponent(mail.location.id)}/$value`;
		const content = await client.stream(path, 'give a mail');
		if (!content) return 'gone';
		const fetched: FetchedMail = {
			uid: null,
			receivedAt: receivedAt(mail),
			content: { kind: 'raw', raw: await spool.store(content, Infinity) },
		};
		return fetched;
	} catch (error) {
		return error as Error;
	}
}
