import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import { signalOfMail } from '../../support/read-mail';
import { promised, type FuzzTarget } from '../fuzz-target';

const MAILS = join(__dirname, '..', '..', 'corpus', 'mails');
const LARGEST_SEED_BYTES = 4_000;

/** A whole mail, as it comes from the mailbox. */
export const mail: FuzzTarget = {
	seeds: () =>
		readdirSync(MAILS)
			.filter((name) => name.endsWith('.eml'))
			.map((name) => readFileSync(join(MAILS, name)))
			.filter(({ length }) => length <= LARGEST_SEED_BYTES),
	tokens: [
		'Content-Type: multipart/mixed; boundary=x\r\n',
		'Content-Type: message/rfc822\r\n',
		'Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n',
		'Content-Type: text/calendar; method=REPLY\r\n',
		'Content-Transfer-Encoding: base64\r\n',
		'Content-Transfer-Encoding: quoted-printable\r\n',
		'\r\n--x\r\n',
		'\r\n--x--\r\n',
		'=?utf-8?B?',
		'=?iso-8859-1?Q?=E9?=',
		'charset=utf-16le',
		"filename*0*=utf-8''%e2%82",
		'\r\nVan: ',
		'\r\nOp ma 2 mrt 2026 schreef ',
		'Auto-Submitted: auto-replied\r\n',
		'References: <a@b> <c@d>\r\n',
	],
	async run(input) {
		const { signal, files } = await signalOfMail(input);
		promised(signalSchema.safeParse(signal).success, 'a mail gives a signal of the schema');
		promised(files.source?.equals(input) === true, 'the source of a mail is kept as it was');
	},
};
