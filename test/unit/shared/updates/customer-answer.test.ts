import fc from 'fast-check';
import { isOnlyThanks, isStopRequest } from '../../../../nodes/shared/domain/updates/customer-answer';

it.each(['stop', 'Stop.', ' STOP! ', '\n\nstop\n\nGroet,\nJan', 'Graag stoppen', 'stop svp', '"Stop"'])(
	'takes %j for a request to stop',
	(text) => expect(isStopRequest(text)).toBe(true),
);

it.each([
	'',
	'Het stopcontact is kapot.',
	'Kunt u hiermee stoppen?',
	'De printer stopt steeds',
	'Dank!\nstop',
	'stop de lift, hij valt',
])('reads %j as it stands', (text) => expect(isStopRequest(text)).toBe(false));

const THANKS_ALONE = [
	'Bedankt!',
	'bedankt',
	'Dank u wel, het werkt.',
	'Dank u wel, het werkt!',
	'Super, dankjewel voor de snelle hulp',
	'Fijn, top!\n\nGroet, Jan',
	'Top, dank!',
	'Top, dank je wel 👍',
	'Bedankt :-)',
	'Bedankt, het werkt weer. Fijn weekend!',
	'Dank voor de snelle reactie',
	'Dank voor uw bericht.',
	'Hartelijk dank namens het team',
	'Hartelijk dank voor de goede en snelle hulp, ook namens mijn collega’s!',
	'Heel erg bedankt!',
	'Nogmaals dank. Fijne dag verder!',
	'Dank Els!',
	'Hoi Els, bedankt voor je hulp!',
	'Beste Jan,\n\nDank je wel voor de snelle oplossing.\n\nMet vriendelijke groet,\n\nPieter van der Berg',
	'Geachte heer De Vries,\nHartelijk dank voor uw antwoord.\nHoogachtend,\nmr. A.B. Jansen-Pietersen',
	'Geachte heer/mevrouw,\n\nDank voor de informatie.\n\nMvg,\nJ. Bakker',
	'Goedemorgen,\nHet is gelukt, dank!\nGroetjes jan',
	'Bedankt!\n\nAnnemarie',
	'Dank 👍🏽\nGroet,\nJan en Els\nMinisterie van Justitie en Veiligheid',
	'Dank u wel. Het is opgelost.\n\nKind regards,\nTom Smith',
	'Fijn dat het zo snel is opgelost!',
	'Fijn dat jullie het zo snel hebben opgelost. Dank!',
	'Hij doet het weer, bedankt voor de snelle reparatie.',
	'Nu werkt het weer. Bedankt!',
	'Super snelle service!',
	'Weer helemaal in orde, dank aan de monteur.',
	'Oké, dank. In goede orde ontvangen.',
	'Wij zijn zeer tevreden. Hartelijk dank voor alle moeite.',
	'Thanks, it works again',
	'Hi Els,\nThank you very much for the quick reply!\nBest regards,\nEmma',
	'Many thanks, all solved. Have a nice day!',
	'Bedankt, de printer doet het weer!',
	'Mijn laptop start weer op. Dank jullie wel!',
	'Fijn dat de storing zo snel is verholpen. Groet, Jan',
	'Het beeldscherm werkt weer prima, dank.',
];

