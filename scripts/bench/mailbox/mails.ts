import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../../../test/support/dice';
import { buildMail } from '../../../test/support/mail-builder';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';

const KB = 1024;
/** Of the source of a large mail: Base64 makes its attachment a third larger. */
const LARGE_ATTACHMENT = Math.floor((10 * 1000 * KB * 72) / 100);
/** Half the mails have an attachment of so many bytes: with their texts that makes 30 kB on average. */
const [SMALLEST, LARGEST] = [4 * KB, 78 * KB];

/** The mails of one run, as files: every side gets the same ones. */
export interface MailFiles {
	files: string[];
	/** Bytes. */
	total: number;
	/** Of them, so many are of 10 MB. */
	large: number;
}

/** Writes the sources of `count` mails, the last `large` of them of 10 MB, spread among the others. */
export async function writeMails(
	folder: string,
	count: number,
	large: number,
	seed: number,
): Promise<MailFiles> {
	mkdirSync(folder, { recursive: true });
	const dice = new Dice(seed);
	const texts = readTrainingMails();
	const content = Buffer.from(Array.from({ length: LARGE_ATTACHMENT }, () => dice.between(0, 255)));
	const every = large > 0 ? Math.floor(count / large) : Infinity;
	const files: string[] = [];
	let total = 0;
	for (let at = 1; at <= count; at++) {
		const { subject, body } = texts[at % texts.length]!;
		let size = at % 2 ? dice.between(SMALLEST, LARGEST) : 0;
		if (at % every === 0) size = LARGE_ATTACHMENT;
		const raw = await buildMail({
			from: { name: `Klant ${at}`, address: `klant.${at}@minvenj.example` },
			to: 'dienstencentrum@dienstencentrum.example',
			subject: `${subject} (${at})`,
			text: body,
			messageId: `<bench-${at}@post.minvenj.example>`,
			attachments: size > 0 ? [{ filename: 'foto.jpg', content: content.subarray(0, size) }] : [],
		});
		const file = join(folder, `${at}.eml`);
		writeFileSync(file, raw);
		files.push(file);
		total += raw.length;
	}
	return { files, total, large };
}
