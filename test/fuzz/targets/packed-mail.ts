import { readTnef } from '../../../nodes/SignalMailbox/parse/mime/tnef';
import { signedContent } from '../../../nodes/SignalMailbox/parse/mime/signed';
import { enveloped, signed, winmail } from '../../../scripts/mail-corpus/packers';
import { promised, type FuzzTarget } from '../fuzz-target';

/** What Outlook packs in a winmail.dat, and the mail in an opaque S/MIME signature: binary formats. */
export const packedMail: FuzzTarget = {
	seeds: () => [
		winmail('De lift is stuk.', [{ name: 'foto.jpg', content: 'abc' }]),
		winmail({ rtf: 'De lift is stuk.' }, []),
		signed(Buffer.from('Content-Type: text/plain\r\n\r\nDe lift is stuk.')),
		enveloped(Buffer.from('geheim')),
	],
	tokens: [
		'x\u009f>"',
		'\x00\x0f\x80\x06\x00',
		'\x05\x90\x06\x00',
		'\x30\x80',
		'\xff\xff\xff\x7f',
		'\x04\x82',
	],
	run(input) {
		const unpacked = readTnef(input);
		const inside = unpacked?.files.reduce((bytes, { content }) => bytes + content.length, 0) ?? 0;
		promised(inside <= input.length, 'a winmail.dat does not grow when it is unpacked');
		const content = signedContent(input);
		promised((content?.length ?? 0) <= input.length, 'a signed mail does not grow when it is unpacked');
	},
};
