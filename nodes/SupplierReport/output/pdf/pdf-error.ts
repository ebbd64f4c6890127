/** The PDF compiler refused the report. */
export class PdfError extends Error {
	readonly hint =
		'The other outputs still work: leave PDF out for now, and report this with the text of the error. A logo must be a valid PNG, JPEG or SVG.';

	constructor(reason: string) {
		super(`The report could not be made into a PDF: ${reason.slice(0, 500)}`);
		this.name = 'PdfError';
	}
}
