import type { Logo } from './report-pdf';
import { PdfError } from './pdf-error';

const FORMATS: Record<string, Logo['format']> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/svg+xml': 'svg',
};

/** @throws PdfError when it is no picture that can stand in a PDF */
export function logoFrom({ content, mimeType }: { content: Buffer; mimeType: string }): Logo {
	const format = FORMATS[mimeType];
	if (!format) throw new PdfError(`a logo is a PNG, JPEG or SVG, and this is ${mimeType || 'unknown'}`);
	return { content, format };
}
