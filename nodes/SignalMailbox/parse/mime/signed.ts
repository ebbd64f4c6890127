import { fromBER, OctetString, Sequence, type BaseBlock, type Constructed } from 'asn1js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

const children = (block: BaseBlock | undefined): BaseBlock[] => {
	const value = (block as Constructed | undefined)?.valueBlock?.value;
	return Array.isArray(value) ? value : [];
};

/**
 * The mail inside an opaque S/MIME signature (RFC 8551: ContentInfo > SignedData > encapContentInfo).
 * Null when it is something else, such as an encrypted mail. The signature itself is not checked.
 */
export function signedContent(bytes: Buffer): Buffer | null {
	try {
		const { result, offset } = fromBER(new Uint8Array(bytes));
		if (offset === -1 || !(result instanceof Sequence)) return null;
		const [type, wrapped] = children(result);
		if (type?.valueBlock.toString() !== SIGNED_DATA) return null;
		const [, , encapsulated] = children(children(wrapped)[0]);
		const content = children(children(encapsulated)[1])[0];
		return content instanceof OctetString ? Buffer.from(content.getValue()) : null;
	} catch {
		return null;
	}
}
