const INITIALS = /^(?:\p{Lu}\.){1,4}$/u;
const CAPITALISED = /^\p{Lu}[\p{L}'’-]{0,25}\p{Ll}$/u;
/** What stands in a name beside the names. */
const BETWEEN = /^(?:van|de|der|den|ter|ten|te|el|en|'t|(?:mr|drs|dr|ir|ing|prof|mw|mevr|dhr)\.?)$/iu;
/** Written with a capital, on a line of their own, these are no names. */
const NO_NAME =
	/^(?:niet|geen|niks|niets|nee|nog|maar|helaas|weer|alweer|opnieuw|echter|kapot|stuk|defect|storing|mislukt|lekkage|klacht|spoed|urgent|help|wanneer|waarom|hoe|wat|wie|waar|lift|printer|laptop|not?|but|still|broken|again)$/iu;
const MOST_WORDS = 5;

const isPart = (word: string): boolean =>
	(INITIALS.test(word) || CAPITALISED.test(word) || BETWEEN.test(word)) && !NO_NAME.test(word);

/** Whether a line can be the name below a mail, and is no sentence. */
export function isName(line: string): boolean {
	const words = line.split(' ');
	return (
		words.length <= MOST_WORDS &&
		words.every(isPart) &&
		words.some((word) => CAPITALISED.test(word) && !BETWEEN.test(word))
	);
}

/** How many characters at the start of a text can be the names of who is spoken to. */
export function leadingNames(text: string): number {
	let end = 0;
	for (const word of text.split(' ').slice(0, MOST_WORDS)) {
		if (!isPart(word)) break;
		end += word.length + 1;
	}
	return Math.min(end, text.length);
}
