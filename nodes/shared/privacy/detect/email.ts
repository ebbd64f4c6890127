import type { Span } from '../finding';

/** Everything in one piece that may belong to an address; taken whole, because it is read only once that way. */
const PIECE = /[\p{L}\p{N}_.%+'@-]+/gu;
const ADDRESS = /[\p{L}\p{N}_]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2}/u;
const EDGE = /^[.%+'@-]+/;

/** E-mail addresses. */
export function findEmailAddresses(text: string): Span[] {
	return [...text.matchAll(PIECE)]
		.filter(([piece]) => piece.includes('@') && ADDRESS.test(piece))
		.map(({ 0: piece, index }) => {
			const before = EDGE.exec(piece)?.[0].length ?? 0;
			let end = piece.length;
			while (".%+'@-".includes(piece[end - 1]!)) end--;
			return { start: index + before, end: index + end };
		});
}
