import { maskReversibly, unmask, type ReversiblyMaskedText } from '../privacy/mask-personal-data';
import { logAction } from './actions';
import { writeTransaction, type RegisterDatabase } from './database';
import { readContent } from './signal-content';
import { rowOf } from './signal-lookup';
import type { SignalRow } from './signal-rows';

/** Subject and text of a signal without its personal data. */
export interface MaskedSignal {
	subject: string;
	text: string;
}

/**
 * Masking that can be undone, and only here: what a placeholder stands for is found anew in the signal, so it is kept
 * nowhere, leaves the register with nothing, and is gone when the signal is.
 */
export interface Masking {
	/** @throws RegisterError when there is no signal with this reference */
	mask(reference: string): Promise<MaskedSignal>;
	/**
	 * Puts personal data back in a text that was made from the masked signal, such as an answer. Written down as an
	 * action. Placeholders that the signal has nothing for stay.
	 * @throws RegisterError when there is no signal with this reference
	 */
	unmask(reference: string, text: string, actor: string): Promise<string>;
}

/** Between subject and text; a find never goes over it, for no personal datum holds a line end. */
const BETWEEN = '\n';

function maskedRow({ subject, text, content }: SignalRow): ReversiblyMaskedText {
	const { name } = readContent(content).customer;
	const singleLine = subject.replace(/[\r\n]+/g, ' ');
	return maskReversibly(`${singleLine}${BETWEEN}${text}`, { names: name ? [name] : [] });
}

/** Masking of the signals in the register's database. */
export class SignalMasking implements Masking {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async mask(reference: string): Promise<MaskedSignal> {
		const { text: masked } = maskedRow(await rowOf(this.db, reference));
		const end = masked.indexOf(BETWEEN);
		return { subject: masked.slice(0, end), text: masked.slice(end + BETWEEN.length) };
	}

	async unmask(reference: string, text: string, actor: string): Promise<string> {
		return await writeTransaction(this.db, async (db) => {
			const row = await rowOf(db, reference);
			const unmasked = unmask(text, maskedRow(row).originals);
			await logAction(db, row.id, this.now(), {
				kind: 'privacy',
				actor,
				text: 'Persoonsgegevens teruggezet in een tekst over dit signaal.',
			});
			return unmasked;
		});
	}
}
