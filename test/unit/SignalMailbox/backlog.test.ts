import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderSource } from '../../../nodes/SignalMailbox/folder/folder-source';
import { GraphClient } from '../../../nodes/SignalMailbox/graph/client';
import { graphSource } from '../../../nodes/SignalMailbox/graph/graph-source';
import { readBacklog } from '../../../nodes/SignalMailbox/health/backlog';
import { imapSource } from '../../../nodes/SignalMailbox/imap/imap-source';
import { withRetry } from '../../../nodes/shared/http/http-client';
import { startGraphSimulator } from '../../simulators/graph';
import { axiosTransport } from '../../support/axios-transport';
import { hasDovecot, startDovecot } from '../../support/dovecot';
import { startHoodiecrow } from '../../support/hoodiecrow';
import { inMailbox } from '../../support/imap-client';
import { temporaryFolder } from '../../support/temp-folder';

const baseFolder = temporaryFolder();
const MARK = '$Geregistreerd';
const mail = (subject: string) => Buffer.from(`From: jan@x.example\r\nSubject: ${subject}\r\n\r\nHallo\r\n`);
const NINE = new Date('2025-11-03T09:00:00Z');
const TEN = new Date('2025-11-03T10:00:00Z');
const ELEVEN = new Date('2025-11-03T11:00:00Z');

it('counts what waits behind IMAP, and knows the oldest by its date', async () => {
	const server = await (hasDovecot() ? startDovecot : startHoodiecrow)();
	try {
		const source = imapSource({
			imap: {
				host: server.host,
				port: server.port,
				security: 'none',
				login: { user: server.user, password: server.password },
				allowUnauthorizedCerts: false,
			},
			name: 'dc@dc.example',
			ownAddresses: [],
		});
		expect(await readBacklog(source, 'INBOX', MARK)).toEqual({ mails: 0, oldest: null });
		await inMailbox(server, async (client) => {
			for (const [subject, received, flags] of [
				['Klaar', NINE, [MARK]],
				['Later', ELEVEN, []],
				['Verplaatst', TEN, []],
			] as const) {
				await client.append('INBOX', mail(subject), [...flags], received);
			}
		});
		expect(await readBacklog(source, 'INBOX', MARK)).toEqual({ mails: 2, oldest: TEN });
		expect(await readBacklog(source, 'INBOX', undefined)).toEqual({ mails: 3, oldest: NINE });
	} finally {
		await server.stop();
	}
}, 20_000);

it('counts what waits in Exchange Online', async () => {
	const graph = await startGraphSimulator();
	try {
		const transport = axiosTransport({ headers: { authorization: `Bearer ${graph.token()}` } });
		const client = new GraphClient(withRetry(transport), graph);
		const source = graphSource(client, { mailbox: graph.mailbox, ownAddresses: [] });
		const inbox = graph.store.folder('inbox')!.id;
		expect(await readBacklog(source, 'inbox', MARK)).toEqual({ mails: 0, oldest: null });
		graph.store.add(inbox, mail('Later'), ELEVEN.toISOString());
		graph.store.add(inbox, mail('Eerder'), TEN.toISOString());
		graph.store.categorise(graph.store.add(inbox, mail('Klaar'), NINE.toISOString()), [MARK]);
		expect(await readBacklog(source, 'inbox', MARK)).toEqual({ mails: 2, oldest: TEN });
		expect(await readBacklog(source, 'inbox', undefined)).toEqual({ mails: 3, oldest: NINE });
		expect(graph.requests().filter((request) => request.includes('$value'))).toEqual([]);
	} finally {
		await graph.stop();
	}
});

it('counts what waits in a folder of files', async () => {
	mkdirSync(join(baseFolder, 'import'));
	const source = folderSource({ baseFolder });
	expect(await readBacklog(source, 'import', undefined)).toEqual({ mails: 0, oldest: null });
	for (const [name, written] of [
		['later', ELEVEN],
		['eerder', TEN],
	] as const) {
		const file = join(baseFolder, 'import', `${name}.eml`);
		writeFileSync(file, mail(name));
		utimesSync(file, written, written);
	}
	expect(await readBacklog(source, 'import', undefined)).toEqual({ mails: 2, oldest: TEN });
});
