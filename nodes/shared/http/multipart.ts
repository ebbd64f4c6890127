import type { HttpRequest } from './transport';

export interface MultipartFile {
	/** The name of the form field. */
	field: string;
	fileName: string;
	/** For example `image/png`. */
	contentType: string;
	content: Buffer;
}

/** A form with one file, as the body and header of a request. Fields without a value are left out. */
export async function multipart(
	file: MultipartFile,
	fields: Record<string, string | boolean | undefined> = {},
): Promise<Required<Pick<HttpRequest, 'body' | 'headers'>>> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) {
		if (value !== undefined && value !== '') form.append(name, String(value));
	}
	const bytes = new Uint8Array(file.content);
	form.append(file.field, new Blob([bytes], { type: file.contentType }), file.fileName);
	// The platform writes the form, so boundaries and names with quotes or accents are its concern.
	const written = new Response(form);
	return {
		body: Buffer.from(await written.arrayBuffer()),
		headers: { 'content-type': written.headers.get('content-type')! },
	};
}
