import { maskPersonalData, maskReversibly, unmask } from '../../../nodes/shared/privacy/mask-personal-data';
import { promised, type FuzzTarget } from '../fuzz-target';
import { mailLines } from '../mail-lines';

/** Text in which personal data is looked for. */
export const personalData: FuzzTarget = {
	seeds: mailLines,
	tokens: [
		'BSN 111222333',
		'NL91ABNA0417164300',
		'06-12345678',
		'+31 20 123 45 67',
		'an@klant.example',
		'geboren 1-2-1980',
		'[BSN 1]',
		'[IBAN]',
		'burn-out',
		'Kerkstraat 12',
	],
	run(input) {
		const text = input.toString('utf8');
		const { text: masked, findings } = maskPersonalData(text);
		for (const { start, end, text: found } of findings) {
			promised(text.slice(start, end) === found, 'a finding says where it was found');
		}
		promised(findings.length === 0 || masked !== text, 'what is found is masked');
		const { text: reversible, originals } = maskReversibly(text);
		promised(unmask(reversible, originals) === text, 'what is masked reversibly comes back as it was');
	},
};
