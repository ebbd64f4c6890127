import type { ReadLimits } from './limits';

/**
 * What may still be read of one mail. All that is packed in it (winmail.dat, signed mail) or attached to it
 * spends from the same: a limit for each of them would be one for none of them.
 */
export class ReadBudget {
	private parts: number;
	private textBytes: number;
	private readonly exceeded = new Set<string>();

	constructor(limits: ReadLimits) {
		this.parts = limits.parts;
		this.textBytes = limits.textBytes;
	}

	/** Parts. */
	get partsLeft(): number {
		return this.parts;
	}

	/** Bytes. */
	get textLeft(): number {
		return this.textBytes;
	}

	/** Why not all of the mail was read, in Dutch. */
	get reasons(): string[] {
		return [...this.exceeded];
	}

	takeParts(count: number): void {
		this.parts = Math.max(0, this.parts - count);
	}

	/** There is more to the mail than is taken apart. */
	tooManyParts(): void {
		this.exceeded.add('de mail heeft te veel onderdelen of een te lange kop');
	}

	/** A text as far as it may be read; `bytes` is how much there is of what it was made from. */
	takeText(text: string, bytes = 0): string {
		const left = this.textBytes;
		const wanted = Math.max(bytes, text.length);
		this.textBytes = Math.max(0, left - wanted);
		if (wanted <= left) return text;
		this.exceeded.add('de tekst is te lang; de rest staat in het oorspronkelijke bericht');
		// Not in the middle of a character.
		return text.slice(0, left).replace(/[\uD800-\uDBFF]$/, '');
	}
}
