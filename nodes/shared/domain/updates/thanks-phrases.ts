/**
 * All that an answer may consist of to be thanks alone: Dutch and English phrases in lower case, as parts of a pattern. A longer
 * phrase stands before a shorter one that it begins with. Nothing here can tell of a problem, not even in another order.
 */
const any = (...words: string[]): string => `(?:${words.join('|')})`;
/** Up to four of these words, with a space after each. */
const some = (...words: string[]): string => `(?:${any(...words)} ){0,4}`;

const HOW_MUCH = ['heel', 'hele', 'zeer', 'erg', 'zo', 'super', 'hartstikke', 'ontzettend', 'enorm', 'echt'];
const WHOSE = ['de', 'het', 'uw', 'jullie', 'je', 'jouw', 'al', 'alle', 'deze', 'dit', 'die', 'een'];
const LAUDED = [
	'(?:super)?snelle',
	'vlotte',
	'goede',
	'fijne',
	'prettige',
	'prompte',
	'prima',
	'top',
	'mooie',
	'vriendelijke',
	'duidelijke',
	'heldere',
	'adequate',
	'geweldige',
	'uitstekende',
	'perfecte',
];
const GIVEN = any(
	'hulp',
	'reacties?',
	'antwoord(?:en)?',
	'bericht(?:je)?',
	'(?:e-?)?mail(?:tje)?',
	'terugkoppeling',
	'updates?',
	'info(?:rmatie)?',
	'uitleg',
	'afhandeling',
	'oplossing',
	'reparatie',
	'herstel',
	'service',
	'inzet',
	'moeite',
	'ondersteuning',
	'medewerking',
);
const NOW = [
	'nu',
	'weer',
	'al',
	'inmiddels',
	'gelukkig',
	'helemaal',
	'allemaal',
	'snel',
	'vlot',
	'goed',
	...HOW_MUCH,
];
const DONE = any(
	'gelukt',
	'opgelost',
	'verholpen',
	'gerepareerd',
	'gemaakt',
	'geregeld',
	'hersteld',
	'in orde',
	'geholpen',
);
/** What it is about, in one word: `de printer`, `mijn laptop`. After `het` any word may follow, so there it is a thing of this list. */
const THING = any(
	'(?:de|mijn|onze) [\\p{L}\\d-]{2,40}',
	`(?:het|mijn|ons) ${any('probleem', '(?:beeld)?scherm', 'licht', 'toilet', 'internet', 'systeem', 'account', 'netwerk', '(?:koffie)?apparaat', 'slot', 'raam')}`,
);
const IT = any(THING, 'het', 'hij', 'ze', 'alles', 'dit', 'dat');
const WORKING = `${any('werkt', 'doet het', 'functioneert', 'loopt weer', 'draait weer', 'start weer op', 'gaat weer')}(?: ${any(...NOW, 'prima', 'perfect', 'uitstekend')}){0,4}`;
const WHOM = any(
	'team',
	'afdeling',
	"collega['’]?s",
	'allen',
	'iedereen',
	'monteurs?',
	'helpdesk',
	'servicedesk',
);

/** Without one of these it is no thanks. A name may follow. */
export const THANKS: readonly string[] = [
	'(?:be)?dank(?: ?(?:je|u|jullie))?(?: ?wel)?',
	'bedankt',
	'dankbaar',
	'fijn',
	'top',
	'super',
	'thanks',
	'thank you',
];

/** A name may follow. */
export const GREETINGS: readonly string[] = [
	'beste',
	'geachte',
	'hallo',
	'hoi',
	'hi',
	'hey',
	'hello',
	'dear',
	'dag',
	'goede ?(?:morgen|middag|navond|avond|ndag|dag)',
	'goeden(?:avond|dag)',
];

/** Whom a greeting may be to, beside a name. */
export const ADDRESSED: readonly string[] = [
	'heer(?:/| of )mevrouw',
	'(?:de )?heer',
	'mevrouw',
	'dhr',
	'mevr?',
	'mw',
	'allen',
	'allemaal',
	'team',
	"collega['’]?s?",
	'mensen',
];

export const FILLERS: readonly string[] = [
	// A good day, before the words that it begins with.
	`(?:nog )?(?:een )?(?:hele )?${any('fijne?', 'prettige?', 'goede?', 'mooie?')} ${any('dag', 'avond', 'middag', 'weekend', 'week', 'werkdag', 'dagen', 'feestdagen')}(?: ${any('nog', 'verder', 'gewenst', 'toegewenst')}){0,2}`,
	// What the thanks are for, and whose they are.
	`voor ${some(...WHOSE, ...LAUDED, ...HOW_MUCH, 'en')}${GIVEN}(?: en ${some(...WHOSE, ...LAUDED, ...HOW_MUCH)}${GIVEN})?`,
	`${some(...HOW_MUCH)}${any(...LAUDED)} ${GIVEN}`,
	`(?:ook )?(?:namens|aan) ${some('de', 'het', 'mijn', 'onze', 'ons', 'hele', 'heel', 'alle', 'jullie')}${WHOM}`,
	'(?:ook )?namens (?:ons|mij)(?: allen)?',
	// That it is well.
	`(?:${IT} )?${WORKING}`,
	`nu ${any('werkt', 'doet')} ${IT}(?: het)?(?: weer)?`,
	`(?:${IT} )?is ${some(...NOW)}${DONE}`,
	`dat ${IT} ${some(...NOW)}${any(`${DONE} is`, `is ${DONE}`, WORKING, 'het doet')}`,
	`dat ${any('u', 'je', 'jullie')} ${any('het', 'dit', 'dat', 'mij', 'ons')} ${some(...NOW)}${any(`(?:hebt|heeft|hebben) ${DONE}`, `${DONE} (?:hebt|heeft|hebben)`)}`,
	`${some(...NOW, 'fijn', 'prima')}${DONE}`,
	'(?:in goede orde )?ontvangen',
	`${any('ik ben', 'wij zijn', 'we zijn')} ${some(...HOW_MUCH, 'weer', 'u', 'jullie')}${any('blij', 'tevreden', 'dankbaar', 'geholpen')}(?: mee)?`,
	// Words that say no more than that.
	'(?:heel )?(?:erg|veel|hartelijk|hartelijke|vriendelijk|zeer|nogmaals|heel|hartstikke|ontzettend|enorm|echt|mijn|onze)',
	'(?:helemaal |heel |erg )?(?:prima|perfect|geweldig|fantastisch|mooi|goed|keurig|netjes|uitstekend|snel|duidelijk|helder)',
	'ok(?:é|e|ay)?',
	'en',
	// English.
	"(?:it works|works|it is working|it['’]s working)(?: (?:again|now|fine|perfectly|well)){0,3}",
	"(?:it is |it['’]s |all )?(?:now )?(?:solved|fixed|resolved)(?: now)?",
	'for (?:(?:the|your|all|a|quick|fast|great|good|kind|prompt) ){1,4}(?:help|reply|response|answer|service|support|update|message|work)',
	'(?:very|so) much',
	'a lot',
	'many',
	'again',
	'great',
	'and',
	'have a (?:nice|great|good|lovely) (?:day|weekend|evening|week)',
];
