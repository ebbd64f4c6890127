import { findPersonalData, PLACEHOLDER, type PersonalDataOptions } from './find-personal-data';
import type { PersonalDataFinding } from './finding';

export interface MaskedText {
	text: string;
	/** What was masked; the positions are those in the text as it was. */
	findings: PersonalDataFinding[];
}

/** A masked text of which every placeholder stands for one value. */
export interface ReversiblyMaskedText extends MaskedText {
	/** From placeholder to what stood there. Personal data itself: it stays where the text is. */
	originals: ReadonlyMap<string, string>;
}

function replaceAll(
	text: string,
	findings: readonly PersonalDataFinding[],
	by: (finding: PersonalDataFinding) => string,
): string {
	let masked = '';
	let from = 0;
	for (const finding of findings) {
		masked += text.slice(from, finding.start) + by(finding);
		from = finding.end;
	}
	return masked + text.slice(from);
}

/** Puts `[BSN]`, `[IBAN]` and the like in the place of personal data. There is no way back. */
export function maskPersonalData(text: string, options?: PersonalDataOptions): MaskedText {
	const findings = findPersonalData(text, options);
	return { text: replaceAll(text, findings, ({ kind }) => `[${kind.toUpperCase()}]`), findings };
}

/** The same with numbers, `[BSN 1]`: the same value has the same number, and `unmask` puts it back. */
export function maskReversibly(text: string, options?: PersonalDataOptions): ReversiblyMaskedText {
	const findings = findPersonalData(text, options);
	const placeholders = new Map<string, string>();
	const taken = new Set(text.match(PLACEHOLDER));
	const counts = new Map<string, number>();
	for (const { kind, text: value } of findings) {
		if (placeholders.has(value)) continue;
		let placeholder: string;
		let count = counts.get(kind) ?? 0;
		// Somebody may have written such a placeholder himself.
		do placeholder = `[${kind.toUpperCase()} ${++count}]`;
		while (taken.has(placeholder));
		counts.set(kind, count);
		placeholders.set(value, placeholder);
	}
	return {
		text: replaceAll(text, findings, ({ text: value }) => placeholders.get(value)!),
		findings,
		originals: new Map([...placeholders].map(([value, placeholder]) => [placeholder, value])),
	};
}

/** Puts back what `maskReversibly` took out; placeholders that it did not make stay. */
export const unmask = (text: string, originals: ReadonlyMap<string, string>): string =>
	text.replace(PLACEHOLDER, (placeholder) => originals.get(placeholder) ?? placeholder);