const MORE_THAN_THANKS = [
	'',
	' \n ',
	'Het werkt.',
	'Groet, Jan',
	'Het werkt niet.',
	'Bedankt, maar de laptop start nog steeds niet op.',
	'Bedankt, de laptop start weer op als ik geluk heb.',
	'Dank u, de printer werkt soms.',
	'Fijn dat het soms werkt.',
	'Dank. Het niet werkt.',
	'Fijn dat deze niet is gemaakt.',
	'Dank. Alleen de printer werkt.',
	'Fijn, de lift is bijna gemaakt.',
	'Bedankt. De printer doet het nu helemaal niet.',
	'Dank, wanneer komt de monteur?',
	'Fijn dat u het probeert. Het is weer stuk.',
	`Dank u wel. ${'Er is veel te vertellen over deze printer. '.repeat(6)}`,
	'Dank voor uw bericht. Het probleem blijft bestaan.',
	'Bedankt voor niets!',
	'Dank u. De printer loopt steeds vast.',
	'Fijn dat u het opgelost noemt. De lift staat al de hele week stil.',
	'Fijn dat u het opgelost noemt.',
	'Dank. Is het opgelost',
	'Dank, werkt het nu',
	'Bedankt. Lift kapot',
	'Bedankt\nKapot',
	'Bedankt.\nStoring.',
	'Bedankt 👎',
	'Top, weer de verkeerde geleverd.',
	'Fijn, weer die mail',
	'Top geregeld, dit is de derde keer.',
	'Super. Nu doet de andere printer het ook al anders.',
	'Dank voor de snelle reactie, het scherm flikkert.',
	'Dank u wel voor de hulp. Mijn collega heeft hetzelfde probleem.',
	'Hartelijk dank. Mag ik het nummer van de monteur',
	'Bedankt alvast voor het sturen van een monteur',
	'Dank! Het nieuwe kamernummer is 4.12',
	'Bedankt voor de moeite, helaas.',
	'Dank voor het sluiten van mijn melding zonder iets te doen',
	'Met vriendelijke groet,\nJan',
	'Bedankt!\n\nGroet,\nJan\n\nPS: de printer loopt nog vast',
	'Dank. Groet, Jan. De lift staat stil.',
	'Dank.\nGroeten,\nJan\nDe lift staat stil',
	'Dank, doe de groeten aan de monteur die het erger maakte',
	'Thanks for nothing!',
	'Thanks, but it still fails',
	'Thank you. The printer is broken again.',
];

it.each(THANKS_ALONE)('takes %j for thanks alone', (text) => expect(isOnlyThanks(text)).toBe(true));

it.each(MORE_THAN_THANKS)('reads %j as an answer', (text) => expect(isOnlyThanks(text)).toBe(false));

describe('a sentence with a word that thanks do not have', () => {
	/** Words of complaints, and words that nobody knows. */
	const unknown = fc.oneof(
		fc.constantFrom(
			'printer',
			'lift',
			'niets',
			'stil',
			'vast',
			'lekt',
			'erger',
			'monteurloos',
			'kapot',
			'stroom',
		),
		fc.stringMatching(/^[bcdfgklmnprstvz]{2}[aeiou][bcdfgklmnprstvz]{3}$/),
	);
	const known = fc.constantFrom(
		'het',
		'werkt',
		'is',
		'weer',
		'de',
		'opgelost',
		'dank',
		'u',
		'voor',
		'hulp',
		'fijn',
		'nu',
	);
	const sentence = fc
		.tuple(fc.array(known, { maxLength: 4 }), unknown, fc.array(known, { maxLength: 4 }), fc.boolean())
		.map(([before, word, after, capital]) => {
			const words = [...before, word, ...after].join(' ');
			return `${capital ? words.charAt(0).toUpperCase() + words.slice(1) : words}.`;
		});

	it('makes it an answer, wherever it stands', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...THANKS_ALONE),
				sentence,
				fc.constantFrom(' ', '. ', '\n', '\n\n', ', '),
				(thanks, more, between) => {
					expect(isOnlyThanks(`${thanks}${between}${more}`)).toBe(false);
					expect(isOnlyThanks(`${more}${between}${thanks}`)).toBe(false);
				},
			),
		);
	});
});

it('takes no time over a long answer, or over one that repeats itself', () => {
	const started = performance.now();
	for (const part of ['dank ', 'het is zo ', 'voor de ', 'Van De ', 'dat het weer ', 'groet ', ':-)', '.,'])
		for (const times of [20, 60, 50_000]) isOnlyThanks(`Dank ${part.repeat(times)}?`);
	expect(performance.now() - started).toBeLessThan(2_000);
});
