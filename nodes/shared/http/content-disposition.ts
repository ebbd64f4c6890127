/** The name of the file in a Content-Disposition header, in either of its forms, as whoever sent it made it up. */
export function fileNameIn(disposition: string | undefined): string | undefined {
	if (!disposition) return undefined;
	const encoded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition)?.[1];
	if (encoded) {
		try {
			return decodeURIComponent(encoded.trim());
		} catch {
			// A name that is not what it says it is; the plain one may do.
		}
	}
	const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition);
	return (plain?.[1] ?? plain?.[2])?.trim() || undefined;
}
