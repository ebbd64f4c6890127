import { readTrainingMails } from '../../nodes/SignalClassifier/training/corpus';
import { rawMail, type IntakeMail } from './intake-mails';
import { Dice } from './dice';

/** A mail that was made up, with what must come of it in its kind. */
export type GeneratedMail = IntakeMail & {
	/** Of its attachment; 0 when it has none. */
	attachmentBytes: number;
};

const MB = 1024 * 1024;
const FIRST_NAMES = 'Aisha Bram Carlijn Daan Esra Femke Gijs Hanna Ivo Joke Karim Lotte Mo Noor Okke'.split(
	' ',
);
const LAST_NAMES = [
	'Aarts',
	'van den Berg',
	'Çelik',
	'de Vries',
	'El Amrani',
	'Groen',
	"in 't Veld",
	'Müller',
	'Öztürk',
	'Zwart',
];
/** A copy came in through an alias, or was sent again by a mail server. */
const ANOTHER_WAY = Buffer.from('Received: from relay.minvenj.example by mx2.minvenj.example\r\n');
/** How many of every hundred mails are of a special kind; of each there is at least one. */
const SPECIAL: Partial<Record<IntakeMail['kind'], number>> = {
	'auto-reply': 4,
	bounce: 2,
	'no-message-id': 3,
	unparseable: 1,
};
const DUPLICATES = 4;
const WITH_FILES = 2;

/**
 * Mails as a service desk gets them, with real subjects and texts of the corpus: each from another
 * customer; some twice, some automatic, some without Message-ID, one that is no mail, some with files
 * of several MB, and one of 20 MB.
 */
export function generateMails(count: number, seed: number): GeneratedMail[] {
	const dice = new Dice(seed);
	const texts = dice.shuffled(readTrainingMails());
	const share = (ofHundred: number) => Math.max(1, Math.round((count * ofHundred) / 100));
	const duplicates = share(DUPLICATES);
	const kinds: IntakeMail['kind'][] = Object.entries(SPECIAL).flatMap(([kind, ofHundred]) =>
		Array<IntakeMail['kind']>(share(ofHundred)).fill(kind as IntakeMail['kind']),
	);
	kinds.push('oversize');
	while (kinds.length < count - duplicates) kinds.push('mail');

	const mails = dice.shuffled(kinds).map((kind, at): GeneratedMail => {
		const { subject, body, category, supplier } = texts[at % texts.length]!;
		const name = `${dice.oneOf(FIRST_NAMES)} ${dice.oneOf(LAST_NAMES)}`;
		const id = `G${seed}-${String(at + 1).padStart(4, '0')}`;
		const address = `${addressName(name)}.${at + 1}@minvenj.example`;
		return { id, kind, from: { name, address }, subject, body, category, supplier, attachmentBytes: 0 };
	});
	const ordinary = dice.shuffled(mails.filter(({ kind }) => kind === 'mail'));
	for (const mail of ordinary.slice(0, share(WITH_FILES))) mail.attachmentBytes = dice.between(1, 5) * MB;
	for (const original of ordinary.slice(0, duplicates)) {
		const copy: GeneratedMail = { ...original, id: `${original.id}-kopie`, kind: 'duplicate' };
		mails.splice(dice.between(0, mails.length), 0, { ...copy, duplicateOf: original.id });
	}
	return mails;
}

/** Letters only, without accents. */
const addressName = (name: string): string =>
	name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]+/g, '.')
		.replace(/\.+/g, '.');

/** The mails as they would lie in a mailbox, by id. */
export async function rawGeneratedMails(mails: readonly GeneratedMail[]): Promise<Map<string, Buffer>> {
	const raw = new Map<string, Buffer>();
	for (const mail of mails) {
		if (mail.kind !== 'duplicate') raw.set(mail.id, await rawMail(mail, mail.attachmentBytes || undefined));
	}
	for (const { id, duplicateOf } of mails) {
		const original = duplicateOf === undefined ? undefined : raw.get(duplicateOf);
		if (original) raw.set(id, Buffer.concat([ANOTHER_WAY, original]));
	}
	return raw;
}
